import { expect, it } from 'vitest';
import { act, flat, mailTo, run, sales } from './mails.ts';

const S = '2026-12-30T15:30';
const wrote = (command: object) =>
  mailTo(run(act(sales(), S, 'p2', { type: 'write', ...command }), '2026-12-30T16:30'), 'p1', 'wrote');

it('passes somebody’s words on, and leaves what follows from them to the manager', () => {
  const mail = wrote({ words: 'Can’t make it.', isTheirs: true });
  expect(mail.subject).toBe('Bill wrote back');
  expect(flat(mail)).toContain('What follows from these words is yours to say.');
  expect(flat(mail)).toContain('“Can’t make it.” (Bill)');
  expect(flat(mail)).toContain('We have not answered Bill; that is up to you.');
  expect(flat(mail)).toContain('Only you and Bill see this one.');
});

it('says of words that may be anybody’s neither that they are Bill’s nor that Bill sees them', () => {
  const mail = wrote({ words: 'Close it.', isTheirs: false });
  expect(mail.subject).toBe("Somebody wrote to Bill's reply address");
  expect(flat(mail)).not.toContain('(Bill)');
  expect(flat(mail)).not.toContain('answered Bill');
  expect(flat(mail)).toContain('Only you see this one.');
});
