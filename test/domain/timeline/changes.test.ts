import { describe, expect, it } from 'vitest';
import type { Given } from '../given.ts';
import { planLines, sentLines, since } from './table.ts';
import { agreedTalk, BILL, DANA, DUE, MEI, talk } from './talk.ts';

function keys(story: Given, kind: string): string[] {
  return story
    .plan()
    .filter((delivery) => delivery.kind === kind)
    .map(({ key }) => key);
}

describe('kept early (rule 6)', () => {
  it('celebrates, drops heads-up and check, and turns the calendar entry into "Done"', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-18T14:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-21T18:00');
    expect(since(story, '2027-01-18')).toEqual([
      '2027-01-18 Mon 14:02 celebration c1 → p1 p2',
      '2027-01-18 Mon 14:02 entry-done c1 → p2',
    ]);
    expect(planLines(story, ['heads-up', 'due-check', 'entry-cancelled'])).toEqual([
      '2027-01-19 Tue 09:00 heads-up c1 → p2 (settled)',
      '2027-01-20 Wed 17:00 due-check c1 → p2 (settled)',
    ]);
  });

  it('leaves the calendar alone where no entry ever stood', () => {
    const story = talk(DUE)
      .run('2027-01-18T14:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-21T18:00');
    expect(since(story, '2027-01-18')).toEqual(['2027-01-18 Mon 14:02 celebration c1 → p1 p2']);
  });

  it('can be taken back for two minutes, and then nothing has left', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-18T14:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-18T14:01')
      .command('p2', { type: 'undo' })
      .run('2027-01-20T17:00');
    expect(since(story, '2027-01-18')).toEqual([
      '2027-01-19 Tue 09:00 heads-up c1 → p2',
      '2027-01-20 Wed 17:00 due-check c1 → p2',
    ]);
  });
});

