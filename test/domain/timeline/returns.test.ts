import { describe, expect, it } from 'vitest';
import { sentLines } from './table.ts';
import { agreedTalk } from './talk.ts';

const DUE = [{ startBy: '2027-01-13', dueBy: '2027-01-29' }];
const away = { type: 'pause', person: 'p2', from: '2027-01-13', until: '2027-01-19' };

// What `fails` here is owed to evolve: it forgets that a person was away or had opted out, and when that ended.
describe('mail that flows again (rules 5, 8 and 11)', () => {
  it('brings nothing that had passed when a pause ends early', () => {
    const story = agreedTalk(DUE)
      .command('p1', away)
      .run('2027-01-15T12:00')
      .command('p1', { type: 'resume', person: 'p2' });
    expect(story.due()).toEqual([]);
  });

  it('brings what still matters at the return when a pause ends early', () => {
    const story = agreedTalk(DUE)
      .command('p1', away)
      .run('2027-01-13T12:00')
      .command('p1', { type: 'verdict', commitment: 'c1', verdict: 'kept' })
      .run('2027-01-15T12:00')
      .command('p1', { type: 'resume', person: 'p2' })
      .run('2027-01-18T12:00');
    expect(sentLines(story).filter((line) => /celebration .*p2/.test(line))).toHaveLength(1);
  });

  it('brings nothing from a first pause when a second one is entered', () => {
    const story = agreedTalk(DUE)
      .command('p1', away)
      .run('2027-01-21T12:00')
      .command('p1', { type: 'pause', person: 'p2', from: '2027-02-01', until: '2027-02-05' });
    expect(story.due()).toEqual([]);
  });

  it('brings nothing that had passed when somebody wants a kind of mail again', () => {
    const story = agreedTalk(DUE)
      .fact({ type: 'optedOut', by: 'p2', person: 'p2', kinds: ['nudges'] })
      .run('2027-01-15T12:00')
      .fact({ type: 'optedOut', by: 'p2', person: 'p2', kinds: [] });
    expect(story.due()).toEqual([]);
  });
});

describe('a late yes (rule 2)', () => {
  it('asks the manager when the check-in that had to decide is over', () => {
    const story = agreedTalk([{ dueBy: '2027-01-15' }], { checkIn: { at: '2027-01-18T10:00' } })
      .run('2027-01-20T12:00')
      .command('p2', { type: 'report', commitment: 'c1', kept: true });
    expect(story.conversation.commitments[0]?.judgement?.verdict).toBe('missed-not-reported');
  });
});
