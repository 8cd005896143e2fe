import { describe, expect, test } from 'vitest';
import {
  agreedTalk,
  BILL,
  brings,
  commitmentOf,
  DANA,
  kept,
  MEI,
  NOT_YOURS,
  PAT,
  talk,
  verdictOf,
} from './talk.ts';

const missed = { type: 'report', commitment: 'c1', kept: false };

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
