import { describe, expect, it } from 'vitest';
import { isCloserOffered, levelOf, streakOf } from '../../functions/domain/contact.ts';
import { personOf } from '../../functions/domain/parties.ts';
import { isRefusal } from '../../functions/domain/refusal.ts';
import type { Given } from './given.ts';
import { planLines, sentLines } from './timeline/table.ts';
import { agreedTalk, BILL, MEI } from './timeline/talk.ts';

const FOUR = [
  { dueBy: '2027-01-13' },
  { dueBy: '2027-01-14' },
  { dueBy: '2027-01-15' },
  { startBy: '2027-01-25', dueBy: '2027-02-05' },
];
type Choice = Parameters<typeof agreedTalk>[1];

const four = (choice: Choice = {}) => agreedTalk(FOUR, { checkIn: { at: '2027-02-08T10:00' }, ...choice });
const report = (story: Given, commitment: string, kept: boolean) =>
  story.command('p2', { type: 'report', commitment, kept });
const all = (story: Given, ...kept: boolean[]) =>
  kept.reduce(
    (open, yes, index) => report(open.run(`2027-01-${13 + index}T16:00`), `c${index + 1}`, yes),
    story,
  );
const level = ({ conversation }: Given) => levelOf(personOf(conversation, 'p2'));
const streak = ({ conversation }: Given) => streakOf(conversation, { id: 'p2' });
const offered = ({ conversation }: Given) => isCloserOffered(conversation, personOf(conversation, 'p2'));
const NUDGES = ['start', 'mid-way', 'heads-up', 'today', 'due-check'];
const lastOnes = (story: Given) => planLines(story, NUDGES, 'p2').filter((line) => line.includes(' c4 '));
const choose = (story: Given, to: string) => story.command('p2', { type: 'choose-contact', level: to });

