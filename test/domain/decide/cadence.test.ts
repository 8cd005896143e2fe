import { describe, expect, it } from 'vitest';
import type { Cadence } from '../../../functions/domain/check-in.ts';
import { occurrencesOf } from '../../../functions/domain/series.ts';
import type { Given } from '../given.ts';
import { BILL, brings, DANA, MEI, talk } from './talk.ts';

// Recorded on Friday 8 January; what is theirs is due on Friday the 15th, they talk on Monday the 18th.
const offer = { type: 'add-cadence', cadence: 'daily', at: '2027-01-11T09:15', topic: 'The price list' };

function cadenceOf(story: Given): Cadence {
  const found = story.conversation.sideTalks.find((one) => one.kind === 'cadence');
  if (found?.kind !== 'cadence') throw new Error('no cadence');
  return found;
}
function days(story: Given): string[] {
  const { at, series } = cadenceOf(story);
  return occurrencesOf(at, series).map((wall) => wall.slice(5, 10));
}

describe('short talks that come again', () => {
  it('are offered to all, on working days, and end at the last due date of their people', () => {
    const story = talk().command(DANA, offer);
    expect(cadenceOf(story)).toMatchObject({
      people: [DANA, BILL, MEI],
      minutes: 10,
      topic: 'The price list',
      series: { cadence: 'daily', days: [1, 2, 3, 4, 5], until: '2027-01-15', skip: [] },
    });
    expect(days(story)).toEqual(['01-11', '01-12', '01-13', '01-14', '01-15']);
  });

  it('end at the last check-in where nothing of theirs is due any more', () => {
    const mine = { ...offer, participants: [MEI] };
    const kept = talk()
      .command(MEI, { type: 'agree', consequence: 'fair' })
      .command(MEI, { type: 'report', commitment: 'c2', kept: true })
      .command(DANA, { type: 'report', commitment: 'c3', kept: true });
    expect(days(kept.command(DANA, mine)).at(-1)).toBe('01-18');
  });

  it('come on one or two days of a week, half a week apart', () => {
    const twice = talk().command(DANA, { ...offer, cadence: 'twice-a-week', until: '2027-01-29' });
    expect(days(twice)).toEqual(['01-11', '01-14', '01-18', '01-21', '01-25', '01-28']);
    const friday = { ...offer, cadence: 'twice-a-week', at: '2027-01-15T09:15', until: '2027-01-29' };
    expect(days(talk().command(DANA, friday))).toEqual(['01-15', '01-18', '01-22', '01-25', '01-29']);
    const weekly = talk().command(DANA, { ...offer, cadence: 'weekly', until: '2027-01-29' });
    expect(days(weekly)).toEqual(['01-11', '01-18', '01-25']);
  });

  it('leave out the days off of anybody in them, and end with the last of them', () => {
    const easter = { ...offer, cadence: 'weekly', at: '2027-03-15T09:15', until: '2027-04-06' };
    const story = talk().command(DANA, easter);
    expect(cadenceOf(story).series).toMatchObject({ skip: ['2027-03-29'], until: '2027-04-05' });
    expect(days(story)).toEqual(['03-15', '03-22', '04-05']);
    // The last one would be the day off: it ends a week sooner, and nothing is left out.
    const sooner = talk().command(DANA, { ...easter, until: '2027-03-30' });
    expect(cadenceOf(sooner).series).toMatchObject({ skip: [], until: '2027-03-22' });
  });

  it('come on the days on which everybody works', () => {
    const part = { name: 'Bill', email: 'bill@acme.example' };
    const hours = [{ days: [1, 2, 4], from: '09:00', to: '17:00' }];
    const story = talk({
      participants: [
        { ...part, workingHours: hours },
        { name: 'Mei', email: 'mei@acme.example' },
      ],
    });
    expect(days(story.command(DANA, { ...offer, until: '2027-01-19' }))).toEqual([
      '01-11',
      '01-12',
      '01-14',
      '01-18',
      '01-19',
    ]);
    expect(brings(story, DANA, { ...offer, at: '2027-01-13T09:15' })).toEqual([
      'at: Wednesday 2027-01-13 is a day off for Bill. Begin on a day on which everybody works.',
    ]);
  });

  it('are refused where they cannot be, with what to do', () => {
    expect(brings(talk(), DANA, { ...offer, at: '2027-01-11' })).toEqual([
      'at: Say at what time, such as 2027-01-18T09:30.',
    ]);
    expect(brings(talk(), DANA, { ...offer, at: '2027-01-04T09:15' })).toEqual([
      'at: The first of these talks is in the past. Choose a moment from now on.',
    ]);
    expect(brings(talk(), DANA, { ...offer, at: '2027-01-19T09:15' })).toEqual([
      'until: Nothing is due after the first of them. Say until which day they go.',
    ]);
    expect(brings(talk(), DANA, { ...offer, cadence: 'weekly' })).toEqual([
      'until: Until then there is only one of them. Choose a later day, or a denser cadence.',
    ]);
    expect(brings(talk(), DANA, { ...offer, participants: ['p4'] })).toEqual([
      'participants: Name participants of this conversation.',
    ]);
    expect(brings(talk(), DANA, { ...offer, at: '2027-03-28T02:30' })).toEqual([
      'at: 2027-03-28 02:30 does not exist in Europe/Amsterdam, because the clocks change. Choose another time.',
    ]);
    expect(brings(talk(), BILL, offer)).toEqual([': Only the manager of this conversation can do that.']);
    expect(brings(talk().command(DANA, offer), DANA, offer)).toEqual([]);
  });

  it('never go on for ever', () => {
    expect(days(talk().command(DANA, { ...offer, until: '2028-12-01' }))).toHaveLength(60);
  });

  it('move together from another day on, and end when they would have ended', () => {
    const move = { type: 'move-check-in', checkIn: 'k2', at: '2027-01-13T16:00' };
    const story = talk().command(DANA, offer).command(DANA, move);
    expect(days(story)).toEqual(['01-13', '01-14', '01-15']);
    expect(cadenceOf(story)).toMatchObject({ revision: 2, at: { wall: '2027-01-13T16:00' }, minutes: 10 });
    expect(brings(story, DANA, move)).toEqual([]);
    expect(brings(story, DANA, { ...move, at: '2027-01-19T09:00' })).toEqual([
      'at: Nothing is due after the first of them. Say until which day they go.',
    ]);
  });

  it('can be said no to; they go on for the others while two are left', () => {
    const no = { type: 'decline-talk', checkIn: 'k2' };
    const story = talk().command(DANA, offer).command(BILL, no);
    const left = (one: Given) =>
      one
        .plan()
        .filter(({ subject, kind }) => subject === 'k2' && kind === 'invitation')
        .map(({ to }) => to);
    expect(left(story)).toEqual([DANA, MEI]);
    expect(left(story.command(MEI, no))).toEqual([]);
    // Begun or not, who does not want the rest says so.
    expect(brings(story.at('2027-01-13T12:00'), MEI, no)).toEqual(['talkDeclined']);
    expect(brings(story.at('2027-01-15T12:00'), MEI, no)).toEqual(['checkIn: That talk is over.']);
  });

  it('ask one thing of those who are in them, and keep it apart from the check-in', () => {
    const bring = { type: 'bring', checkIn: 'k2', words: 'One limit for all.' };
    const story = talk()
      .command(DANA, { ...offer, participants: [BILL] })
      .command(BILL, bring);
    expect(story.conversation.notes).toMatchObject([{ about: 'micro', checkIn: 'k2', by: BILL }]);
    expect(brings(story, BILL, bring)).toEqual([]);
    expect(brings(story, BILL, { type: 'bring', words: 'One limit for all.' })).toEqual(['noted']);
    expect(brings(story, MEI, bring)).toEqual(['checkIn: You are not in that talk. Open the page again.']);
  });
});
