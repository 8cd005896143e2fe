import { talkAhead } from '../../../functions/domain/overview/people-had.ts';
import type { Agreed } from '../../../functions/domain/overview/person-record.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ListReader } from '../dashboard/list-reader.ts';
import { VERDICT_SHAPES } from '../parts/commitment-facts.tsx';
import { Quote, Told } from '../parts/told.tsx';

const { people: words } = enPages;

type ListProps = { agreed: readonly Agreed[]; reader: ListReader };

function stateOf({ commitment }: Agreed, reader: ListReader): { shape: string; told: string } {
  const { verdict, state, due } = commitment;
  if (verdict === 'missed-not-reported') return { shape: 'missed', told: words.noWord };
  if (verdict === 'unresolved') return { shape: 'asked', told: words.unresolved };
  if (state === 'unanswered') return { shape: 'asked', told: words.unanswered };
  if (state === 'change-asked') return { shape: 'asked', told: words.changeAsked };
  if (due === undefined) return { shape: 'running', told: words.running };
  return due.at > reader.now
    ? { shape: 'running', told: words.runningUntil(reader.dayTime(due.at)) }
    : { shape: 'asked', told: words.wasDue(reader.dayTime(due.at)) };
}

/** What is still to be done, and when it is talked about. */
export function OpenOnes({ agreed, reader }: ListProps) {
  if (agreed.length === 0) return <p class="quiet">{words.nothingOpen}</p>;
  return (
    <ul class="list">
      {agreed.map((one) => {
        const { row, commitment } = one;
        const { shape, told } = stateOf(one, reader);
        const talk = talkAhead(row, reader.now);
        return (
          <li key={`${row.conversation} ${commitment.id}`}>
            <p class={`state ${shape}`}>
              <span>{told}</span>
            </p>
            <p class="quote">
              <Quote words={commitment.action} />
              {commitment.owner === row.manager && <span class="by">{words.yours}</span>}
            </p>
            <p class="small quiet">
              <a class="quiet" href={`/conversations/${row.conversation}`}>
                {talk === undefined ? (
                  <bdi>{row.title}</bdi>
                ) : (
                  <Told phrase={words.talkAbout(reader.dayTime(talk), row.title)} />
                )}
              </a>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** What ended, newest first, and how. */
export function Before({ agreed, reader }: ListProps) {
  if (agreed.length === 0) return <p class="quiet">{words.nothingBefore}</p>;
  return (
    <ol class="times wide" aria-label={words.before}>
      {agreed.map(({ row, commitment }) => {
        const { verdict, reason, judgedAt } = commitment;
        const at = commitment.due?.at ?? judgedAt;
        return (
          <li key={`${row.conversation} ${commitment.id}`} class={verdict === 'missed' ? 'open' : undefined}>
            <span class="at">{at === undefined ? '' : reader.day(at)}</span>
            <div class="what">
              <span>
                <Quote words={commitment.action} />
              </span>
              {verdict !== undefined && (
                <span class={`state small ${VERDICT_SHAPES[verdict]}`}>{words.ended(verdict, reason)}</span>
              )}
              <span class="small">
                <a class="quiet" href={`/conversations/${row.conversation}`}>
                  <bdi>{row.title}</bdi>
                </a>
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
