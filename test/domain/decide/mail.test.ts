import { describe, expect, test } from 'vitest';
import { instant } from '../../../functions/domain/instant.ts';
import { answersTo } from '../../../functions/domain/sequence.ts';
import type { Given } from '../given.ts';
import { agreedTalk, BILL, brings, DANA, MEI, talk } from './talk.ts';

const at = (utc: string) => instant(Date.parse(utc));
const answer = (said: string, more: Record<string, unknown> = {}) => ({
  type: 'answer-invitation',
  about: 'k1',
  answer: said,
  sequence: 0,
  stamp: at('2027-01-08T10:30Z'),
  ...more,
});
const mail = (more: Record<string, unknown> = {}) => ({
  type: 'write',
  words: 'Done!',
  isTheirs: true,
  ...more,
});
const moved = () =>
  agreedTalk().command(DANA, { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T09:30' });
const said = (story: Given) =>
  story.conversation.checkIns.flatMap((checkIn) =>
    answersTo(story.conversation, checkIn).map(({ person, answer: word }) => `${person} ${word}`),
  );
const owed = (story: Given, kind: string) =>
  story.plan().flatMap((delivery) => (delivery.kind === kind ? [delivery] : []));

describe('what a calendar answers', () => {
  test('stands for that person and that time, and only the last of it', () => {
    const story = agreedTalk().command(BILL, answer('accepted')).command(MEI, answer('tentative'));
    expect(said(story)).toEqual(['p2 accepted', 'p3 tentative']);
    const later = story.command(BILL, answer('declined', { stamp: at('2027-01-08T11:00Z') }));
    expect(said(later)).toEqual(['p3 tentative', 'p2 declined']);
  });

  test('is not a yes to the commitment', () => {
    const story = talk().command(BILL, answer('accepted', { about: 'k1' }));
    expect(story.conversation.commitments[0]?.agreement.state).toBe('unanswered');
  });

  test('of an earlier SEQUENCE, or given before another one, changes nothing', () => {
    expect(brings(moved(), BILL, answer('accepted'))).toEqual([]);
    expect(brings(moved(), BILL, answer('accepted', { sequence: 1 }))).toEqual(['invitationAnswered']);
    const declined = agreedTalk().command(BILL, answer('declined', { stamp: at('2027-01-08T11:00Z') }));
    expect(brings(declined, BILL, answer('accepted'))).toEqual([]);
    expect(brings(declined, BILL, answer('declined', { stamp: at('2027-01-08T12:00Z') }))).toEqual([]);
  });

  test('without a SEQUENCE counts when it repeats the time that stands', () => {
    const { sequence: _, ...bare } = answer('accepted');
    expect(brings(moved(), BILL, bare)).toEqual([]);
    const start = at('2027-01-19T08:30Z');
    expect(brings(moved(), BILL, { ...bare, start })).toEqual(['invitationAnswered']);
  });

  test('to a moved check-in is forgotten with the time it was about', () => {
    const story = agreedTalk().command(BILL, answer('accepted'));
    expect(
      said(story.command(DANA, { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T09:30' })),
    ).toEqual([]);
  });

  test('to what was called off, or is somebody else’s, is nothing', () => {
    const off = agreedTalk().command(DANA, { type: 'cancel-check-in', checkIn: 'k1' });
    expect(brings(off, BILL, answer('accepted', { sequence: 5 }))).toEqual([]);
    expect(brings(agreedTalk(), MEI, answer('accepted', { about: 'c1' }))).toEqual([]);
    expect(brings(agreedTalk(), BILL, answer('accepted', { about: 'c1' }))).toEqual(['invitationAnswered']);
  });
});

describe('a decline of the check-in', () => {
  const declined = () => agreedTalk().command(BILL, answer('declined'));

  test('tells the manager, under a key that never changes', () => {
    const story = declined();
    expect(owed(story, 'declined').map(({ key, skipped }) => [key, skipped])).toEqual([
      [`declined_k1_p1_${story.conversation.version}`, undefined],
    ]);
  });

  test('does not when it was taken back in time, or the check-in moved', () => {
    const back = declined().command(BILL, answer('accepted', { stamp: at('2027-01-08T11:00Z') }));
    expect(owed(back, 'declined')).toEqual([]);
    const elsewhere = declined().command(DANA, {
      type: 'move-check-in',
      checkIn: 'k1',
      at: '2027-01-19T09:30',
    });
    expect(owed(elsewhere, 'declined')).toEqual([]);
  });

  test('by the manager tells nobody', () => {
    expect(owed(agreedTalk().command(DANA, answer('declined')), 'declined')).toEqual([]);
  });
});

describe('a mail to somebody’s reply address', () => {
  test('is kept in their words and goes to the manager; no verdict is made of it', () => {
    const story = agreedTalk().command(BILL, mail());
    expect(story.conversation.wrote).toMatchObject([{ person: 'p2', isTheirs: true, words: 'Done!' }]);
    expect(story.conversation.commitments.every(({ judgement }) => judgement === undefined)).toBe(true);
    expect(owed(story, 'wrote').map(({ key }) => key)).toEqual([
      `wrote_all_p1_${story.conversation.version}`,
    ]);
  });

  test('of an unknown sender is nobody’s words', () => {
    const story = agreedTalk().command(BILL, mail({ isTheirs: false }));
    expect(story.facts.at(-1)).toMatchObject({ by: 'system', person: 'p2', isTheirs: false });
  });

  test('still arrives when the conversation is over', () => {
    const story = agreedTalk().command(DANA, { type: 'cancel' }).command(BILL, mail());
    expect(owed(story, 'wrote')).toHaveLength(1);
    expect(brings(story, BILL, answer('accepted'))).toEqual([
      ': This conversation was called off. Record a new one for what comes next.',
    ]);
  });

  test('of the manager’s own goes nowhere', () => {
    expect(owed(agreedTalk().command(DANA, mail()), 'wrote')).toEqual([]);
  });

  test('that says nothing is nothing', () => {
    expect(brings(agreedTalk(), BILL, mail({ words: '  ' }))).toEqual([]);
  });
});
