import { describe, expect, it } from 'vitest';
import type { Given } from '../given.ts';
import { planLines } from './table.ts';
import { agreedTalk, BILL, MEI, OMAR, talk } from './talk.ts';

/** The instants of one kind, in UTC. */
function instants(story: Given, kind: string): string[] {
  return story
    .plan()
    .filter((delivery) => delivery.kind === kind)
    .map(({ at }) => new Date(at).toISOString().slice(0, 16));
}

const nights = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' }];

function bill(more: { timezone?: string; country?: string; workingHours?: typeof nights }) {
  return { participants: [{ name: 'Bill', email: BILL, ...more }] };
}

describe('nights in which clocks change', () => {
  it('Europe, 28 March 2027: the same hour on the wall before and after', () => {
    const story = agreedTalk([{ dueBy: '2027-03-31' }], {
      now: '2027-03-22T10:00',
      agreedAt: '2027-03-22T11:00',
      checkIn: { at: '2027-03-30T10:00' },
    });
    expect(planLines(story, ['heads-up', 'due-check', 'agenda'], 'p2')).toEqual([
      '2027-03-26 Fri 09:00 agenda k1 → p2', // Easter Monday is a day off
      '2027-03-30 Tue 09:00 heads-up c1 → p2',
      '2027-03-31 Wed 17:00 due-check c1 → p2',
    ]);
    expect(instants(story, 'agenda')[0]).toBe('2027-03-26T08:00');
    expect(instants(story, 'heads-up')).toEqual(['2027-03-30T07:00']);
    expect(instants(story, 'due-check')).toEqual(['2027-03-31T15:00']);
  });

  it('America, 14 March 2027: one working day of silence is an hour shorter on Sunday', () => {
    const story = agreedTalk([{ dueBy: '2027-03-12' }], {
      timezone: 'America/New_York',
      country: 'US',
      now: '2027-03-08T10:00',
      agreedAt: '2027-03-08T11:00',
      checkIn: { at: '2027-03-22T10:00' },
    }).run('2027-03-12T18:00');
    expect(instants(story, 'due-check')).toEqual(['2027-03-12T22:00']);
    expect(new Date(story.wake() ?? 0).toISOString()).toBe('2027-03-15T21:00:00.000Z');
  });

  it('Beirut, 28 March 2027: midnight does not exist, and the day begins at one', () => {
    const sundays = [{ days: [7, 1, 2, 3, 4], from: '00:00', to: '08:00' }];
    const story = agreedTalk([{ startBy: '2027-03-28', dueBy: '2027-03-30' }], {
      ...bill({ workingHours: sundays }),
      timezone: 'Asia/Beirut',
      country: 'US',
      now: '2027-03-22T05:00',
      agreedAt: '2027-03-22T06:00',
      checkIn: { at: '2027-04-05T05:00' },
    });
    expect(planLines(story, ['start', 'heads-up', 'due-check'])).toEqual([
      '2027-03-28 Sun 01:00 start c1 → p2',
      '2027-03-29 Mon 00:00 heads-up c1 → p2',
      '2027-03-30 Tue 08:00 due-check c1 → p2',
    ]);
    expect(instants(story, 'start')).toEqual(['2027-03-27T22:00']);
  });

  it('Lord Howe, 4 April 2027: half an hour, so Monday opens at 22:30 UTC instead of 22:00', () => {
    const story = agreedTalk([{ dueBy: '2027-04-04T12:00' }], {
      timezone: 'Australia/Lord_Howe',
      country: 'AU-NSW',
      now: '2027-03-30T10:00',
      agreedAt: '2027-03-30T11:00',
      checkIn: { at: '2027-04-12T10:00' },
    });
    expect(instants(story, 'heads-up')).toEqual(['2027-04-01T22:00']);
    expect(instants(story, 'due-check')).toEqual(['2027-04-04T22:30']);
  });

  it('a night shift through the skipped hour: asked at due, told two shifts before', () => {
    const story = agreedTalk([{ dueBy: '2027-03-28T03:30' }], {
      ...bill({ workingHours: nights }),
      country: 'US',
      now: '2027-03-22T23:00',
      agreedAt: '2027-03-22T23:30',
      checkIn: { at: '2027-04-05T10:00' },
    });
    expect(planLines(story, ['heads-up', 'due-check'])).toEqual([
      '2027-03-26 Fri 22:00 heads-up c1 → p2',
      '2027-03-28 Sun 03:30 due-check c1 → p2',
    ]);
    expect(instants(story, 'due-check')).toEqual(['2027-03-28T01:30']);
  });

  it('an hour that comes twice: who begins in its middle, and again after it, is asked then and not a day later', () => {
    const story = agreedTalk([{ dueBy: '2027-10-31T02:20', dueReading: 'later' }], {
      participants: [
        {
          name: 'Bill',
          email: BILL,
          workingHours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '02:30', to: '09:30' }],
        },
      ],
      now: '2027-10-25T10:00',
      agreedAt: '2027-10-25T11:00',
      checkIn: { at: '2027-11-05T10:00' },
    });
    expect(instants(story, 'due-check')).toEqual(['2027-10-31T01:30']);
  });

  it('refuses a due time that is skipped or repeated, and takes the reading that was chosen', () => {
    const at = (dueBy: string, dueReading?: 'earlier' | 'later') =>
      talk([{ dueBy, ...(dueReading === undefined ? {} : { dueReading }) }], {
        now: '2027-03-15T10:00',
        checkIn: { at: '2027-03-25T10:00' },
      });
    expect(() => at('2027-03-28T02:30')).toThrow(/dueBy .*does not exist/);
    expect(() => at('2027-10-31T02:30')).toThrow(/dueBy .*happens twice/);
    expect(instants(at('2027-03-28T02:30', 'later'), 'due-check')).toEqual(['2027-03-30T07:00']);
    const due = (reading: 'earlier' | 'later') => at('2027-10-31T02:30', reading).plan();
    const expiry = (reading: 'earlier' | 'later') =>
      due(reading).find(({ kind }) => kind === 'heads-up')?.notAfter;
    expect(expiry('earlier')).toBe(Date.parse('2027-10-31T00:30Z'));
    expect(expiry('later')).toBe(Date.parse('2027-10-31T01:30Z'));
  });
});

