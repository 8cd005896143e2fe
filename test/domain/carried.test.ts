import { expect, it } from 'vitest';
import { rowOf } from '../../functions/app/row.ts';
import { carriedFrom } from '../../functions/domain/carried.ts';
import { levelOf, streakOf } from '../../functions/domain/contact.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { FactOf } from '../../functions/domain/facts.ts';
import { personOf } from '../../functions/domain/parties.ts';
import type { Row } from '../../functions/domain/row.ts';
import { stamp } from '../../functions/domain/stamp.ts';
import { stepOf } from '../../functions/domain/tone.ts';
import type { Given } from './given.ts';
import { agreedTalk, DANA } from './timeline/talk.ts';

type Choice = Parameters<typeof agreedTalk>[1];
const begun = (choice: Choice = {}) =>
  agreedTalk(
    [
      { dueBy: '2027-01-15' },
      { dueBy: '2027-01-18' },
      { dueBy: '2027-01-19' },
      { owner: DANA, dueBy: '2027-01-20' },
    ],
    choice,
  );
const report = (story: Given, commitment: string, kept: boolean, reason?: string) =>
  story.command(commitment === 'c4' ? 'p1' : 'p2', {
    type: 'report',
    commitment,
    kept,
    ...(reason ? { reason } : {}),
  });
/** Persons have their ids of the tenant only once the use cases gave them; here they are called by their place. */
const rowNamed = (story: Given, conversation: string): Row => {
  const row = rowOf({ ...story.conversation, id: conversation }, undefined);
  return { ...row, people: row.people.map((one) => ({ ...one, person: `person ${one.id}` })) };
};

function recorded(choice: Choice = {}): FactOf<'recorded'> {
  const [first] = begun(choice).facts;
  if (first?.type !== 'recorded') throw new Error('a story begins with its record');
  return { ...first, people: first.people.map((one) => ({ ...one, person: `person ${one.id}` })) };
}

function next(rows: readonly Row[], more: Partial<FactOf<'recorded'>> = {}, choice: Choice = {}) {
  const first = { ...recorded(choice), ...more };
  const carried = carriedFrom(rows, first);
  const [fact] = stamp([{ ...first, ...(carried && { carried }) }], 0, first.at);
  if (!fact) throw new Error('a record is one fact');
  return { carried, conversation: replay('next', [fact]) };
}

const CHOSE = 'chose-something-else';
const twiceChosen = (choice: Choice = {}) =>
  report(
    report(begun(choice).at('2027-01-15T16:00'), 'c1', false, CHOSE).at('2027-01-18T16:00'),
    'c2',
    false,
    CHOSE,
  );

it('brings the step of a topic along into the conversation that repeats it, for each owner of it', () => {
  const rows = [rowNamed(twiceChosen(), 'before')];
  const { conversation, carried } = next(rows, { repeats: 'before' });
  expect(carried).toEqual({ p2: { chose: 2, streak: -2, saidAt: twiceChosen().now } });
  const steps = conversation.commitments.map((commitment) => stepOf(conversation, commitment));
  expect(steps).toEqual(['lets-talk', 'lets-talk', 'lets-talk', 'ask']);
});

it('brings no step along into another topic, only how verdicts went in a row', () => {
  const { conversation, carried } = next([rowNamed(twiceChosen(), 'before')]);
  expect(carried).toEqual({ p2: { chose: 0, streak: -2 } });
  expect(conversation.commitments.map((commitment) => stepOf(conversation, commitment))).toEqual([
    'ask',
    'ask',
    'ask',
    'ask',
  ]);
});

it('begins again with a kept one, also along the chain', () => {
  const kept = report(twiceChosen().at('2027-01-19T16:00'), 'c3', true);
  expect(next([rowNamed(kept, 'before')], { repeats: 'before' }).carried).toEqual({
    p2: { chose: 0, streak: 1 },
  });
});

it('counts in the order in which it was said, over all conversations with this manager, the manager’s own too', () => {
  const one = report(begun().at('2027-01-15T16:00'), 'c1', true);
  const other = report(
    report(begun().at('2027-01-14T16:00'), 'c1', false).at('2027-01-16T10:00'),
    'c2',
    true,
  );
  const third = report(report(begun().at('2027-01-17T16:00'), 'c1', true), 'c4', false);
  const { carried, conversation } = next([rowNamed(third, 'c'), rowNamed(one, 'a'), rowNamed(other, 'b')]);
  expect(carried).toEqual({ p1: { chose: 0, streak: -1 }, p2: { chose: 0, streak: 3 } });
  const bill = personOf(conversation, 'p2');
  expect([streakOf(conversation, bill), levelOf(bill), bill.contact[0]?.why]).toEqual([
    3,
    'light',
    'carried',
  ]);
});

it('brings nothing along of what was taken back, of nobody, or of silence', () => {
  expect(next([]).carried).toBeUndefined();
  expect(next([{ ...rowNamed(twiceChosen(), 'a'), status: 'taken-back' }]).carried).toBeUndefined();
  expect(next([rowNamed(begun().run('2027-01-22T12:00'), 'a')]).carried).toBeUndefined();
});

it('brings a hidden record only to where it is hidden too, and no step out of where an ask stays an ask', () => {
  const hidden = rowNamed(twiceChosen({ policy: { recordSeenBy: 'owner' } }), 'before');
  expect(next([hidden], { repeats: 'before' }).carried).toBeUndefined();
  expect(next([hidden], {}, { policy: { recordSeenBy: 'owner' } }).carried?.p2?.streak).toBe(-2);
  const asked = rowNamed(twiceChosen({ policy: { tone: 'ask' } }), 'before');
  expect(next([asked], { repeats: 'before' }).carried?.p2?.chose).toBe(0);
});
