import { describe, expect, test } from 'vitest';
import { agreedTalk, BILL, brings, commitmentOf, DANA, kept, MEI, talk, verdictOf } from './talk.ts';

describe('undo', () => {
  const undo = { type: 'undo' };
  const LEFT = ': It has already left. Say it anew, and we tell whoever heard the other thing.';

  test.each([
    [BILL, { type: 'agree', consequence: 'fair' }],
    [BILL, { type: 'ask-change', words: 'No.' }],
    [BILL, { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' }],
    [BILL, { type: 'propose-consequence', commitment: 'c1', words: 'Cake.' }],
    [BILL, { type: 'accept-consequence', commitment: 'c1' }],
    [BILL, kept],
    [DANA, { ...kept, commitment: 'c3' }],
    [DANA, { type: 'verdict', commitment: 'c1', verdict: 'kept' }],
    [DANA, { type: 'verdict', commitment: 'c1', verdict: 'released' }],
  ] as const)('%s takes back %j: everything is as it was', (by, command) => {
    const before = talk().at('2027-01-08T11:00');
    const after = before.command(by, command).at('2027-01-08T11:01').command(by, undo);
    const bare = (story: typeof before) =>
      story.conversation.commitments.map(({ touched: _, ...commitment }) => commitment);
    expect(bare(after)).toEqual(bare(before));
    expect(after.conversation.changes).toEqual(before.conversation.changes);
    expect(after.plan()).toEqual(before.plan());
    expect(brings(after, by, undo)).toEqual([LEFT]);
  });

  test('an answer to what was asked, and a contest, are taken back too', () => {
    const asked = agreedTalk().command(BILL, { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-22' });
    const answered = asked.command(DANA, { type: 'answer-change', commitment: 'c1', accept: true });
    const back = answered.command(DANA, undo);
    expect(commitmentOf(back, 'c1').due?.wall).toBe('2027-01-15T17:00');
    expect(commitmentOf(back, 'c1').requests).toMatchObject([{ answered: false }]);
    expect(back.conversation.changes).toEqual([]);
    const contested = agreedTalk()
      .command(DANA, { ...kept, commitment: 'c3' })
      .command(MEI, { type: 'contest', commitment: 'c3', words: 'No.' });
    expect(verdictOf(contested.command(MEI, undo), 'c3')).toBe('kept');
  });

  test('within two minutes', () => {
    const said = talk().at('2027-01-08T11:00').command(BILL, kept);
    expect(brings(said.at('2027-01-08T10:01:59Z'), BILL, undo)).toEqual(['undone']);
    expect(brings(said.at('2027-01-08T11:02'), BILL, undo)).toEqual([LEFT]);
  });

  test('one’s own last answer only, and nothing when there is none', () => {
    const said = talk().at('2027-01-08T11:00').command(BILL, kept);
    expect(brings(said, MEI, undo)).toEqual([LEFT]);
    expect(brings(said, DANA, undo)).toEqual([LEFT]);
  });

  test('not once another fact touched the commitment', () => {
    const said = talk().at('2027-01-08T11:00').command(BILL, { type: 'agree' });
    const renegotiated = said.command(DANA, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-22' });
    expect(brings(renegotiated, BILL, undo)).toEqual([LEFT]);
    const others = said.command(MEI, { type: 'agree' });
    expect(brings(others, BILL, undo)).toEqual(['undone']);
  });

  test('a due check that arrived meanwhile does not hinder, and stays known', () => {
    const asked = agreedTalk()
      .at('2027-01-15T17:00')
      .command(BILL, kept)
      .fact({ type: 'asked', by: 'system', commitment: 'c1', person: BILL })
      .command(BILL, undo);
    expect(commitmentOf(asked, 'c1')).toMatchObject({ judgement: undefined, asked: { by: 'system' } });
  });

  test('not once a mail of it has left', () => {
    const said = talk().at('2027-01-08T11:00').command(DANA, {
      type: 'verdict',
      commitment: 'c1',
      verdict: 'released',
    });
    const told = said.plan().find(({ kind, to }) => kind === 'changed' && to === BILL);
    expect(brings(said.claimed([told?.key ?? '']), DANA, undo)).toEqual([LEFT]);
  });

  test('the manager takes back the whole record before it leaves', () => {
    const waiting = talk({ undoSeconds: 60 });
    const soon = waiting.at('2027-01-08T09:00:59Z');
    expect(brings(soon, BILL, undo)).toEqual([LEFT]);
    const back = soon.command(DANA, undo);
    expect(back.conversation.status).toBe('taken-back');
    expect(back.plan()).toEqual([]);
    expect(brings(back, DANA, undo)).toEqual([]);
    expect(brings(back, BILL, { type: 'agree' })).toEqual([
      ': This conversation was taken back before anything left.',
    ]);
    expect(brings(waiting.at('2027-01-08T10:01'), DANA, undo)).toEqual([LEFT]);
    expect(brings(soon.claimed(['recap_all_p1_1']), DANA, undo)).toEqual([LEFT]);
  });
});
