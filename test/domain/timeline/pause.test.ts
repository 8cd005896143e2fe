import { describe, expect, it } from 'vitest';
import { planLines, sentLines, since } from './table.ts';
import { agreedTalk, DANA, talk } from './talk.ts';

function away(person: string, from: string, until: string) {
  return { type: 'pause', person, from, until };
}

const week = away('p2', '2027-01-18', '2027-01-22');

describe('a pause (rule 5)', () => {
  it('lets the moments inside it go by, and changes nothing before and after', () => {
    const story = agreedTalk([
      { startBy: '2027-01-14', dueBy: '2027-01-29' },
      { startBy: '2027-01-19', dueBy: '2027-01-29' },
    ]).command('p1', week);
    expect(planLines(story, ['start', 'heads-up', 'due-check'], 'p2')).toEqual([
      '2027-01-14 Thu 09:00 start c1 → p2',
      '2027-01-19 Tue 09:00 start c2 → p2 (paused)',
      '2027-01-28 Thu 09:00 heads-up c1 → p2',
      '2027-01-28 Thu 09:00 heads-up c2 → p2',
      '2027-01-29 Fri 17:00 due-check c1 → p2',
      '2027-01-29 Fri 17:00 due-check c2 → p2',
    ]);
  });

  it('over the due moment asks for new dates on the return, and gives no verdict for two working days', () => {
    const story = agreedTalk([{ dueBy: '2027-01-20' }])
      .command('p1', week)
      .run('2027-02-01T12:00');
    expect(since(story, '2027-01-16')).toEqual([
      '2027-01-22 Fri 09:00 agenda k1 → p1 p3',
      '2027-01-25 Mon 09:00 new-dates c1 → p2',
      '2027-01-25 Mon 11:15 wrap-up k1 → p1',
    ]);
    const [commitment] = story.conversation.commitments;
    expect(commitment?.judgement).toMatchObject({
      verdict: 'unresolved',
      at: Date.parse('2027-01-27T08:00Z'),
    });
  });

  it('accepts the new date that was asked for, and plans by it', () => {
    const story = agreedTalk([{ dueBy: '2027-01-20' }])
      .command('p1', week)
      .run('2027-01-25T09:30')
      .command('p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-02-03' })
      .run('2027-01-25T12:00')
      .command('p1', { type: 'answer-change', commitment: 'c1', accept: true });
    expect(planLines(story, ['heads-up', 'due-check', 'new-dates'])).toEqual([
      '2027-02-02 Tue 09:00 heads-up c1 → p2',
      '2027-02-03 Wed 17:00 due-check c1 → p2',
    ]);
  });

  it('puts off the question about what was due just before it', () => {
    const story = agreedTalk([{ dueBy: '2027-01-16T12:00' }])
      .command('p1', week)
      .run('2027-02-01T12:00');
    expect(since(story, '2027-01-16').filter((line) => line.includes(' c1 '))).toEqual([
      '2027-01-25 Mon 09:00 due-check c1 → p2',
      '2027-01-26 Tue 11:15 missed-not-reported c1 → p1 p2', // the check-in on Monday decides, and then a day
    ]);
  });

  it('freezes a silence that had begun', () => {
    const story = agreedTalk([{ dueBy: '2027-01-15' }], { checkIn: { at: '2027-02-10T10:00' } })
      .run('2027-01-16T12:00')
      .command('p1', week)
      .run('2027-02-01T12:00');
    expect(since(story, '2027-01-16')).toEqual(['2027-01-25 Mon 17:00 missed-not-reported c1 → p1 p2']);
  });

  it('freezes the middle of a longer silence', () => {
    const story = agreedTalk([{ dueBy: '2027-01-15' }], {
      checkIn: { at: '2027-02-10T10:00' },
      policy: { silenceWorkingDays: 3 },
    })
      .run('2027-01-16T12:00')
      .command('p1', away('p2', '2027-01-19', '2027-01-19'))
      .run('2027-02-01T12:00');
    expect(since(story, '2027-01-16')).toEqual(['2027-01-21 Thu 17:00 missed-not-reported c1 → p1 p2']);
  });

  it('over the check-in keeps its agenda from who is away, and tells the others', () => {
    const story = agreedTalk([{ dueBy: '2027-02-03' }]).command('p1', away('p2', '2027-01-21', '2027-01-26'));
    expect(planLines(story, ['agenda'])).toEqual([
      '2027-01-22 Fri 09:00 agenda k1 → p1 p3',
      '2027-01-22 Fri 09:00 agenda k1 → p2 (paused)',
    ]);
  });

  it('holds what still matters for the opening of the return day, as one mail', () => {
    const story = talk([
      { owner: DANA, dueBy: '2027-01-19', partner: 'bill@acme.example' },
      { owner: DANA, dueBy: '2027-01-20', partner: 'bill@acme.example' },
    ])
      .command('p1', week)
      .run('2027-01-18T12:00')
      .command('p1', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-20T12:00')
      .command('p1', { type: 'report', commitment: 'c2', kept: true })
      .run('2027-02-01T12:00');
    expect(sentLines(story).filter((line) => line.includes('celebration'))).toEqual([
      '2027-01-18 Mon 12:02 celebration c1 → p1',
      '2027-01-20 Wed 12:02 celebration c2 → p1',
      '2027-01-25 Mon 09:00 celebration c1 → p2',
      '2027-01-25 Mon 09:00 celebration c2 → p2',
    ]);
  });

  it('puts off the reminders to answer, and what the manager hears of them', () => {
    const story = talk([{ dueBy: '2027-01-29' }])
      .run('2027-01-12T12:00')
      .command('p1', away('p2', '2027-01-13', '2027-01-15'));
    expect(planLines(story, ['reminder', 'not-answered'])).toEqual([
      '2027-01-12 Tue 09:00 reminder all → p2',
      '2027-01-19 Tue 09:00 reminder all → p2',
      '2027-01-20 Wed 09:00 not-answered all → p1',
    ]);
  });

  it('of the manager keeps wrap-ups and requests for the return', () => {
    const story = agreedTalk([{ dueBy: '2027-02-03' }])
      .command('p1', away('p1', '2027-01-22', '2027-01-27'))
      .run('2027-01-26T12:00')
      .command('p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-02-05' })
      .run('2027-02-01T12:00');
    expect(since(story, '2027-01-22').filter((line) => line.includes('p1'))).toEqual([
      '2027-01-28 Thu 09:00 change-asked c1 → p1',
      '2027-01-28 Thu 09:00 wrap-up k1 → p1',
    ]);
  });

  it('begins and ends with whole days of the person, not of the conversation', () => {
    const story = talk([{ owner: 'bill@acme.example', dueBy: '2027-01-21' }], {
      participants: [{ name: 'Bill', email: 'bill@acme.example', timezone: 'Pacific/Auckland' }],
    })
      .run('2027-01-12T10:00')
      .command('p2', { type: 'agree' })
      .command('p1', away('p2', '2027-01-22', '2027-01-25'));
    expect(planLines(story, ['due-check', 'agenda'], 'p2')).toEqual([
      '2027-01-21 Thu 17:00 due-check c1 → p2',
      '2027-01-22 Fri 09:00 agenda k1 → p2 (paused)',
    ]);
  });
});
