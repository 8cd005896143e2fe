import { describe, expect, it } from 'vitest';
import { planLines } from './table.ts';
import { agreedTalk, DANA, OMAR, talk } from './talk.ts';

describe('the recap and what goes with it', () => {
  it('leaves at once, and the invitation beside it, to everyone', () => {
    expect(planLines(talk([{ dueBy: '2027-01-20' }]), ['recap', 'invitation'])).toEqual([
      '2027-01-11 Mon 10:00 invitation k1 → p1 p2 p3',
      '2027-01-11 Mon 10:00 recap all → p1 p2 p3',
    ]);
  });

  it('waits for the minute in which the form can be undone', () => {
    const story = talk([{ dueBy: '2027-01-20' }], { undoSeconds: 60 });
    expect(planLines(story, ['recap'])).toEqual(['2027-01-11 Mon 10:01 recap all → p1 p2 p3']);
  });

  it('leaves in the morning that was chosen, and everything counts from then', () => {
    const story = talk([{ dueBy: '2027-01-20', startBy: '2027-01-12' }], {
      now: '2027-01-11T22:00',
      sendAt: '2027-01-12T08:00',
    });
    expect(planLines(story, ['recap', 'invitation', 'start', 'reminder'], 'p2')).toEqual([
      '2027-01-12 Tue 08:00 invitation k1 → p2',
      '2027-01-12 Tue 08:00 recap all → p2',
      '2027-01-12 Tue 09:00 reminder all → p2',
      '2027-01-12 Tue 09:00 start c1 → p2 (recap-covers-it)',
      '2027-01-14 Thu 09:00 reminder all → p2',
    ]);
  });

  it('brings a partner their line of it and no invitation, and asks how they can help half way', () => {
    const story = talk([{ dueBy: '2027-01-20', partner: OMAR }]);
    expect(planLines(story, [], 'p4')).toEqual([
      '2027-01-11 Mon 10:00 recap all → p4',
      '2027-01-15 Fri 09:00 partner-help c1 → p4 (waits for a yes)',
    ]);
  });

  it('puts the due moment into the calendar two minutes after the yes', () => {
    expect(planLines(agreedTalk([{ dueBy: '2027-01-20' }]), ['entry'])).toEqual([
      '2027-01-11 Mon 11:02 entry c1 → p2',
    ]);
  });

  it('puts the manager’s own due moment into the calendar with the recap', () => {
    expect(planLines(talk([{ owner: DANA, dueBy: '2027-01-20' }]), ['entry'])).toEqual([
      '2027-01-11 Mon 10:00 entry c1 → p1',
    ]);
  });
});

describe('reminders to answer', () => {
  it('come at the next working opening and two working days later, then the manager hears of it', () => {
    expect(planLines(talk([{ dueBy: '2027-01-29' }]), ['reminder', 'not-answered'])).toEqual([
      '2027-01-12 Tue 09:00 reminder all → p2',
      '2027-01-14 Thu 09:00 reminder all → p2',
      '2027-01-15 Fri 09:00 not-answered all → p1',
    ]);
  });

  it('skip the weekend', () => {
    const story = talk([{ dueBy: '2027-01-29' }], { now: '2027-01-15T16:00' });
    expect(planLines(story, ['reminder', 'not-answered'])).toEqual([
      '2027-01-18 Mon 09:00 reminder all → p2',
      '2027-01-20 Wed 09:00 reminder all → p2',
      '2027-01-21 Thu 09:00 not-answered all → p1',
    ]);
  });

  it('go on for what is still open when one of two was answered', () => {
    const story = talk([{ dueBy: '2027-01-29' }, { dueBy: '2027-01-29' }])
      .run('2027-01-12T12:00')
      .command('p2', { type: 'agree', commitments: ['c1'] });
    expect(planLines(story, ['reminder'])).toEqual([
      '2027-01-12 Tue 09:00 reminder all → p2',
      '2027-01-14 Thu 09:00 reminder all → p2',
    ]);
  });

  it('stop when everything was answered, also by asking for a change', () => {
    const story = talk([{ dueBy: '2027-01-29' }])
      .at('2027-01-11T12:00')
      .command('p2', { type: 'ask-change', words: 'A week later?' });
    expect(planLines(story, ['reminder', 'not-answered']).every((line) => line.endsWith('(answered)'))).toBe(
      true,
    );
  });

  it('stop when there is nothing left to say yes to', () => {
    const released = talk([{ dueBy: '2027-01-29' }])
      .at('2027-01-11T12:00')
      .command('p1', { type: 'verdict', commitment: 'c1', verdict: 'released' });
    const kept = talk([{ dueBy: '2027-01-29' }])
      .at('2027-01-11T12:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true });
    for (const story of [released, kept])
      expect(story.run('2027-01-20T12:00').sent.filter(({ kind }) => kind === 'reminder')).toEqual([]);
  });

  it('are not sent about a due date that has passed', () => {
    const story = talk([{ dueBy: '2027-01-13' }]);
    expect(planLines(story, ['reminder'])).toContain('2027-01-14 Thu 09:00 reminder all → p2 (after-due)');
  });

  it('about an old due date are not made up for when a new one is set', () => {
    const story = talk([{ dueBy: '2027-01-13' }])
      .run('2027-01-14T15:00')
      .command('p1', { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-29' });
    expect(story.due().map(({ kind }) => kind)).toEqual(['changed', 'changed']);
  });

  it('reach a manager whose own request was declined, and nobody is told of that', () => {
    const story = talk([{ owner: DANA, dueBy: '2027-01-29' }])
      .run('2027-01-11T12:00')
      .command('p1', { type: 'ask-change', words: 'It is more than one thing' })
      .run('2027-01-11T14:00')
      .command('p2', { type: 'answer-change', commitment: 'c1', accept: false });
    expect(planLines(story, ['reminder', 'not-answered'])).toEqual([
      '2027-01-12 Tue 09:00 reminder c1 → p1',
      '2027-01-14 Thu 09:00 reminder c1 → p1',
    ]);
  });

  it('start anew when an amendment asks for a new yes', () => {
    const story = agreedTalk([{ dueBy: '2027-01-29' }])
      .at('2027-01-13T15:00')
      .command('p1', { type: 'amend', change: [{ id: 'c1', action: 'Something quite different' }] });
    expect(planLines(story, ['reminder', 'not-answered']).filter((line) => line.includes(' c1 '))).toEqual([
      '2027-01-14 Thu 09:00 reminder c1 → p2',
      '2027-01-18 Mon 09:00 reminder c1 → p2',
      '2027-01-19 Tue 09:00 not-answered c1 → p1',
    ]);
  });
});
