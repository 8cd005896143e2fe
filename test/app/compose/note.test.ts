import { expect, it } from 'vitest';
import { act, flat, mailTo, run, sales } from './mails.ts';

const S = '2026-12-30T15:30';
const agreed = () => act(sales(), S, 'p2', { type: 'agree', consequence: 'fair' });
const not = { type: 'report', commitment: 'c1', kept: false };

it('tells the manager who would rather talk, beside the miss, each thing once', () => {
  const told = run(
    act(agreed(), '2027-04-01T10:00', 'p2', { ...not, reason: 'rather-talk', words: 'It is not for paper.' }),
    '2027-04-01T10:10',
  );
  const mail = mailTo(told, 'p1', 'consequence');
  expect(mail.keys.map((key) => key.split('_')[0])).toEqual(['consequence', 'note']);
  expect(flat(mail)).toContain('Bill would rather talk');
  expect(flat(mail)).toContain('This is no verdict, and nothing follows from it by itself.');
  expect(flat(mail).split('It is not for paper.')).toHaveLength(2);
});

it('is a mail of its own when it is said later, seen by the two alone', () => {
  const later = act(
    run(act(agreed(), '2027-04-01T10:00', 'p2', not), '2027-04-01T11:00'),
    '2027-04-01T12:00',
    'p2',
    {
      type: 'explain',
      commitment: 'c1',
      reason: 'rather-talk',
      words: 'Call me.',
    },
  );
  const mail = mailTo(run(later, '2027-04-01T12:10'), 'p1', 'note');
  expect(mail.subject).toBe('Bill would rather talk');
  expect(flat(mail)).toContain('“Call me.”');
  expect(flat(mail)).toContain('Only you and Bill see this one.');
});
