import type { Instant } from '../../../functions/domain/instant.ts';
import { enPages } from '../../words/en-pages.ts';

const { dashboard: words } = enPages;

/** Since when no mail leaves, and why. */
export type MailHeld = { since: Instant; why: keyof typeof words.held };

type Clock = {
  now: Instant;
  time: (at: Instant) => string;
  day: (at: Instant) => string;
  dayTime: (at: Instant) => string;
};

/** Says that mail is held, why, and that nothing has to be done about it; nothing while it flows. */
export function HeldLine({ held, reader }: { held: MailHeld | undefined; reader: Clock }) {
  if (!held) return null;
  const { since, why } = held;
  const isToday = reader.day(since) === reader.day(reader.now);
  return (
    <div class="stack-s" role="status">
      <p class="fault state">
        <span>{words.held[why](isToday ? reader.time(since) : reader.dayTime(since))}</span>
      </p>
      <p class="small quiet">{words.heldThen}</p>
    </div>
  );
}
