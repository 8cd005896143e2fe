import fc from 'fast-check';
import { expect, test } from 'vitest';
import { awayAt } from '../../../functions/domain/away.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { type DeliveryKind, OPT_OUT } from '../../../functions/domain/delivery.ts';
import { DAY, HOUR, SECOND } from '../../../functions/domain/instant.ts';
import { isWorking } from '../../../functions/domain/working-time.ts';
import { beginning } from './beginnings.ts';
import { steps } from './steps.ts';
import { type Left, play } from './world.ts';

const RUNS = { numRuns: 40 };

/** What does not wait for its reader to be at work, and why. */
const AT_ANY_HOUR: Partial<Record<DeliveryKind, string>> = {
  recap: 'leaves at once, while everybody still has the talk in their ears; the form offers the morning',
  invitation: 'comes with the recap, and a calendar is right at any hour',
  'invitation-cancelled': 'nobody should travel to what is off',
  entry: 'a calendar entry asks for nothing',
  'entry-done': 'a calendar entry asks for nothing',
  'entry-cancelled': 'a calendar entry asks for nothing',
  'wrap-up': 'one hour after the talk, while the manager remembers it',
};
const COMMITTED: ReadonlySet<DeliveryKind> = new Set([
  'start',
  'heads-up',
  'today',
  'due-check',
  'new-dates',
]);
const FAREWELLS: ReadonlySet<DeliveryKind> = new Set([
  'cancelled',
  'handed-over',
  'invitation-cancelled',
  'entry-cancelled',
]);

function reader({ delivery, from }: Left) {
  const person = from.people.find(({ id }) => id === delivery.to);
  if (!person) throw new Error(`${delivery.key} is to nobody`);
  return person;
}

function subjectOf({ delivery, from }: Left) {
  return from.commitments.find(({ id }) => `${delivery.subject}`.split('-')[0] === id);
}

function everyLeft(check: (left: Left) => void) {
  fc.assert(
    fc.property(beginning, steps, (begun, taken) => {
      for (const left of play(begun, taken).left) check(left);
    }),
    RUNS,
  );
}

test('nothing reaches anybody outside their working hours, unless its kind says so', () => {
  everyLeft((left) => {
    if (AT_ANY_HOUR[left.delivery.kind]) return;
    const { calendar } = reader(left);
    expect(isWorking(calendar, left.delivery.at), left.delivery.key).toBe(true);
    expect(isWorking(calendar, left.at), left.delivery.key).toBe(true);
  });
});

test('nothing leaves before its moment, or after it has become pointless', () => {
  everyLeft(({ delivery, at }) => {
    expect(at).toBeGreaterThanOrEqual(delivery.at);
    expect(at).toBeGreaterThanOrEqual(delivery.plannedAt);
    if (delivery.notAfter !== undefined) expect(at).toBeLessThan(delivery.notAfter);
  });
});

test('nobody is nudged as committed before they agreed, or after the verdict', () => {
  everyLeft((left) => {
    if (!COMMITTED.has(left.delivery.kind)) return;
    const commitment = subjectOf(left);
    expect(commitment).toMatchObject({ owner: left.delivery.to, agreement: { state: 'agreed' } });
    expect(commitment?.judgement).toBeUndefined();
    expect(commitment?.removed).toBeUndefined();
  });
});

test('nothing goes to who left, has no mail, stopped it or is away', () => {
  everyLeft((left) => {
    const person = reader(left);
    const { kind, key } = left.delivery;
    if (person.removed) expect(FAREWELLS.has(kind), key).toBe(true);
    expect(person.email, key).toBeDefined();
    expect(person.addressFailed, key).toBeUndefined();
    const stopped = OPT_OUT[kind];
    if (stopped) expect(person.optedOut, key).not.toContain(stopped);
    expect(awayAt(person, left.at), key).toBeUndefined();
  });
});

function secretive(conversation: Conversation, id: string): boolean {
  return conversation.manager !== id;
}

test('a miss is told to nobody but its owner and the other side', () => {
  everyLeft((left) => {
    const { kind, to, key } = left.delivery;
    if (kind !== 'consequence' && kind !== 'missed-not-reported') return;
    const owner = subjectOf(left)?.owner;
    const close = to === owner || !secretive(left.from, to) || owner === left.from.manager;
    expect(close, key).toBe(true);
  });
});

const extraRings = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 100 * DAY }),
    fc.integer({ min: 0, max: 2000 }).map((hours) => hours * HOUR),
    fc.integer({ min: 0, max: 600 }).map((seconds) => seconds * SECOND),
  ),
  { maxLength: 60, size: 'max' },
);

test('any order and repetition of rings gives the same mail, each once', () => {
  fc.assert(
    fc.property(beginning, steps, extraRings, (begun, taken, rings) => {
      const keys = (extra: readonly number[]) =>
        play(begun, taken, extra).left.map(({ delivery }) => delivery.key);
      const quiet = keys([]);
      const rung = keys(rings);
      expect(new Set(rung).size).toBe(rung.length);
      expect(rung.toSorted()).toEqual(quiet.toSorted());
    }),
    RUNS,
  );
});
