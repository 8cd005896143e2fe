import { describe, expect, test } from 'vitest';
import { agreedTalk, BILL, brings, commitmentOf, DANA, MEI, PAT, talk } from './talk.ts';

const NOT_YOURS = 'commitment: This one is somebody else’s. Only its owner can say that.';
const kept = { type: 'report', commitment: 'c1', kept: true };
const missed = { type: 'report', commitment: 'c1', kept: false };
const verdictOf = (story: ReturnType<typeof talk>, id: string) => commitmentOf(story, id).judgement?.verdict;

/** Due on Friday the 15th at 17:00 and asked then; they talk on the 25th. Silence ends on Monday the 18th at 17:00. */
function silent() {
  return talk({ checkIn: { at: '2027-01-25T09:30' } })
    .at('2027-01-08T11:00')
    .command(BILL, { type: 'agree', consequence: 'fair' })
    .at('2027-01-15T17:00')
    .fact({ type: 'asked', by: 'system', commitment: 'c1', person: BILL });
}

describe('a report', () => {
  test('of kept stands at once, agreed or not', () => {
    expect(verdictOf(agreedTalk().command(BILL, kept), 'c1')).toBe('kept');
    expect(verdictOf(talk().at('2027-01-08T11:00').command(BILL, kept), 'c1')).toBe('kept');
  });

  test('of missed needs that its owner had agreed, and can carry the reason', () => {
    expect(brings(talk().at('2027-01-08T11:00'), BILL, missed)).toEqual([
      'commitment: You have not said yes to this, so it cannot be missed. Say what is not right instead.',
    ]);
    const story = agreedTalk().command(BILL, {
      ...missed,
      reason: 'needed-to-learn',
      words: 'The new list.',
    });
    expect(commitmentOf(story, 'c1').judgement).toMatchObject({
      verdict: 'missed',
      how: 'reported',
      reason: 'needed-to-learn',
      words: 'The new list.',
    });
  });

  test('second taps bring nothing; a reason given later explains without a second verdict', () => {
    expect(brings(agreedTalk().command(BILL, kept), BILL, kept)).toEqual([]);
    const story = agreedTalk().command(BILL, missed);
    expect(brings(story, BILL, missed)).toEqual([]);
    const explained = story.command(BILL, { ...missed, reason: 'in-the-way' });
    expect(explained.facts.at(-1)?.type).toBe('explained');
    expect(commitmentOf(explained, 'c1').judgement).toMatchObject({
      verdict: 'missed',
      reason: 'in-the-way',
    });
  });

  test('a reason for what was kept is not kept', () => {
    const story = agreedTalk().command(BILL, { ...kept, reason: 'in-the-way' });
    expect(commitmentOf(story, 'c1').judgement?.reason).toBeUndefined();
  });

  test('only of one’s own', () => {
    expect(brings(agreedTalk(), MEI, kept)).toEqual([NOT_YOURS]);
    expect(brings(agreedTalk(), DANA, kept)).toEqual([NOT_YOURS]);
    expect(brings(agreedTalk(), BILL, { ...kept, commitment: 'c9' })).toHaveLength(1);
  });

  test('of kept puts a miss by silence right: kept, told late', () => {
    const story = silent();
    expect(verdictOf(story.time('2027-01-18T16:00'), 'c1')).toBeUndefined();
    const passed = story.time('2027-01-18T18:00');
    expect(verdictOf(passed, 'c1')).toBe('missed-not-reported');
    expect(verdictOf(passed.command(BILL, kept), 'c1')).toBe('kept-late');
    expect(verdictOf(passed.command(BILL, missed), 'c1')).toBe('missed');
  });

  test('of kept after the miss was talked about asks the manager, once', () => {
    const early = silent().time('2027-01-18T18:00');
    const talked = early.at('2027-01-25T10:00').command(BILL, { ...kept, words: 'I did.' });
    expect(verdictOf(talked, 'c1')).toBe('missed-not-reported');
    expect(commitmentOf(talked, 'c1').requests).toMatchObject([{ kind: 'kept-after-all', words: 'I did.' }]);
    expect(brings(talked, BILL, kept)).toEqual([]);
    const answer = { type: 'answer-change', commitment: 'c1', accept: true };
    expect(verdictOf(talked.command(DANA, answer), 'c1')).toBe('kept-late');
    expect(verdictOf(talked.command(DANA, { ...answer, accept: false }), 'c1')).toBe('missed-not-reported');
  });

  test('of kept after the manager’s verdict asks the manager too', () => {
    const judged = agreedTalk()
      .at('2027-01-15T18:00')
      .command(DANA, { type: 'verdict', commitment: 'c1', verdict: 'missed' })
      .command(BILL, kept);
    expect(verdictOf(judged, 'c1')).toBe('missed');
    expect(commitmentOf(judged, 'c1').requests).toMatchObject([{ kind: 'kept-after-all', answered: false }]);
  });
});

