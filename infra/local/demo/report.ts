import { deliveries } from '../../../templates/words/en/pages-deliveries.ts';
import type { ConversationState } from './client.ts';
import { cut, padded, showable, wrapped } from './columns.ts';
import type { Played } from './play-sample.ts';
import type { Sample } from './sample.ts';
import { type Paint, reasonsOf, timelineOf } from './timeline.ts';
import { cityOf, shortDayIn } from './times.ts';

export type Counts = { mails: number; calendarParts: number };
export type Report = { lines: string[]; counts: Counts; inShort: string };

function whyNot({ state, skipped }: ConversationState['plan'][number]) {
  if (state === 'skipped') return skipped === 'never-sent' ? undefined : skipped;
  if (state === 'expired') return 'expired';
  return state === 'if-agreed' ? 'not-agreed' : undefined;
}

/** What never left, by the reason that the pages give for it. */
function skippedByReason({ conversation, lastOpen, cast }: Played): Map<string, string[]> {
  const known = new Set(conversation.plan.map(({ key }) => key));
  const plan = [...conversation.plan, ...lastOpen.plan.filter(({ key }) => !known.has(key))];
  const byReason = new Map<string, Map<string, string[]>>();
  for (const planned of plan) {
    const why = whyNot(planned);
    if (why === undefined) continue;
    const kinds = byReason.get(deliveries.skips[why]) ?? new Map<string, string[]>();
    const kind = planned.kind.replaceAll('-', ' ');
    const names = kinds.get(kind) ?? [];
    kinds.set(kind, [...names, cast.nameOf(planned.person)]);
    byReason.set(deliveries.skips[why], kinds);
  }
  const isTiny = conversation.state.people.length < 3;
  return new Map(
    [...byReason].map(([reason, kinds]) => [
      reason,
      [...kinds].map(([kind, names]) => (isTiny ? kind : `${kind}: ${[...new Set(names)].join(', ')}`)),
    ]),
  );
}

function countsOf({ mails }: Played): Counts {
  return { mails: mails.length, calendarParts: mails.reduce((sum, mail) => sum + mail.calendar.length, 0) };
}

/** "31 mails, 9 calendar parts, 0 chasing": nobody had to remind anybody. */
export function countsLine({ mails, calendarParts }: Counts): string {
  const parts = `${calendarParts} calendar ${calendarParts === 1 ? 'part' : 'parts'}`;
  return `${mails} ${mails === 1 ? 'mail' : 'mails'}, ${parts}, 0 chasing`;
}

/** Everything about one sample, as lines of at most 100 columns. */
function linesOf(sample: Sample, tenant: string, played: Played, paint: Paint): string[] {
  const { conversation, entries } = played;
  const { manager, participants, timezone, title } = sample.conversation;
  const others = participants.map(({ name }) => showable(name)).join(', ');
  const heading = `${sample.name} · ${showable(title)}`;
  return [
    paint.heading('─'.repeat(100)),
    ...wrapped(heading, 100, 2).map(paint.heading),
    ...wrapped(`${showable(manager.name)} with ${others} · ${tenant}, ${cityOf(timezone)} time`, 100, 4),
    ...timelineOf(timezone, entries, paint),
    ...reasonsOf(skippedByReason(played), paint),
    '',
    `${paint.heading(countsLine(countsOf(played)))} · ${conversation.state.status}`,
    '',
  ];
}

/** One sample in full, and in one line for the overview. */
export function reportOf(sample: Sample, tenant: string, played: Played, paint: Paint): Report {
  const counts = countsOf(played);
  const zone = sample.conversation.timezone;
  const times = played.entries.map(({ at }) => at);
  const span = [Math.min(...times), Math.max(...times)].map((at) => shortDayIn(zone, at)).join(' – ');
  const inShort = [
    padded(`  ${cut(sample.name, 24)}`, 28),
    padded(`${played.conversation.state.people.length} people`, 12),
    padded(`${counts.mails} mails`, 12),
    padded(`${counts.calendarParts} calendar parts`, 22),
    span,
  ];
  return { lines: linesOf(sample, tenant, played, paint), counts, inShort: inShort.join('') };
}
