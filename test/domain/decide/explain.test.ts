import { expect, it } from 'vitest';
import type { Given } from '../given.ts';
import { BILL, brings, commitmentOf, DANA, MEI, NOT_YOURS, talk } from './talk.ts';

const explain = { type: 'explain', commitment: 'c1', reason: 'needed-to-learn' };
const missed = (more: object = {}): Given =>
  talk()
    .command(BILL, { type: 'agree', consequence: 'fair' })
    .command(BILL, { type: 'report', commitment: 'c1', kept: false, ...more });

it('is said by the owner of a miss, and the last word counts', () => {
  const story = missed().command(BILL, { ...explain, words: 'I never saw it done.' });
  expect(commitmentOf(story, 'c1').judgement).toMatchObject({
    verdict: 'missed',
    reason: 'needed-to-learn',
    reasonBy: BILL,
    words: 'I never saw it done.',
  });
  expect(brings(story, BILL, explain)).toEqual([]);
  expect(brings(story, BILL, { ...explain, reason: 'in-the-way' })).toEqual(['explained']);
  expect(brings(story, MEI, explain)).toEqual([NOT_YOURS]);
});

it('is entered by the manager as a reason alone, while the owner has given none', () => {
  const story = missed().command(DANA, explain);
  expect(commitmentOf(story, 'c1').judgement).toMatchObject({ reason: 'needed-to-learn', reasonBy: DANA });
  expect(brings(story, DANA, explain)).toEqual([]);
  expect(brings(missed(), DANA, { ...explain, words: 'He was slow.' })).toEqual([
    'words: These words are the owner’s to write. Choose the reason alone.',
  ]);
  const theirs = missed({ reason: 'in-the-way' });
  expect(brings(theirs, DANA, explain)).toEqual([
    'reason: Bill said it already, and that stays. Open the page again.',
  ]);
  // What the manager entered, the owner says differently.
  expect(
    commitmentOf(story.command(BILL, { ...explain, reason: 'in-the-way' }), 'c1').judgement,
  ).toMatchObject({
    reason: 'in-the-way',
    reasonBy: BILL,
  });
});

it('needs a miss that was confirmed', () => {
  const open = talk().command(BILL, { type: 'agree' });
  expect(brings(open, BILL, explain)).toEqual([
    'reason: There is nothing to explain unless it is missed. Say first how it ended.',
  ]);
  expect(brings(open, DANA, { ...explain, commitment: 'c9' })).toHaveLength(1);
});

it('keeps who gave the reason when the manager confirms the miss, and drops it when it was kept', () => {
  const story = missed({ reason: 'chose-something-else' });
  const open = story.command(DANA, {
    type: 'correct',
    commitment: 'c1',
    verdict: 'unresolved',
    words: 'We talk.',
  });
  const again = open.command(DANA, { type: 'verdict', commitment: 'c1', verdict: 'missed' });
  expect(commitmentOf(again, 'c1').judgement).toMatchObject({
    reason: 'chose-something-else',
    reasonBy: BILL,
  });
  const kept = story.command(BILL, { type: 'report', commitment: 'c1', kept: true });
  expect(commitmentOf(kept, 'c1').judgement).toMatchObject({ reason: undefined, reasonBy: undefined });
});
