import { describe, expect, it } from 'vitest';
import { planLines } from './table.ts';
import { agreedTalk, BILL, MEI, talk } from './talk.ts';

describe('the start', () => {
  it.each([
    ['on its opening, on a later day than the recap', '2027-01-13', '2027-01-13 Wed 09:00 start c1 → p2'],
    [
      'on the previous working opening when the day is free',
      '2027-01-16',
      '2027-01-15 Fri 09:00 start c1 → p2',
    ],
    ['not when the recap covered it', '2027-01-11', '2027-01-11 Mon 09:00 start c1 → p2 (recap-covers-it)'],
  ])('is told %s', (_, startBy, line) => {
    expect(planLines(agreedTalk([{ startBy, dueBy: '2027-01-20' }]), ['start'])).toEqual([line]);
  });

  it('is covered by the recap when the working opening before a free day lies before it', () => {
    const story = agreedTalk([{ startBy: '2027-01-16', dueBy: '2027-01-20' }], {
      now: '2027-01-15T10:00',
      agreedAt: '2027-01-15T11:00',
    });
    expect(planLines(story, ['start'])).toEqual(['2027-01-15 Fri 09:00 start c1 → p2 (recap-covers-it)']);
  });

  it('waits for the yes, and is not made up for when the yes comes later', () => {
    const asked = talk([{ startBy: '2027-01-13', dueBy: '2027-01-20' }]);
    expect(planLines(asked, ['start'])).toEqual(['2027-01-13 Wed 09:00 start c1 → p2 (waits for a yes)']);
    const late = asked.run('2027-01-13T14:00').command('p2', { type: 'agree' });
    expect(planLines(late, ['start'])).toEqual(['2027-01-13 Wed 09:00 start c1 → p2 (lead-time-passed)']);
  });

  it('is one mail with the due date when both are on one day', () => {
    const story = agreedTalk([{ startBy: '2027-01-15', dueBy: '2027-01-15' }]);
    expect(planLines(story, ['start', 'today', 'heads-up'])).toEqual([
      '2027-01-14 Thu 09:00 heads-up c1 → p2 (before-start)',
      '2027-01-15 Fri 09:00 start c1 → p2 (same-day)',
      '2027-01-15 Fri 09:00 today c1 → p2',
    ]);
  });

  it('is never told after due', () => {
    const story = agreedTalk([{ startBy: '2027-01-15', dueBy: '2027-01-15T07:00' }]);
    expect(planLines(story, ['start', 'today'])).toEqual([
      '2027-01-15 Fri 09:00 start c1 → p2 (same-day)',
      '2027-01-15 Fri 09:00 today c1 → p2 (after-due)',
    ]);
  });
});

describe('the heads-up', () => {
  it.each([
    ['comes one working day before', '2027-01-15', '2027-01-14 Thu 09:00 heads-up c1 → p2'],
    ['comes before the weekend when due on Monday', '2027-01-18', '2027-01-15 Fri 09:00 heads-up c1 → p2'],
    ['comes on Friday when due on Sunday', '2027-01-17T12:00', '2027-01-15 Fri 09:00 heads-up c1 → p2'],
    [
      'is not sent when the recap left less than 24 hours before',
      '2027-01-13',
      '2027-01-12 Tue 09:00 heads-up c1 → p2 (too-close-to-recap)',
    ],
    [
      'is not sent when its moment had passed',
      '2027-01-12',
      '2027-01-11 Mon 09:00 heads-up c1 → p2 (lead-time-passed)',
    ],
  ])('%s', (_, dueBy, line) => {
    expect(planLines(agreedTalk([{ dueBy }]), ['heads-up'])).toEqual([line]);
  });

  it('is not sent before the start', () => {
    const story = agreedTalk([{ startBy: '2027-01-16', dueBy: '2027-01-18' }]);
    expect(planLines(story, ['start', 'heads-up'])).toEqual([
      '2027-01-15 Fri 09:00 heads-up c1 → p2 (before-start)',
      '2027-01-15 Fri 09:00 start c1 → p2',
    ]);
  });
});

