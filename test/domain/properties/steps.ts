import fc from 'fast-check';
import { managerCommandSchema } from '../../../functions/domain/commands.ts';
import { type FactDraft, MAIL_KINDS } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../../functions/domain/instant.ts';
import { dateAfter } from './beginnings.ts';

/**
 * Something that happens some time after what happened before: somebody does something, or a mailbox does. `side`: mostly
 * the owner of the commitment or the manager act, so that most commands bring something about.
 */
export type Step = { wait: number; by: Actor; command: (now: Instant) => unknown } | Happening;
export type Actor = PersonId | 'owner' | 'manager';
type Happening = { wait: number; fact: FactDraft };

const personId = fc.integer({ min: 1, max: 4 }).map((n): PersonId => `p${n}`);
const commitment = fc.integer({ min: 1, max: 4 }).map((n) => `c${n}` as const);
const checkIn = fc.constantFrom('k1', 'k2', 'k3');
const wait = fc.oneof(
  fc.integer({ min: 1, max: 240 }).map((n) => n * SECOND),
  fc.integer({ min: 1, max: 30 }).map((n) => n * HOUR + 7 * MINUTE),
  fc.integer({ min: 1, max: 6 }).map((n) => n * DAY),
);
const days = fc.integer({ min: 1, max: 20 });
const words = fc.constantFrom('One.', 'Two.');
const yes = fc.boolean();

type Maker = fc.Arbitrary<(now: Instant) => unknown>;
function same(command: fc.Arbitrary<unknown>): Maker {
  return command.map((value) => () => value);
}

const owning: Maker = fc.oneof(
  same(fc.record({ type: fc.constant('agree'), consequence: fc.constantFrom('fair', 'talk') })),
  same(fc.record({ type: fc.constant('agree'), commitments: fc.tuple(commitment) })),
  same(fc.record({ type: fc.constant('ask-change'), commitments: fc.tuple(commitment), words })),
  same(fc.record({ type: fc.constant('report'), commitment, kept: yes })),
  same(
    fc.record({
      type: fc.constant('report'),
      commitment,
      kept: fc.constant(false),
      reason: fc.constant('chose-something-else'),
    }),
  ),
  same(fc.record({ type: fc.constant('answer-ask'), commitment, how: words, help: words })),
  same(
    fc.record({ type: fc.constant('choose-contact'), level: fc.constantFrom('close', 'normal', 'light') }),
  ),
  same(fc.record({ type: fc.constant('propose-consequence'), commitment, words })),
  fc.tuple(commitment, days).map(([id, n]) => (now: Instant) => ({
    type: 'propose-date',
    commitment: id,
    dueBy: dateAfter(now, n),
  })),
);
const answering: Maker = fc.oneof(
  same(fc.record({ type: fc.constant('answer-change'), commitment, accept: yes })),
  same(fc.record({ type: fc.constant('accept-consequence'), commitment })),
  same(fc.record({ type: fc.constant('contest'), commitment, words })),
  same(fc.constant({ type: 'undo' })),
);

const verdict = fc.constantFrom('kept', 'kept-late', 'missed', 'unresolved', 'released');
const managing: Maker = fc.oneof(
  same(fc.record({ type: fc.constant('verdict'), commitment, verdict })),
  same(fc.record({ type: fc.constantFrom('helped', 'learned'), commitment, words })),
  same(fc.record({ type: fc.constant('choose-tone'), commitment, tone: fc.constantFrom('firmer', 'plain') })),
  same(
    fc.record({
      type: fc.constant('follow'),
      commitment,
      how: fc.constantFrom('follows', 'helps-instead', 'let-go'),
      words,
    }),
  ),
  fc.tuple(commitment, days).map(([id, n]) => (now: Instant) => ({
    type: 'renegotiate',
    commitment: id,
    dueBy: dateAfter(now, n),
  })),
  fc.tuple(checkIn, days).map(([id, n]) => (now: Instant) => ({
    type: 'move-check-in',
    checkIn: id,
    at: `${dateAfter(now, n)}T11:00`,
  })),
  same(fc.record({ type: fc.constant('cancel-check-in'), checkIn })),
  days.map((n) => (now: Instant) => ({ type: 'add-check-in', at: `${dateAfter(now, n)}T14:00` })),
  fc.tuple(personId, days, days).map(([person, n, m]) => (now: Instant) => ({
    type: 'pause',
    person,
    from: dateAfter(now, n - 4),
    until: dateAfter(now, n - 4 + m),
  })),
  same(fc.record({ type: fc.constant('resume'), person: personId })),
  fc.tuple(commitment, days, personId).map(([id, n, to]) => (now: Instant) => ({
    type: 'amend',
    change: [{ id, dueBy: dateAfter(now, n), owner: `p${Number(to.slice(1)) - 1}@acme.example` }],
  })),
  days.map((n) => (now: Instant) => ({
    type: 'amend',
    participants: [{ name: 'New', email: 'new@acme.example' }],
    add: [{ owner: 'new@acme.example', action: 'Help.', dueBy: dateAfter(now, n) }],
  })),
  same(fc.record({ type: fc.constant('amend'), remove: fc.tuple(commitment) })),
  same(
    fc.record({
      type: fc.constant('correct-address'),
      person: personId,
      email: fc.constantFrom('x@acme.example', 'y@acme.example'),
    }),
  ),
  same(fc.record({ type: fc.constant('remove-person'), person: personId })),
  same(fc.constant({ type: 'hand-over', to: { name: 'Next', email: 'next@acme.example' } })),
  same(
    fc.record({
      type: fc.constant('said-in-person'),
      person: personId,
      commitment,
      said: fc.constantFrom('agreed', 'kept', 'missed'),
    }),
  ),
  same(fc.constantFrom({ type: 'close' }, { type: 'cancel' })),
);

const mailbox = fc.oneof(
  fc
    .tuple(personId, fc.subarray([...MAIL_KINDS]))
    .map(([person, kinds]): FactDraft => ({ type: 'optedOut', by: person, person, kinds })),
  personId.map((person): FactDraft => ({ type: 'addressFailed', by: 'system', person, why: 'bounced' })),
);

const yesses = fc.record({
  wait: fc.constant(HOUR),
  by: personId,
  command: same(fc.constant({ type: 'agree', consequence: 'fair' })),
});
const later: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ wait, by: fc.constant<Actor>('owner'), command: owning }) },
    { weight: 2, arbitrary: fc.record({ wait, by: fc.constant<Actor>('manager'), command: answering }) },
    { weight: 2, arbitrary: fc.record({ wait, by: personId, command: fc.oneof(owning, answering) }) },
    { weight: 5, arbitrary: fc.record({ wait, by: fc.constant<Actor>('manager'), command: managing }) },
    { weight: 1, arbitrary: fc.record({ wait, fact: mailbox }) },
  ),
  { maxLength: 16, size: 'max' },
);

/** What people do with a conversation, some of them agreeing first. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(fc.array(yesses, { maxLength: 4, size: 'max' }), later)
  .map(([first, then]) => [...first, ...then]);

/** The command as it would arrive; throws when it is none, because then this file is wrong. */
export function parsed(command: unknown) {
  return managerCommandSchema.parse(command);
}
