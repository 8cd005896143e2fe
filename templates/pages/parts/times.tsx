import type { Child } from 'hono/jsx';
import type { Instant } from '../../../functions/domain/instant.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';

const { deliveries: words } = enPages;

export type Item = { at: Instant; kind: '' | 'ahead' | 'talk' | 'gone' | 'broke' | 'now'; what: Child };

// A long story keeps what happened last and what comes next in sight; the rest unfolds.
const NEAR = 12;
// Folding less than a handful away saves no room.
const WORTH_FOLDING = 5;

function folds(items: readonly Item[], now: number) {
  const from = now - NEAR >= WORTH_FOLDING ? now - NEAR : 0;
  const to = items.length - (now + NEAR) > WORTH_FOLDING ? now + 1 + NEAR : items.length;
  return { earlier: items.slice(0, from), near: items.slice(from, to), later: items.slice(to) };
}

type ListProps = { items: readonly Item[]; reader: Reader; label: string };

function Folded({ summary, ...list }: ListProps & { summary: string }) {
  return (
    <details class="fold">
      <summary>
        <b>{summary}</b>
      </summary>
      <Times {...list} />
    </details>
  );
}

/** A long list of moments, folded around now. */
export function FoldedTimes({ items, reader, label }: ListProps) {
  const { earlier, near, later } = folds(
    items,
    items.findIndex(({ kind }) => kind === 'now'),
  );
  const [first, last] = [earlier[0], earlier.at(-1)];
  const end = later.at(-1);
  return (
    <>
      {first && last && (
        <Folded
          items={earlier}
          reader={reader}
          label={label}
          summary={words.earlier(earlier.length, reader.brief(first.at), reader.brief(last.at))}
        />
      )}
      <Times items={near} reader={reader} label={label} />
      {end && (
        <Folded
          items={later}
          reader={reader}
          label={label}
          summary={words.later(later.length, reader.brief(end.at))}
        />
      )}
    </>
  );
}

/** A list of moments: filled was, hollow will be, dotted won't, ringed is a talk. */
export function Times({
  items,
  reader,
  label,
  tight,
}: {
  items: readonly Item[];
  reader: Reader;
  label: string;
  tight?: boolean;
}) {
  return (
    <ol class={tight ? 'times tight' : 'times wide'} aria-label={label}>
      {items.map(({ at, kind, what }) => (
        <li key={at} class={kind === '' ? undefined : kind}>
          <span class="at">{kind === 'now' ? words.now(reader.time(at)) : reader.brief(at)}</span>
          <div class="what">{what}</div>
        </li>
      ))}
    </ol>
  );
}