describe('contest', () => {
  const contest = { type: 'contest', commitment: 'c3', words: 'I waited two days.' };
  const reported = () => agreedTalk().command(DANA, { ...kept, commitment: 'c3' });

  test('any one participant contests what the manager reported of their own', () => {
    const contested = reported().command(MEI, contest);
    expect(commitmentOf(contested, 'c3').judgement).toMatchObject({
      verdict: 'unresolved',
      words: 'I waited two days.',
      by: MEI,
    });
    expect(brings(contested, MEI, contest)).toEqual([]);
  });

  test('nobody else, and nothing else', () => {
    const only = 'commitment: Only what the manager reported of their own commitment can be contested here.';
    expect(brings(reported(), DANA, contest)).toEqual([only]);
    expect(brings(reported(), PAT, contest)).toEqual([only]);
    expect(brings(reported(), MEI, { ...contest, commitment: 'c1' })).toEqual([only]);
    expect(brings(agreedTalk(), MEI, contest)).toEqual(['commitment: Nothing is reported as kept here.']);
    expect(brings(agreedTalk(), MEI, { ...contest, commitment: 'c9' })).toHaveLength(1);
  });

  test('it waits for the talk: nothing can be closed meanwhile', () => {
    expect(brings(reported().command(MEI, contest), DANA, { type: 'close' })).toContain(
      'c3: “Answer within the hour.” (Dana) has no verdict yet. Give one, release it, or plan another check-in.',
    );
  });
});

describe('said in person', () => {
  const said = (what: string, commitment?: string) => ({
    type: 'said-in-person',
    person: MEI,
    said: what,
    ...(commitment ? { commitment } : {}),
  });
  const withoutMail = () => talk({}, false).at('2027-01-08T11:00');

  test('the manager enters what somebody without mail said, once', () => {
    const agreed = withoutMail().command(DANA, said('agreed'));
    expect(commitmentOf(agreed, 'c2').agreement.state).toBe('agreed');
    expect(brings(agreed, DANA, said('agreed'))).toEqual([]);
    expect(verdictOf(agreed.command(DANA, said('missed', 'c2')), 'c2')).toBe('missed');
    expect(verdictOf(withoutMail().command(DANA, said('kept', 'c2')), 'c2')).toBe('kept');
  });

  test('who it was said of can object, and then it no longer stands', () => {
    const agreed = withoutMail().command(DANA, said('agreed'));
    const fact = agreed.conversation.version;
    const object = { type: 'object', fact, words: 'I did not.' };
    expect(brings(agreed, BILL, object)).toEqual(['fact: Nothing was entered for you there.']);
    const objected = agreed.command(MEI, object);
    expect(commitmentOf(objected, 'c2').agreement.state).toBe('unanswered');
    expect(objected.conversation.saidInPerson).toMatchObject([{ objected: 'I did not.' }]);
    expect(brings(objected, MEI, object)).toEqual([]);
    expect(brings(objected, DANA, said('agreed'))).toEqual(['saidInPerson']);
    const kept = withoutMail().command(DANA, said('kept', 'c2'));
    const contested = kept.command(MEI, { ...object, fact: kept.conversation.version });
    expect(verdictOf(contested, 'c2')).toBe('unresolved');
  });

  test('is refused in words', () => {
    const story = withoutMail();
    const participant = 'person: Name a participant of this conversation.';
    expect(brings(story, DANA, { ...said('recap'), person: PAT })).toEqual([participant]);
    expect(brings(story, DANA, { ...said('recap'), person: DANA })).toEqual([participant]);
    expect(brings(story, DANA, { ...said('recap'), person: 'p9' })).toEqual([participant]);
    expect(brings(story, DANA, said('kept'))).toEqual(['commitment: Say which commitment.']);
    expect(brings(story, DANA, said('kept', 'c1'))).toEqual(['commitment: That commitment is not theirs.']);
    expect(brings(story, DANA, said('kept', 'c9'))).toHaveLength(1);
    expect(brings(story, DANA, said('missed', 'c2'))).toEqual([
      'commitment: They have not agreed to this, so it cannot be missed.',
    ]);
    expect(brings(story, MEI, said('agreed'))).toEqual([
      ': Only the manager of this conversation can do that.',
    ]);
  });
});

describe('notes', () => {
  test('what somebody wants to bring, each thing once', () => {
    const bring = { type: 'bring', words: 'The price list.' };
    const story = agreedTalk().command(BILL, bring);
    expect(story.conversation.notes).toMatchObject([
      { about: 'check-in', words: 'The price list.', by: BILL },
    ]);
    expect(brings(story, BILL, bring)).toEqual([]);
    expect(brings(story, MEI, bring)).toEqual(['noted']);
  });

  test('what helped, said by its owner, the last word counts', () => {
    const helped = { type: 'helped', commitment: 'c1', words: 'Calling early.' };
    const story = agreedTalk().command(BILL, helped);
    expect(commitmentOf(story, 'c1').helped).toBe('Calling early.');
    expect(brings(story, BILL, helped)).toEqual([]);
    expect(brings(story, MEI, helped)).toEqual([NOT_YOURS]);
  });
});

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
