import type { Delivery } from '../../../functions/domain/delivery.ts';
import type { Given } from '../given.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "2027-01-15 Fri 17:00", as the reader's wall shows it. */
function wall({ atLocal }: Delivery): string {
  const weekday = WEEKDAYS[new Date(`${atLocal}Z`).getUTCDay()];
  return `${atLocal.slice(0, 10)} ${weekday} ${atLocal.slice(11)}`;
}

type Row = { delivery: Delivery; why: string };

function lines(rows: readonly Row[]): string[] {
  const grouped = new Map<string, { to: string[]; why: string }>();
  for (const { delivery, why } of rows) {
    const what = `${wall(delivery)} ${delivery.kind} ${delivery.subject}`;
    const known = grouped.get(`${what}|${why}`) ?? { to: [], why };
    grouped.set(`${what}|${why}`, { to: [...known.to, delivery.to], why });
  }
  return [...grouped]
    .map(([key, { to, why }]) => `${key.split('|')[0]} → ${to.sort().join(' ')}${why && ` (${why})`}`)
    .sort();
}

/** What left, one line a moment, kind and subject; a line that left late says when. */
export function sentLines(story: Given): string[] {
  return lines(
    story.sent.map((delivery) => ({
      delivery,
      why: delivery.leftAt === delivery.at ? '' : `left ${new Date(delivery.leftAt).toISOString()}`,
    })),
  );
}

/** What left from a day on, or from a moment on it. */
export function since(story: Given, date: string): string[] {
  return sentLines(story).filter((line) => line >= date);
}

/** What the plan skips and never left, with the reason. */
export function skippedLines(story: Given): string[] {
  const { claimed } = story.conversation;
  return lines(
    story.plan().flatMap((delivery) => {
      const why = delivery.skipped ?? (delivery.waitsForAgreement ? 'waits for a yes' : undefined);
      return why === undefined || claimed.has(delivery.key) ? [] : [{ delivery, why }];
    }),
  );
}

/** What the plan holds, sent or ahead, for one kind (or all) and one person (or all). */
export function planLines(story: Given, kinds: readonly string[] = [], to = ''): string[] {
  return lines(
    story
      .plan()
      .filter(
        (delivery) =>
          (kinds.length === 0 || kinds.includes(delivery.kind)) && (to === '' || to === delivery.to),
      )
      .map((delivery) => ({
        delivery,
        why: delivery.skipped ?? (delivery.waitsForAgreement ? 'waits for a yes' : ''),
      })),
  );
}

/** A table written by hand: one delivery a line, comments after `//`, blank lines and order free. */
export function byHand(table: string): string[] {
  return table
    .split('\n')
    .map((line) => (line.split('//')[0] ?? '').trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .sort();
}
