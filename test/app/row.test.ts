import { expect, it } from 'vitest';
import { rowOf } from '../../functions/app/row.ts';
import type { Row } from '../../functions/domain/row.ts';
import { BILL, DANA, MEI, talk } from '../domain/decide/talk.ts';
import type { Given } from '../domain/given.ts';

const row = (story: Given): Row => rowOf(story.conversation, undefined);

it('carries what a list shows, in less than two kilobytes', () => {
  const begun = row(talk());
  expect(JSON.stringify(begun).length).toBeLessThan(2048);
  expect(begun.people).toMatchObject([
    { id: 'p2', name: 'Bill' },
    { id: 'p3', name: 'Mei' },
    { id: 'p4', partner: true },
  ]);
  expect(begun.commitments.map(({ id, owner, state }) => `${id} ${owner} ${state}`)).toEqual([
    'c1 p2 unanswered',
    'c2 p3 unanswered',
    'c3 p1 agreed',
    'c4 p2 unanswered',
  ]);
});

it('is the same however late it is made, because its needs have their moments', () => {
  const story = talk();
  expect(row(story.at('2027-02-01T10:00'))).toEqual(row(story));
});

it('shortens words, and says whether something that was asked is told whole', () => {
  const asked = (words: string) =>
    row(talk().command(BILL, { type: 'propose-consequence', commitment: 'c1', words })).needs[0];
  expect(asked('I bring the cake.')).toMatchObject({ words: 'I bring the cake.', isWhole: true });
  const long = asked(`${'a word '.repeat(100)}more`);
  expect(long).toMatchObject({ code: 'change-asked', isWhole: false });
  expect(JSON.stringify(long).length).toBeLessThan(320);
  expect(asked('One line,\nand another')).toMatchObject({ words: 'One line, and another', isWhole: false });
});

it('is found by its topic, its people and what they promised, but not by what happened', () => {
  const { find, people } = row(talk({ title: 'Späte Rechnungen', whatHappened: 'A secret.' }));
  expect(find).toContain('spate rechnungen bill mei');
  expect(find).toContain('answer within the hour.');
  for (const { person } of people) expect(find).toContain(person);
  expect(find).not.toContain('secret');
});

it('remembers what the policy hides, and how what ended was judged', () => {
  expect(row(talk()).hides).toEqual([]);
  const ended = talk()
    .at('2027-01-08T11:00')
    .command(MEI, { type: 'agree', consequence: 'fair' })
    .command(MEI, { type: 'report', commitment: 'c2', kept: false, reason: 'in-the-way' })
    .command(BILL, { type: 'report', commitment: 'c1', kept: true })
    .command(BILL, { type: 'helped', commitment: 'c1', words: 'A list.' })
    .command(DANA, { type: 'cancel' });
  const { status, needs, commitments } = row(ended);
  expect([status, needs]).toEqual(['cancelled', []]);
  expect(commitments).toMatchObject([
    { verdict: 'kept', helped: 'A list.' },
    { verdict: 'missed', reason: 'in-the-way' },
    {},
    {},
  ]);
});
