import { expect, it } from 'vitest';
import { instant } from '../../../functions/domain/instant.ts';
import { APP, act, flat, mailTo, northwind, run, sales } from './mails.ts';

const declines = (tenant = northwind, changes: object = {}) => {
  const stamp = instant(Date.parse('2027-01-05T15:00:00Z'));
  const no = { type: 'answer-invitation', about: 'k1', answer: 'declined', sequence: 0, stamp };
  return mailTo(
    run(
      act(sales(changes, undefined, tenant), '2027-01-05T10:00', 'p2', no, tenant),
      '2027-01-05T12:00',
      tenant,
    ),
    'p1',
    'declined',
  );
};

const offered = ({ text }: { text: string }) =>
  [...text.matchAll(/https:\S+\?move=k1&at=(\S+)#move-check-in-k1/g)].map(([, wall]) => wall);

it('tells who can’t make it, and offers three other times that lead to the form with each in it', () => {
  const mail = declines();
  const { id } = sales().story.conversation;
  expect(mail.subject).toMatch(/can.t make it on/);
  expect(offered(mail)).toEqual(['2027-03-25T11:00', '2027-03-26T15:00', '2027-03-29T11:00']);
  expect(mail.text).toContain(`${APP}/conversations/${id}?move=k1#move-check-in-k1`);
  const text = flat(mail);
  expect(text).toMatch(/nobody.s calendar was looked at/);
  expect(text).toContain('Thursday 25 March');
  expect(text).toContain('Choose another time');
});

it('leads to where calendars are looked into, if they can be', () => {
  const mail = declines({ ...northwind, calendar: 'google' });
  expect(flat(mail)).toContain('See when everyone is free');
});

it('never offers the very time that was declined, nor one that begins while it would last', () => {
  const soon = (at: string, minutes = 15) => offered(declines(northwind, { checkIn: { at, minutes } }));
  expect(soon('2027-01-08T09:00')).toContain('2027-01-06T11:00');
  expect(soon('2027-01-06T11:00')).not.toContain('2027-01-06T11:00');
  expect(soon('2027-01-06T10:45', 30)).not.toContain('2027-01-06T11:00');
});
