import { type ConsoleView, linkTo } from './console-view.ts';
import { dayOf, fieldValue, placeOf, spelled } from './spelled.ts';

/** The clock, what was sent and what lies ahead on one line, and the ways to move on. */
export function ClockBar({ view }: { view: ConsoleView }) {
  const { timezone } = view.tenant;
  return (
    <header class="clock">
      <div>
        <div>
          <h1>
            <time datetime={new Date(view.now).toISOString()}>{spelled(view.now, timezone)}</time>
          </h1>
          <p>
            {placeOf(timezone)}. {view.tenant.name} on this machine; every mail stays here.{' '}
            <a href={view.appUrl}>Open the app</a>, or <a href="/demo">see it in a minute</a>
          </p>
        </div>
        <Track view={view} />
        <div class="row apart moves">
          <form class="row" method="post" action="/clock">
            <Back view={view} />
            <button class="primary" type="submit" name="move" value="next">
              Next alarm
            </button>
            <button type="submit" name="move" value="hour">
              +1 hour
            </button>
            <button type="submit" name="move" value="day">
              +1 day
            </button>
          </form>
          <form class="row" method="post" action="/clock">
            <Back view={view} />
            <label for="to" class="small">
              On to
            </label>
            <input id="to" type="datetime-local" name="to" value={fieldValue(view.now, timezone)} />
            <button type="submit" name="move" value="to">
              Move the clock
            </button>
          </form>
        </div>
      </div>
    </header>
  );
}

function Back({ view }: { view: ConsoleView }) {
  return <input type="hidden" name="back" value={linkTo(view, {})} />;
}

const LEFT = 20;
const RIGHT = 980;

function Track({ view }: { view: ConsoleView }) {
  const { sent, ahead } = view.moments;
  const first = Math.min(view.now, ...sent);
  const last = Math.max(view.now, ...ahead);
  if (first === last) return <span />;
  const x = (at: number) => Math.round(LEFT + ((at - first) / (last - first)) * (RIGHT - LEFT));
  const spots = (moments: number[]) => [...new Set(moments.map(x))];
  const { timezone } = view.tenant;
  return (
    <svg class="track" viewBox="0 0 1000 64" aria-hidden="true">
      <line x1="0" y1="18" x2="1000" y2="18" />
      {spots(sent).map((at) => (
        <circle key={at} cx={at} cy="18" r="5" />
      ))}
      {spots(ahead).map((at) => (
        <circle key={at} class="later" cx={at} cy="18" r="5" />
      ))}
      <rect class="here" x={x(view.now) - 2} y="2" width="4" height="32" />
      <text x="10" y="58">
        {dayOf(first, timezone)}
      </text>
      <text x="990" y="58" text-anchor="end">
        {dayOf(last, timezone)}
      </text>
    </svg>
  );
}