describe('a new due date (rule 10)', () => {
  const moved = () =>
    agreedTalk(DUE)
      .run('2027-01-18T14:00')
      .command('p1', { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-27' });

  it('replaces heads-up and check under new keys, updates the entry and tells whoever did not do it', () => {
    expect(keys(agreedTalk(DUE), 'due-check')).toEqual(['due-check_c1_p2_1']);
    expect(keys(moved(), 'due-check')).toEqual([`due-check_c1_p2_${moved().conversation.version}`]);
    expect(since(moved().run('2027-01-27T17:00'), '2027-01-18').filter((l) => !l.includes(' k1 '))).toEqual([
      '2027-01-18 Mon 14:00 changed all → p2 p3',
      '2027-01-18 Mon 14:00 entry c1 → p2',
      '2027-01-26 Tue 09:00 heads-up c1 → p2',
      '2027-01-27 Wed 17:00 due-check c1 → p2',
    ]);
  });

  it('brings no late start with it, when a verdict had kept the start from leaving', () => {
    const story = agreedTalk([{ startBy: '2027-01-15', dueBy: '2027-01-20' }])
      .run('2027-01-13T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: false })
      .run('2027-01-18T10:00')
      .command('p1', { type: 'renegotiate', commitment: 'c1', dueBy: '2027-02-03' });
    expect(planLines(story, ['start'])).toEqual(['2027-01-15 Fri 09:00 start c1 → p2 (lead-time-passed)']);
    expect(story.due().map(({ kind }) => kind)).toEqual(['changed', 'changed', 'entry']);
  });

  it('that comes after its own heads-up moment does not make up for it', () => {
    const story = agreedTalk([{ dueBy: '2027-02-03' }])
      .run('2027-01-18T14:00')
      .command('p1', { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-19' });
    expect(planLines(story, ['heads-up'])).toEqual([
      '2027-01-18 Mon 09:00 heads-up c1 → p2 (lead-time-passed)',
    ]);
  });

  it('amended by the manager waits for a new yes, while the entry is put right at once', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-18T14:00')
      .command('p1', { type: 'amend', change: [{ id: 'c1', dueBy: '2027-01-27' }] });
    expect(planLines(story, ['entry', 'due-check', 'changed'])).toEqual([
      '2027-01-18 Mon 14:00 changed all → p2 p3',
      '2027-01-18 Mon 14:00 entry c1 → p2',
      '2027-01-27 Wed 17:00 due-check c1 → p2 (waits for a yes)',
    ]);
    expect(story.run('2027-01-18T14:00').sent.map(({ kind }) => kind)).toContain('entry');
  });

  it('amended before the first yes puts nothing into a calendar', () => {
    const story = talk(DUE)
      .run('2027-01-12T14:00')
      .command('p1', { type: 'amend', change: [{ id: 'c1', dueBy: '2027-01-27' }] })
      .run('2027-01-12T18:00');
    expect(story.sent.filter(({ kind }) => kind === 'entry')).toEqual([]);
  });
});

describe('another owner', () => {
  const handedOn = () =>
    agreedTalk(DUE)
      .run('2027-01-12T14:00')
      .command('p1', { type: 'amend', change: [{ id: 'c1', owner: MEI }] })
      .run('2027-01-12T15:00');

  it('takes the entry out of the former owner’s calendar, once, whatever happens to the date later', () => {
    const story = handedOn()
      .command('p3', { type: 'agree' })
      .run('2027-01-13T10:00')
      .command('p1', { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-29' })
      .run('2027-01-29T18:00');
    expect(since(story, '2027-01-12').filter((line) => line.includes('entry'))).toEqual([
      '2027-01-12 Tue 14:00 entry-cancelled c1 → p2',
      '2027-01-12 Tue 15:02 entry c1 → p3',
      '2027-01-13 Wed 10:00 entry c1 → p3',
    ]);
  });

  it('is asked, and the former one never again', () => {
    const story = handedOn().command('p3', { type: 'agree' }).run('2027-01-21T18:00');
    expect(since(story, '2027-01-12 Tue 15').filter((line) => line.includes('p2'))).toEqual([]);
    expect(sentLines(story)).toContain('2027-01-20 Wed 17:00 due-check c1 → p3');
  });
});

describe('a moved check-in (rule 10)', () => {
  it('moved twice: one invitation with the newest time each, agenda and wrap-up only for the last', () => {
    const story = agreedTalk([{ dueBy: '2027-02-10' }])
      .run('2027-01-13T12:00')
      .command('p1', { type: 'move-check-in', checkIn: 'k1', at: '2027-01-27T14:00' })
      .run('2027-01-14T12:00')
      .command('p1', { type: 'move-check-in', checkIn: 'k1', at: '2027-01-22T14:00' })
      .run('2027-01-30T12:00');
    expect(sentLines(story).filter((line) => line.includes(' k1 '))).toEqual([
      '2027-01-11 Mon 10:00 invitation k1 → p1 p2 p3',
      '2027-01-13 Wed 12:00 invitation k1 → p1 p2 p3',
      '2027-01-14 Thu 12:00 invitation k1 → p1 p2 p3',
      '2027-01-21 Thu 09:00 agenda k1 → p1 p2 p3',
      '2027-01-22 Fri 15:15 wrap-up k1 → p1',
    ]);
    expect(keys(story, 'invitation')).toEqual([
      'invitation_k1_p1_3',
      'invitation_k1_p2_3',
      'invitation_k1_p3_3',
    ]);
  });

  it('moved to tomorrow has no agenda that comes too late', () => {
    const story = agreedTalk([{ dueBy: '2027-02-10' }])
      .run('2027-01-13T12:00')
      .command('p1', { type: 'move-check-in', checkIn: 'k1', at: '2027-01-14T14:00' });
    expect(planLines(story, ['agenda'])).toEqual([
      '2027-01-13 Wed 09:00 agenda k1 → p1 p2 p3 (lead-time-passed)',
    ]);
  });

  it('cancelled: exactly those invited are told by their calendars', () => {
    const story = talk([{ dueBy: '2027-02-10' }]).at('2027-01-11T10:00');
    const left = story
      .claimed(['invitation_k1_p1_1', 'invitation_k1_p3_1'])
      .at('2027-01-13T12:00')
      .command('p1', { type: 'cancel-check-in', checkIn: 'k1' });
    expect(
      left
        .due()
        .filter(({ kind }) => kind === 'invitation-cancelled')
        .map(({ to }) => to),
    ).toEqual(['p1', 'p3']);
  });
});

describe('a correction (rule 9)', () => {
  it('goes to whoever was told the other thing, and to nobody else', () => {
    const story = agreedTalk([{ ...DUE[0], partner: MEI }])
      .run('2027-01-18T14:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-18T15:00')
      .command('p1', { type: 'correct', commitment: 'c1', verdict: 'missed', words: 'It was the other one.' })
      .run('2027-01-21T18:00');
    expect(since(story, '2027-01-18 Mon 15')).toEqual(['2027-01-18 Mon 15:02 correction c1 → p1 p2 p3']);
  });

  it('of a manager’s own: what a participant contests is told to who got the celebration', () => {
    const story = talk([{ owner: DANA, dueBy: '2027-01-20', partner: BILL }])
      .run('2027-01-18T14:00')
      .command('p1', { type: 'report', commitment: 'c1', kept: true })
      .run('2027-01-18T15:00')
      .command('p3', { type: 'contest', commitment: 'c1', words: 'I saw nothing of it' })
      .run('2027-01-21T18:00');
    expect(since(story, '2027-01-18 Mon 15')).toEqual(['2027-01-18 Mon 15:02 correction c1 → p1 p2']);
  });
});