describe('four zones in one conversation', () => {
  // 10:00 in Amsterdam is 04:00 in New York, 14:30 in Kolkata and 22:00 in Auckland.
  const story = talk(
    [
      { owner: BILL, dueBy: '2027-01-20' },
      { owner: MEI, dueBy: '2027-01-20' },
      { owner: OMAR, dueBy: '2027-01-20' },
      { owner: OMAR, dueBy: '2027-01-20T17:00' },
    ],
    {
      participants: [
        { name: 'Bill', email: BILL, timezone: 'America/New_York' },
        { name: 'Mei', email: MEI, timezone: 'Asia/Kolkata' },
        { name: 'Omar', email: OMAR, timezone: 'Pacific/Auckland' },
      ],
    },
  );

  it('sends the recap to everyone at one instant, on each one’s own wall', () => {
    expect(planLines(story, ['recap'])).toEqual([
      '2027-01-11 Mon 04:00 recap all → p2',
      '2027-01-11 Mon 10:00 recap all → p1',
      '2027-01-11 Mon 14:30 recap all → p3',
      '2027-01-11 Mon 22:00 recap all → p4',
    ]);
  });

  it('reminds each at their own opening', () => {
    expect(planLines(story, ['reminder'])).toEqual([
      '2027-01-11 Mon 09:00 reminder all → p2', // New York has yet to open
      '2027-01-12 Tue 09:00 reminder all → p3 p4',
      '2027-01-13 Wed 09:00 reminder all → p2',
      '2027-01-14 Thu 09:00 reminder all → p3 p4',
    ]);
  });

  it('reads a date alone as the end of the owner’s day, and a time in the conversation’s zone', () => {
    expect(planLines(story, ['due-check']).map((line) => line.replace(' (waits for a yes)', ''))).toEqual([
      '2027-01-20 Wed 17:00 due-check c1 → p2',
      '2027-01-20 Wed 17:00 due-check c2 → p3',
      '2027-01-20 Wed 17:00 due-check c3 → p4',
      '2027-01-21 Thu 09:00 due-check c4 → p4', // 17:00 in Amsterdam is 05:00 on Thursday in Auckland
    ]);
    expect(planLines(story, ['heads-up'], 'p4').map((line) => line.slice(0, 20))).toEqual([
      '2027-01-19 Tue 09:00',
      '2027-01-20 Wed 09:00',
    ]);
  });

  it('opens the agenda for each on their own last working day before the talk', () => {
    expect(planLines(story, ['agenda'])).toEqual(['2027-01-22 Fri 09:00 agenda k1 → p1 p2 p3 p4']);
    expect(new Set(instants(story, 'agenda')).size).toBe(4);
  });

  it('tells the manager of an answer in the manager’s own hours', () => {
    const asked = story
      .at('2027-01-12T00:30')
      .command('p4', { type: 'ask-change', commitments: ['c3'], words: 'A day later?' });
    expect(planLines(asked, ['change-asked'])).toEqual(['2027-01-12 Tue 09:00 change-asked c3 → p1']);
  });
});

