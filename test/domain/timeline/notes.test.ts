import { describe, expect, it } from 'vitest';
import type { Given } from '../given.ts';
import { planLines, since } from './table.ts';
import { agreedTalk, DUE } from './talk.ts';

const talkFirst = { type: 'report', commitment: 'c1', kept: false, reason: 'rather-talk' };
const due = () => agreedTalk(DUE).run('2027-01-20T16:30');
const notes = (story: Given) => since(story, '2027-01-20').filter((line) => line.includes(' note '));

describe('who would rather talk', () => {
  it('has it told to the manager once, two minutes later, and nobody else', () => {
    expect(notes(due().command('p2', talkFirst).run('2027-01-29T10:00'))).toEqual([
      '2027-01-20 Wed 16:32 note c1 → p1',
    ]);
  });

  it('has it told the next working moment where the manager’s day is over', () => {
    const evening = due().run('2027-01-20T21:00').command('p2', talkFirst);
    expect(notes(evening.run('2027-01-29T10:00'))).toEqual(['2027-01-21 Thu 09:00 note c1 → p1']);
  });

  it('can take it back for two minutes', () => {
    const undone = due().command('p2', talkFirst).run('2027-01-20T16:31').command('p2', { type: 'undo' });
    expect(notes(undone.run('2027-01-29T10:00'))).toEqual([]);
  });

  it('says it later too, takes that back alone, and is not told of twice', () => {
    const missed = due()
      .command('p2', { ...talkFirst, reason: 'in-the-way' })
      .run('2027-01-21T10:00');
    const later = missed.command('p2', { type: 'explain', commitment: 'c1', reason: 'rather-talk' });
    expect(notes(later.run('2027-01-21T11:00'))).toEqual(['2027-01-21 Thu 10:02 note c1 → p1']);
    const back = later.command('p2', { type: 'undo' });
    expect(notes(back.run('2027-01-21T11:00'))).toEqual([]);
    expect(back.conversation.commitments[0]?.judgement).toMatchObject({
      verdict: 'missed',
      reason: 'in-the-way',
    });
    const again = later.run('2027-01-21T11:00').command('p2', {
      type: 'explain',
      commitment: 'c1',
      reason: 'rather-talk',
      words: 'By phone, please.',
    });
    expect(notes(again.run('2027-01-21T12:00'))).toHaveLength(1);
  });

  it('says something else instead, and nothing is told', () => {
    const other = due()
      .command('p2', talkFirst)
      .command('p2', { type: 'explain', commitment: 'c1', reason: 'needed-to-learn' });
    expect(notes(other.run('2027-01-29T10:00'))).toEqual([]);
  });

  it('did it after all: there is nothing left to talk about', () => {
    const evening = due().run('2027-01-20T21:00').command('p2', talkFirst);
    const kept = evening
      .run('2027-01-20T22:00')
      .command('p1', { type: 'correct', commitment: 'c1', verdict: 'kept', words: 'It was there.' });
    expect(planLines(kept, ['note'])).toEqual(['2027-01-21 Thu 09:00 note c1 → p1 (settled)']);
  });

  it('is no verdict beyond what was reported, and no note where the manager entered it', () => {
    const plain = due().command('p2', { ...talkFirst, reason: undefined });
    const lines = (story: Given) =>
      since(story.run('2027-02-05T10:00'), '2027-01-20').filter((line) => !line.includes(' note '));
    expect(lines(due().command('p2', talkFirst))).toEqual(lines(plain));
    const entered = plain.command('p1', { type: 'explain', commitment: 'c1', reason: 'rather-talk' });
    expect(notes(entered.run('2027-01-29T10:00'))).toEqual([]);
  });
});
