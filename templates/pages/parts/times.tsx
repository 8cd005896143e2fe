import type { Child } from 'hono/jsx';
import type { Instant } from '../../../functions/domain/instant.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';

const { deliveries: words } = enPages;

export type Item = { at: Instant; kind: '' | 'ahead' | 'talk' | 'gone' | 'broke' | 'now'; what: Child };

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
