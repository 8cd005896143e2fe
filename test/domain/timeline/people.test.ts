import { describe, expect, it } from 'vitest';
import type { FactDraft } from '../../../functions/domain/facts.ts';
import { planLines, sentLines, since } from './table.ts';
import { agreedTalk, BILL, DUE, MEI, OMAR, talk } from './talk.ts';

const bounced: FactDraft = { type: 'addressFailed', by: 'system', person: 'p2', why: 'bounced' };

describe('opting out (rule 11)', () => {
  const without = (kind: 'reminders' | 'nudges' | 'celebrations' | 'check-ins') =>
    talk(DUE).fact({ type: 'optedOut', by: 'p2', person: 'p2', kinds: [kind] });

  it.each([
    ['reminders', ['reminder', 'reminder']],
    ['nudges', ['due-check', 'heads-up', 'start']],
    ['check-ins', ['agenda']],
  ] as const)('of %s stops those and nothing else', (kind, stopped) => {
    const skipped = without(kind)
      .plan()
      .filter((delivery) => delivery.skipped === 'opted-out');
    expect(skipped.map((delivery) => delivery.kind).sort()).toEqual(stopped);
    expect(skipped.every(({ to }) => to === 'p2')).toBe(true);
  });

  it('of celebrations leaves the others’ as they are', () => {
    const story = without('celebrations')
      .at('2027-01-12T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true });
    expect(planLines(story, ['celebration'])).toEqual([
      '2027-01-12 Tue 10:02 celebration c1 → p1',
      '2027-01-12 Tue 10:02 celebration c1 → p2 (opted-out)',
    ]);
  });

  it('of everything still lets changes, invitations and cancellations through', () => {
    const story = agreedTalk(DUE)
      .fact({
        type: 'optedOut',
        by: 'p2',
        person: 'p2',
        kinds: ['reminders', 'nudges', 'celebrations', 'check-ins'],
      })
      .run('2027-01-12T10:00')
      .command('p1', { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-27' })
      .command('p1', { type: 'move-check-in', checkIn: 'k1', at: '2027-01-28T10:00' })
      .run('2027-01-12T12:00')
      .command('p1', { type: 'cancel' })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-12').filter((line) => line.includes('p2'))).toEqual([
      '2027-01-12 Tue 10:00 changed all → p2 p3',
      '2027-01-12 Tue 10:00 entry c1 → p2',
      '2027-01-12 Tue 10:00 invitation k1 → p1 p2 p3',
      '2027-01-12 Tue 12:00 cancelled all → p2 p3',
      '2027-01-12 Tue 12:00 entry-cancelled c1 → p2',
      '2027-01-12 Tue 12:00 invitation-cancelled k1 → p1 p2 p3',
    ]);
  });
});

describe('an address that fails (rule 11)', () => {
  it('gets nothing more, and the manager is told within hours', () => {
    const story = agreedTalk(DUE).run('2027-01-11T18:00').fact(bounced).run('2027-01-30T12:00');
    expect(since(story, '2027-01-11 Mon 18').filter((line) => line.includes('p2'))).toEqual([]);
    expect(sentLines(story)).toContain('2027-01-12 Tue 09:00 address-failed all → p1');
  });

  it('corrected: recap and invitation go out again, what had passed does not, what is ahead does', () => {
    const story = talk([{ startBy: '2027-01-13', dueBy: '2027-01-29' }])
      .run('2027-01-11T10:05')
      .fact(bounced)
      .run('2027-01-14T15:00')
      .command('p1', { type: 'correct-address', person: 'p2', email: OMAR })
      .run('2027-01-14T15:00');
    expect(since(story, '2027-01-14 Thu 15')).toEqual([
      '2027-01-14 Thu 15:00 invitation k1 → p2',
      '2027-01-14 Thu 15:00 recap all → p2',
    ]);
    const keys = story.sent.slice(-2).map(({ key }) => key);
    expect(keys.sort()).toEqual(['invitation_k1_p2_1_a2', 'recap_all_p2_1_a2']);
    const agreed = story.command('p2', { type: 'agree' });
    expect(agreed.due()).toEqual([]);
    expect(planLines(agreed, ['start', 'heads-up', 'agenda'], 'p2')).toEqual([
      '2027-01-13 Wed 09:00 start c1 → p2 (lead-time-passed)',
      '2027-01-22 Fri 09:00 agenda k1 → p2',
      '2027-01-28 Thu 09:00 heads-up c1 → p2',
    ]);
  });

  it('corrected twice counts on, and a cancellation reaches whoever had any of the invitations', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-12T10:00')
      .command('p1', { type: 'correct-address', person: 'p2', email: OMAR })
      .run('2027-01-12T11:00')
      .command('p1', { type: 'correct-address', person: 'p2', email: 'bill.b@acme.example' })
      .run('2027-01-12T12:00');
    expect(story.sent.slice(-2).map(({ key }) => key)).toEqual([
      'recap_all_p2_1_a3',
      'invitation_k1_p2_1_a3',
    ]);
    const cancelled = story.command('p1', { type: 'cancel-check-in', checkIn: 'k1' }).run('2027-01-12T12:00');
    expect(sentLines(cancelled)).toContain('2027-01-12 Tue 12:00 invitation-cancelled k1 → p1 p2 p3');
  });
});

