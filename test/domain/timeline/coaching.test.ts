import { describe, expect, it } from 'vitest';
import type { Given } from '../given.ts';
import { planLines, since } from './table.ts';
import { agreedTalk, DUE } from './talk.ts';

const missed = () =>
  agreedTalk(DUE)
    .run('2027-01-20T17:30')
    .command('p2', { type: 'report', commitment: 'c1', kept: false, reason: 'needed-to-learn' })
    .run('2027-01-21T10:00');

const session = {
  type: 'add-coaching',
  commitment: 'c1',
  how: 'peer',
  with: 'mei@acme.example',
  at: '2027-01-22T14:00',
};
const planned = (more: object = {}) => missed().command('p1', { ...session, ...more });
const about = (story: Given) => since(story, '2027-01-21').filter((line) => line.includes(' k2 '));

describe('a session to learn how', () => {
  it('is put at once into the calendars of its owner and who helps, and of nobody else', () => {
    expect(about(planned().run('2027-01-29T10:00'))).toEqual(['2027-01-21 Thu 10:00 invitation k2 → p2 p3']);
  });

  it('is moved under the same uid by an update, and called off to exactly those invited', () => {
    const moved = planned()
      .run('2027-01-21T11:00')
      .command('p1', { type: 'move-check-in', checkIn: 'k2', at: '2027-01-22T15:00' })
      .run('2027-01-21T12:00');
    expect(about(moved)).toEqual([
      '2027-01-21 Thu 10:00 invitation k2 → p2 p3',
      '2027-01-21 Thu 11:00 invitation k2 → p2 p3',
    ]);
    const off = moved.command('p1', { type: 'cancel-check-in', checkIn: 'k2' }).run('2027-01-21T13:00');
    expect(about(off).slice(2)).toEqual(['2027-01-21 Thu 12:00 invitation-cancelled k2 → p2 p3']);
  });

  it('called off before it left is told to nobody', () => {
    const off = planned().command('p1', { type: 'cancel-check-in', checkIn: 'k2' }).run('2027-01-29T10:00');
    expect(about(off)).toEqual([]);
  });

  it('leaves both calendars when one of them says no, leaves, or the conversation ends', () => {
    const left = planned().run('2027-01-21T11:00');
    const gone = '2027-01-21 Thu 11:00 invitation-cancelled k2 → p2 p3';
    const no = left.command('p3', { type: 'decline-talk', checkIn: 'k2' });
    expect(about(no.run('2027-01-21T12:00')).slice(1)).toEqual([gone]);
    const removed = left.command('p1', { type: 'remove-person', person: 'p3' });
    expect(about(removed.run('2027-01-21T12:00')).slice(1)).toEqual([gone]);
    const closed = left.command('p1', { type: 'close' });
    expect(about(closed.run('2027-01-21T12:00')).slice(1)).toEqual([gone]);
    // One that has been stays where it is.
    const after = left.run('2027-01-23T11:00').command('p1', { type: 'close' });
    expect(about(after.run('2027-01-25T12:00'))).toHaveLength(1);
  });

  it('decides nothing: silence, agenda and wrap-up never see it', () => {
    const without = (lines: readonly string[]) => lines.filter((line) => !line.includes(' k2 '));
    const silent = agreedTalk(DUE).run('2027-01-20T10:00');
    const withSession = silent.command('p1', { ...session, at: '2027-01-21T09:30' });
    const lines = (story: Given) => without(since(story.run('2027-02-05T10:00'), '2027-01-20'));
    expect(lines(withSession)).toEqual(lines(silent));
    expect(planLines(withSession, ['agenda', 'wrap-up']).filter((line) => line.includes(' k2 '))).toEqual([]);
  });

  it('brings in somebody new as who helps, with the invitation and nothing else', () => {
    const told = planned({ how: 'expert', with: 'ines@acme.example' }).run('2027-02-05T10:00');
    expect(since(told, '2027-01-21').filter((line) => line.includes('p4'))).toEqual([
      '2027-01-21 Thu 10:00 invitation k2 → p2 p4',
    ]);
  });
});