describe('verdicts in a row', () => {
  it('count up when kept, down when missed, and begin anew with each turn', () => {
    expect(streak(all(four(), true, true, true))).toBe(3);
    expect(streak(all(four(), true, true, false))).toBe(-1);
    expect(streak(all(four(), false, false, true))).toBe(1);
  });

  it('leave out silence until somebody confirms it', () => {
    const silent = four().run('2027-01-19T12:00');
    expect(silent.conversation.commitments[0]?.judgement?.verdict).toBe('missed-not-reported');
    expect([streak(silent), level(silent), offered(silent)]).toEqual([0, 'normal', false]);
    expect(streak(report(silent, 'c1', false))).toBe(-1);
  });

  it('keep what a new date has put to rest', () => {
    const missed = report(four().run('2027-01-13T16:00'), 'c1', false);
    const renewed = missed.command('p1', { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-22' });
    expect(streak(renewed)).toBe(-1);
    expect(streak(report(renewed, 'c1', true))).toBe(1);
  });
});

describe('contact', () => {
  it('is light after three kept in a row: only “done, or not yet?” comes', () => {
    expect(lastOnes(all(four(), true, true))).toEqual([
      '2027-01-25 Mon 09:00 start c4 → p2',
      '2027-02-04 Thu 09:00 heads-up c4 → p2',
      '2027-02-05 Fri 17:00 due-check c4 → p2',
    ]);
    expect(lastOnes(all(four(), true, true, true))).toEqual([
      '2027-01-25 Mon 09:00 start c4 → p2 (light-contact)',
      '2027-02-04 Thu 09:00 heads-up c4 → p2 (light-contact)',
      '2027-02-05 Fri 17:00 due-check c4 → p2',
    ]);
  });

  it('is as before when the third is taken back', () => {
    const back = all(four(), true, true, true).command('p2', { type: 'undo' });
    expect([level(back), personOf(back.conversation, 'p2').contact]).toEqual(['normal', []]);
  });

  it('leaves as it was what has passed, whatever is corrected later', () => {
    const light = all(four(), true, true, true).run('2027-01-25T10:00');
    const corrected = light
      .command('p1', { type: 'correct', commitment: 'c3', verdict: 'missed', words: 'It was not there.' })
      .run('2027-01-25T16:00');
    expect(level(corrected)).toBe('normal');
    expect(sentLines(corrected).filter((line) => line.includes('start c4'))).toEqual([]);
    expect(lastOnes(corrected)).toEqual([
      '2027-01-25 Mon 09:00 start c4 → p2 (light-contact)',
      '2027-02-04 Thu 09:00 heads-up c4 → p2',
      '2027-02-05 Fri 17:00 due-check c4 → p2',
    ]);
  });

  it('is offered to be closer after two missed in a row, and comes closer only if it is wanted', () => {
    const missed = all(four(), false, false);
    expect([offered(all(four(), false)), offered(missed), level(missed)]).toEqual([false, true, 'normal']);
    expect(lastOnes(missed).some((line) => line.includes('mid-way'))).toBe(false);
    const close = choose(missed, 'close');
    expect(offered(close)).toBe(false);
    expect(lastOnes(close)).toEqual([
      '2027-01-25 Mon 09:00 start c4 → p2',
      '2027-01-29 Fri 09:00 mid-way c4 → p2',
      '2027-02-04 Thu 09:00 heads-up c4 → p2',
      '2027-02-05 Fri 17:00 due-check c4 → p2',
    ]);
  });

  it('is not offered again once it was declined, until another one is missed', () => {
    const declined = choose(all(four(), false, false), 'normal');
    expect(offered(declined)).toBe(false);
    expect(offered(report(declined.run('2027-01-15T16:00'), 'c3', false))).toBe(true);
  });

  it('has no look half way where another mail of the day says it, or when it is settled', () => {
    const short = choose(agreedTalk([{ startBy: '2027-01-13', dueBy: '2027-01-15' }]), 'close');
    expect(planLines(short, ['mid-way'])).toEqual(['2027-01-14 Thu 09:00 mid-way c1 → p2 (same-day)']);
    const kept = choose(report(four(), 'c4', true), 'close');
    expect(planLines(kept, ['mid-way'])).toContain('2027-01-29 Fri 09:00 mid-way c4 → p2 (settled)');
  });

  it('stops with the other mails about start and due date, and waits out a pause', () => {
    const close = choose(four(), 'close');
    const stopped = close.fact({ type: 'optedOut', by: 'p2', person: 'p2', kinds: ['nudges'] });
    expect(planLines(stopped, ['mid-way'])).toContain('2027-01-29 Fri 09:00 mid-way c4 → p2 (opted-out)');
    const away = close.command('p1', {
      type: 'pause',
      person: 'p2',
      from: '2027-01-28',
      until: '2027-01-30',
    });
    expect(planLines(away, ['mid-way'])).toContain('2027-01-29 Fri 09:00 mid-way c4 → p2 (paused)');
  });

  it('is the person’s own to choose, both ways and whatever the record says', () => {
    expect(level(choose(all(four(), true, true, true), 'normal'))).toBe('normal');
    expect(level(all(choose(four(), 'normal'), true, true, true))).toBe('normal');
    expect(level(choose(four(), 'light'))).toBe('light');
    expect(level(choose(choose(four(), 'light'), 'close'))).toBe('close');
    expect(choose(four(), 'light').decision('p2', { type: 'choose-contact', level: 'light' })).toEqual([]);
  });

  it('is nobody’s to choose who has promised nothing', () => {
    const decision = four().decision('p3', { type: 'choose-contact', level: 'light' });
    expect(isRefusal(decision) && decision.errors[0]?.message).toContain('no commitment here');
  });

  it('follows nothing where the policy says so, but for a choice', () => {
    const plain = all(four({ policy: { contact: 'normal' } }), true, true, true);
    expect([streak(plain), level(plain)]).toEqual([3, 'normal']);
    expect(level(choose(plain, 'light'))).toBe('light');
    expect(offered(all(four({ policy: { contact: 'normal' } }), false, false))).toBe(false);
  });

  it('is each person’s own: what one keeps changes nothing for another', () => {
    const both = agreedTalk([...FOUR, { owner: MEI, startBy: '2027-01-25', dueBy: '2027-02-05' }], {
      participants: [
        { name: 'Bill', email: BILL },
        { name: 'Mei', email: MEI },
      ],
    }).command('p3', { type: 'agree' });
    expect(planLines(all(both, true, true, true), ['heads-up'], 'p3')).toEqual([
      '2027-02-04 Thu 09:00 heads-up c5 → p3',
    ]);
  });
});