describe('a person without mail (rule 12)', () => {
  const story = () =>
    talk([{ owner: 'Bill', dueBy: '2027-01-20' }], {
      participants: [{ name: 'Bill' }, { name: 'Mei', email: MEI }],
    });

  it('gets nothing; what was said in person counts', () => {
    const said = story()
      .run('2027-01-12T10:00')
      .command('p1', { type: 'said-in-person', person: 'p2', commitment: 'c1', said: 'agreed' })
      .run('2027-01-20T18:00')
      .command('p1', { type: 'said-in-person', person: 'p2', commitment: 'c1', said: 'kept' })
      .run('2027-01-30T12:00');
    expect(sentLines(said).filter((line) => line.includes('p2'))).toEqual([]);
    expect(since(said, '2027-01-20')).toEqual([
      '2027-01-21 Thu 09:00 celebration c1 → p1',
      '2027-01-22 Fri 09:00 agenda k1 → p1 p3',
      '2027-01-25 Mon 11:15 wrap-up k1 → p1',
    ]);
    expect(
      said
        .plan()
        .filter(({ to }) => to === 'p2')
        .every(({ skipped }) => skipped !== undefined),
    ).toBe(true);
  });

  it('is unresolved when nothing was said: nobody asked them', () => {
    const silent = story()
      .command('p1', { type: 'said-in-person', person: 'p2', said: 'agreed' })
      .run('2027-01-24T12:00');
    expect(silent.conversation.commitments[0]?.judgement?.verdict).toBe('unresolved');
  });

  it('with a first address gets recap and invitation, and no burst', () => {
    const reached = story()
      .command('p1', { type: 'said-in-person', person: 'p2', said: 'agreed' })
      .run('2027-01-19T15:00')
      .command('p1', { type: 'correct-address', person: 'p2', email: BILL });
    expect(reached.due().map(({ kind }) => kind)).toEqual(['recap', 'invitation']);
  });
});

describe('a person removed', () => {
  it('is told once, loses the calendar entries once, and hears nothing more', () => {
    const story = agreedTalk([{ owner: MEI, dueBy: '2027-01-21' }, ...DUE])
      .run('2027-01-12T18:00')
      .command('p1', { type: 'remove-person', person: 'p2' })
      .run('2027-01-18T12:00')
      .command('p1', { type: 'cancel-check-in', checkIn: 'k1' })
      .run('2027-01-19T12:00')
      .command('p1', { type: 'cancel' })
      .run('2027-02-28T12:00');
    expect(since(story, '2027-01-12 Tue 18').filter((line) => line.includes('p2'))).toEqual([
      '2027-01-12 Tue 18:00 entry-cancelled c2 → p2',
      '2027-01-12 Tue 18:00 invitation-cancelled k1 → p2',
      '2027-01-13 Wed 09:00 cancelled all → p2',
    ]);
  });

  it('no longer is anybody’s partner', () => {
    const story = agreedTalk([{ dueBy: '2027-01-20', partner: MEI }])
      .run('2027-01-12T10:00')
      .command('p1', { type: 'remove-person', person: 'p3' })
      .run('2027-01-13T10:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true });
    expect(planLines(story, ['celebration'])).toEqual(['2027-01-13 Wed 10:02 celebration c1 → p1 p2']);
  });
});

describe('somebody who joins later', () => {
  it('gets recap and invitation then, is reminded from then, and nothing that had passed', () => {
    const story = agreedTalk(DUE)
      .run('2027-01-14T15:00')
      .command('p1', {
        type: 'amend',
        participants: [{ name: 'Omar', email: OMAR }],
        add: [{ owner: OMAR, action: 'Count them', startBy: '2027-01-12', dueBy: '2027-01-22' }],
      })
      .run('2027-01-19T12:00');
    expect(sentLines(story).filter((line) => line.includes('p4'))).toEqual([
      '2027-01-14 Thu 15:00 invitation k1 → p4',
      '2027-01-14 Thu 15:00 recap all → p4',
      '2027-01-15 Fri 09:00 reminder all → p4',
      '2027-01-19 Tue 09:00 reminder all → p4',
    ]);
  });
});
