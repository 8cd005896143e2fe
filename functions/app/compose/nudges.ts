import type { Asking } from '../../../templates/mail/props.ts';
import type { Section } from '../../../templates/mail/section.ts';
import { awayAt } from '../../domain/away.ts';
import type { Commitment } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { latest } from '../../domain/instant.ts';
import { dueOf } from '../../domain/moments.ts';
import { standing } from '../../domain/parties.ts';
import { choseOf, toneOf } from '../../domain/tone.ts';
import { addWorkingDays } from '../../domain/working-time.ts';
import { commitmentFor, startMoment } from './commitment-for.ts';
import { commitmentAbout, momentFor, revisionOf, type Scope } from './scope.ts';

function distinct(commitments: readonly Commitment[]): Commitment[] {
  return [...new Set(commitments)];
}

/** How it sounds and why; the plain ask needs neither. */
function askingFor(scope: Scope, commitment: Commitment): { asking?: Asking } {
  const { conversation } = scope;
  const tone = toneOf(conversation, commitment);
  if (tone === 'ask') return {};
  const { count, saidAt } = choseOf(conversation, commitment);
  return {
    asking: {
      tone,
      count,
      saidAt: saidAt === undefined ? undefined : momentFor(scope, saidAt),
      neverAgain: conversation.neverAgain,
    },
  };
}

/** Today you start · today · due tomorrow. */
export function nudgeSection(
  scope: Scope,
  kind: 'start' | 'today' | 'heads-up',
  delivery: Delivery,
): Section {
  const commitment = commitmentAbout(scope, delivery);
  return { kind, commitment: commitmentFor(scope, commitment), ...askingFor(scope, commitment) };
}

/** A look half way. It was wished for, so it has one tone. */
export function midWaySection(scope: Scope, delivery: Delivery): Section {
  return { kind: 'mid-way', commitment: commitmentFor(scope, commitmentAbout(scope, delivery)) };
}

/** Done, or not yet? A habit is asked about once, also when its week and its check-in meet in one mail. */
export function dueCheckSections(scope: Scope, deliveries: readonly Delivery[]): Section[] {
  const asked = distinct(deliveries.map((delivery) => commitmentAbout(scope, delivery)));
  return asked.map((commitment) => {
    const told = commitmentFor(scope, commitment);
    return {
      kind: 'due-check',
      commitment: commitment.habit ? { ...told, start: startMoment(scope, commitment) } : told,
      ...askingFor(scope, commitment),
    };
  });
}

/** Everything of the reader's that waits for an answer; of several, those that can still get one. */
function unanswered({ conversation, reader, sentAt }: Scope): Commitment[] {
  const waiting = standing(conversation).filter(
    ({ owner, agreement }) => owner === reader.id && agreement.state === 'unanswered',
  );
  const inTime = waiting.filter((commitment) => (dueOf(commitment) ?? Number.POSITIVE_INFINITY) > sentAt);
  return inTime.length > 0 ? inTime : waiting;
}

/** Is this right? Once for all that is open; "the last time" only if it is that for everything. */
export function reminderSections(scope: Scope, deliveries: readonly Delivery[]): Section[] {
  const last = deliveries.every((delivery) => revisionOf(delivery).endsWith('2'));
  const own = unanswered(scope).map((commitment) => commitmentFor(scope, commitment));
  return [{ kind: 'reminder', own, ordinal: last ? 2 : 1 }];
}

/** Back from a pause: all that fell due meanwhile. */
export function newDatesSections(scope: Scope, deliveries: readonly Delivery[]): Section[] {
  const { reader, sentAt } = scope;
  const commitments = distinct(deliveries.map((delivery) => commitmentAbout(scope, delivery)));
  const dues = commitments.map(dueOf).filter((due) => due !== undefined);
  const back = latest(sentAt, ...dues.map((due) => awayAt(reader, due)?.back ?? due));
  return [
    {
      kind: 'new-dates',
      commitments: commitments.map((commitment) => commitmentFor(scope, commitment)),
      // As long as silence waits after a pause (timeline rule 5).
      quietUntil: momentFor(scope, addWorkingDays(reader.calendar, back, 2)),
    },
  ];
}