describe('the due check', () => {
  it.each([
    ['at due within hours, the last minute included', '2027-01-20', '2027-01-20 Wed 17:00'],
    ['at due within hours, the first minute included', '2027-01-20T09:00', '2027-01-20 Wed 09:00'],
    ['at the next opening when due in the evening', '2027-01-22T20:00', '2027-01-25 Mon 09:00'],
    ['at the next opening when due on a Saturday', '2027-01-23', '2027-01-25 Mon 09:00'],
    [
      'at the next opening when due within two hours of the recap',
      '2027-01-11T11:59',
      '2027-01-12 Tue 09:00',
    ],
    ['at due when two working hours lie between', '2027-01-11T12:00', '2027-01-11 Mon 12:00'],
  ])('asks %s', (_, dueBy, when) => {
    const story = agreedTalk([{ dueBy }], { agreedAt: '2027-01-11T10:20' });
    expect(planLines(story, ['due-check'])).toEqual([`${when} due-check c1 → p2`]);
  });

  it('counts working hours only between an evening recap and the due moment', () => {
    const story = agreedTalk([{ dueBy: '2027-01-12T10:30' }], {
      now: '2027-01-11T19:00',
      agreedAt: '2027-01-11T19:10',
    });
    expect(planLines(story, ['due-check'])).toEqual(['2027-01-13 Wed 09:00 due-check c1 → p2']);
  });

  it('asks how a habit is going after a week and at the check-ins', () => {
    const story = agreedTalk([{ habit: true, startBy: '2027-01-12' }], {
      laterCheckIns: [{ at: '2027-02-08T10:00' }],
    });
    expect(planLines(story, ['due-check', 'heads-up'])).toEqual([
      '2027-01-19 Tue 09:00 due-check c1 → p2',
      '2027-01-22 Fri 09:00 due-check c1-k1 → p2',
      '2027-02-05 Fri 09:00 due-check c1-k2 → p2',
    ]);
  });

  it('does not ask about a habit at a check-in before it begins', () => {
    const story = agreedTalk([{ habit: true, startBy: '2027-02-01' }]);
    expect(planLines(story, ['due-check'])).toEqual(['2027-02-08 Mon 09:00 due-check c1 → p2']);
  });
});

describe('consequence, celebration and the check-in', () => {
  it('wait two minutes within hours, and for the next opening after them', () => {
    const told = (at: string, kept: boolean) =>
      planLines(
        agreedTalk([{ dueBy: '2027-01-29', partner: MEI }])
          .run(at)
          .command('p2', { type: 'report', commitment: 'c1', kept }),
        ['celebration', 'consequence'],
      );
    expect(told('2027-01-15T16:30', true)).toEqual(['2027-01-15 Fri 16:32 celebration c1 → p1 p2 p3']);
    expect(told('2027-01-15T16:59', true)).toEqual(['2027-01-18 Mon 09:00 celebration c1 → p1 p2 p3']);
    expect(told('2027-01-15T23:00', false)).toEqual(['2027-01-18 Mon 09:00 consequence c1 → p1 p2']);
  });

  it('has an agenda one working day before, for everyone, and a wrap-up an hour after its end', () => {
    const story = talk([{ dueBy: '2027-01-20' }], { checkIn: { at: '2027-01-25T10:00', minutes: 20 } });
    expect(planLines(story, ['agenda', 'wrap-up'])).toEqual([
      '2027-01-22 Fri 09:00 agenda k1 → p1 p2 p3',
      '2027-01-25 Mon 11:20 wrap-up k1 → p1',
    ]);
  });

  it('has its agenda in the recap when it is so soon that the moment has passed', () => {
    const story = talk([{ dueBy: '2027-01-20' }], { checkIn: { at: '2027-01-12T10:00' } });
    expect(planLines(story, ['agenda'])).toEqual([
      '2027-01-11 Mon 09:00 agenda k1 → p1 p2 p3 (recap-covers-it)',
    ]);
  });

  it('asks the person who owns a commitment, and nobody else', () => {
    const story = talk([
      { dueBy: '2027-01-20' },
      { owner: MEI, dueBy: '2027-01-20' },
      { owner: BILL, dueBy: '2027-01-21' },
    ]);
    expect(planLines(story, ['due-check', 'heads-up'], 'p3').map((line) => line.slice(21))).toEqual([
      'heads-up c2 → p3 (waits for a yes)',
      'due-check c2 → p3 (waits for a yes)',
    ]);
  });
});
