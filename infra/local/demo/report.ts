import { deliveries } from '../../../templates/words/en/pages-deliveries.ts';
import type { ConversationState } from './client.ts';
import { showable, wrapped } from './columns.ts';
import type { Played } from './play-sample.ts';
import type { Sample } from './sample.ts';
import { type Paint, reasonsOf, timelineOf } from './timeline.ts';
import { cityOf } from './times.ts';

export type Counts = { mails: number; calendarParts: number };

/** What never left, by the reason that the pages give for it. */
function skippedByReason({ plan, state }: ConversationState, { cast }: Played): Map<string, string[]> {
  const byReason = new Map<string, Map<string, string[]>>();
  for (const planned of plan) {
    const reason = planned.skipped ?? (planned.state === 'expired' ? 'expired' : undefined);
    const unanswered = planned.state === 'if-agreed' ? 'not-agreed' : undefined;
    const why = reason ?? unanswered;
    if (why === undefined) continue;
    const kinds = byReason.get(deliveries.skips[why]) ?? new Map<string, string[]>();
    const kind = planned.kind.replaceAll('-', ' ');
    const names = kinds.get(kind) ?? [];
    kinds.set(kind, [...names, cast.nameOf(planned.person)]);
    byReason.set(deliveries.skips[why], kinds);
  }
  const isTiny = state.people.length < 3;
  return new Map(
    [...byReason].map(([reason, kinds]) => [
      reason,
      [...kinds].map(([kind, names]) => (isTiny ? kind : `${kind}: ${[...new Set(names)].join(', ')}`)),
    ]),
  );
}

export function countsOf({ mails }: Played): Counts {
  return { mails: mails.length, calendarParts: mails.reduce((sum, mail) => sum + mail.calendar.length, 0) };
}

/** "31 mails, 9 calendar parts, 0 chasing": nobody had to remind anybody. */
export function countsLine({ mails, calendarParts }: Counts): string {
  const parts = `${calendarParts} calendar ${calendarParts === 1 ? 'part' : 'parts'}`;
  return `${mails} ${mails === 1 ? 'mail' : 'mails'}, ${parts}, 0 chasing`;
}

/** Everything about one sample, as lines of at most 100 columns. */
export function reportOf(sample: Sample, tenant: string, played: Played, paint: Paint): string[] {
  const { conversation, entries } = played;
  const { manager, participants, timezone, title } = sample.conversation;
  const others = participants.map(({ name }) => showable(name)).join(', ');
  const heading = `${sample.name} · ${showable(title)}`;
  return [
    paint.heading('─'.repeat(100)),
    ...wrapped(heading, 100, 2).map(paint.heading),
    ...wrapped(`${showable(manager.name)} with ${others} · ${tenant}, ${cityOf(timezone)} time`, 100, 4),
    ...timelineOf(timezone, entries, paint),
    ...reasonsOf(skippedByReason(conversation, played), paint),
    '',
    `${paint.heading(countsLine(countsOf(played)))} · ${conversation.state.status}`,
    '',
  ];
}
