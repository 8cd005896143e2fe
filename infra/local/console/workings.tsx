import type { ConsoleView } from './console-view.ts';
import { FaultForm } from './fault-form.tsx';
import { briefly } from './spelled.ts';

/** What works behind the mails: alarms, calls to the AWS services, faults that were asked for, and what failed. */
export function Workings({ view }: { view: ConsoleView }) {
  const zone = view.tenant.timezone;
  return (
    <section class="workings stack" aria-label="Behind the mails">
      <details class="fold" open>
        <summary>
          Alarms <span>{view.alarms.length}</span>
        </summary>
        {view.alarms.length === 0 ? (
          <p class="small quiet">None is set.</p>
        ) : (
          <ol class="log">
            {view.alarms.map((alarm) => (
              <li key={alarm.name}>
                <time datetime={new Date(alarm.at).toISOString()}>{briefly(alarm.at, zone)}</time>{' '}
                {alarm.name}
              </li>
            ))}
          </ol>
        )}
      </details>
      <details class="fold">
        <summary>
          Calls to AWS services{' '}
          <span>{view.calls.length === 0 ? 'none' : `the last ${view.calls.length}`}</span>
        </summary>
        <ol class="log">
          {view.calls.map((call) => (
            <li key={call.at}>
              <time datetime={call.at}>{briefly(Date.parse(call.at), zone)}</time> {call.service}{' '}
              {call.action} <span class="quiet">{call.resource}</span>
            </li>
          ))}
        </ol>
      </details>
      <FaultForm view={view} />
      <details class="fold" open={view.failures.length > 0}>
        <summary>
          What failed <span>{view.failures.length}</span>
        </summary>
        {view.failures.length === 0 ? (
          <p class="small quiet">Nothing did.</p>
        ) : (
          <ol class="log">
            {view.failures.map((failure) => (
              <li key={failure.at}>
                <time datetime={failure.at}>{briefly(Date.parse(failure.at), zone)}</time>{' '}
                <strong class="fault">{failure.source}</strong> {failure.message}
              </li>
            ))}
          </ol>
        )}
      </details>
    </section>
  );
}
