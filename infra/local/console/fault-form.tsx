import { type ConsoleView, linkTo } from './console-view.ts';
import { MODES, SERVICES } from './fault-request.ts';

/** The faults that wait for a call, and a form for one more. */
export function FaultForm({ view }: { view: ConsoleView }) {
  const back = <input type="hidden" name="back" value={linkTo(view, {})} />;
  return (
    <details class="fold" open={view.faults.length > 0}>
      <summary>
        Faults to come <span>{view.faults.length}</span>
      </summary>
      <div class="stack">
        {view.faults.length > 0 && (
          <form class="stack-s" method="post" action="/faults/clear">
            {back}
            <ul class="log">
              {view.faults.map((fault) => (
                <li key={`${fault.service} ${fault.action} ${fault.mode}`}>
                  {fault.service} {fault.action}: {fault.mode}, {fault.times} more
                </li>
              ))}
            </ul>
            <span>
              <button type="submit">Clear them</button>
            </span>
          </form>
        )}
        <form class="stack small" method="post" action="/faults">
          {back}
          <Pills legend="Service" name="service" choices={SERVICES} chosen="ses" />
          <Pills legend="What goes wrong" name="mode" choices={MODES} chosen="throttle" />
          <div class="row apart">
            <span class="field">
              <label for="action">Action</label>
              <input id="action" name="action" value="SendRawEmail" required />
            </span>
            <span class="field">
              <label for="times">How many calls</label>
              <input id="times" name="times" type="number" min="1" max="1000" value="3" required />
            </span>
          </div>
          <span>
            <button type="submit">Let it go wrong</button>
          </span>
        </form>
      </div>
    </details>
  );
}

function Pills(props: { legend: string; name: string; choices: readonly string[]; chosen: string }) {
  return (
    <fieldset class="stack-s">
      <legend>{props.legend}</legend>
      <div class="pills">
        {props.choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={props.name} value={choice} checked={choice === props.chosen} />
            {choice}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