describe('night shifts', () => {
  it('tell of a start at two in the night at the opening of that shift', () => {
    const story = agreedTalk(
      [{ startBy: '2027-01-14T02:00', dueBy: '2027-01-20' }],
      bill({ workingHours: nights }),
    );
    expect(planLines(story, ['start'])).toEqual(['2027-01-13 Wed 22:00 start c1 → p2']);
  });

  it('know start and due before and after midnight as one working day', () => {
    const story = agreedTalk(
      [{ startBy: '2027-01-19T23:00', dueBy: '2027-01-20T03:00' }],
      bill({ workingHours: nights }),
    );
    expect(planLines(story, ['start', 'today', 'heads-up', 'due-check'])).toEqual([
      '2027-01-18 Mon 22:00 heads-up c1 → p2 (before-start)',
      '2027-01-19 Tue 22:00 start c1 → p2 (same-day)',
      '2027-01-19 Tue 22:00 today c1 → p2',
      '2027-01-20 Wed 03:00 due-check c1 → p2',
    ]);
  });

  it('end a due date in the morning after it, and hear of it a shift before', () => {
    const story = agreedTalk([{ dueBy: '2027-01-20' }], bill({ workingHours: nights }));
    expect(story.conversation.commitments[0]?.due?.wall).toBe('2027-01-21T06:00');
    expect(planLines(story, ['heads-up', 'due-check'])).toEqual([
      '2027-01-19 Tue 22:00 heads-up c1 → p2',
      '2027-01-21 Thu 06:00 due-check c1 → p2',
    ]);
  });

  it('have the agenda of a talk in the night at the opening of the shift before', () => {
    const story = agreedTalk([{ dueBy: '2027-02-03' }], {
      ...bill({ workingHours: nights }),
      checkIn: { at: '2027-01-26T03:00' },
    });
    expect(planLines(story, ['agenda'], 'p2')).toEqual(['2027-01-24 Sun 22:00 agenda k1 → p2']);
  });
});

describe('days off', () => {
  it('are each person’s own: Martin Luther King Jr. Day is none in Amsterdam', () => {
    const story = agreedTalk([{ dueBy: '2027-01-18' }], {
      ...bill({ country: 'US' }),
      checkIn: { at: '2027-01-19T16:00' },
    });
    expect(planLines(story, ['heads-up', 'due-check', 'agenda'])).toEqual([
      '2027-01-15 Fri 09:00 agenda k1 → p2',
      '2027-01-15 Fri 09:00 heads-up c1 → p2',
      '2027-01-18 Mon 09:00 agenda k1 → p1',
      '2027-01-19 Tue 09:00 due-check c1 → p2',
    ]);
  });

  it('never move the typed due date (rule 1)', () => {
    const story = agreedTalk([{ dueBy: '2027-01-16' }]);
    expect(story.conversation.commitments[0]?.due?.wall).toBe('2027-01-16T17:00');
    expect(planLines(story, ['due-check'])).toEqual(['2027-01-18 Mon 09:00 due-check c1 → p2']);
  });
});
