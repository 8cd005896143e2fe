import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../functions/app/ports.ts';
import { type Instant, instant } from '../../functions/domain/instant.ts';
import { readerOf } from '../../templates/pages/parts/reader.ts';
import { receiptTold } from '../../templates/pages/parts/receipt-told.ts';
import { talk } from '../domain/decide/talk.ts';
import { at } from '../simulation/acme.ts';

const SENT = at('2027-01-11T08:00:00Z');
const later = (ms: number): Instant => instant(SENT + ms);

function told(receipt: Pick<Receipt, 'outcome' | 'times'> & Partial<Receipt>): string {
  const reader = readerOf(talk().conversation, 'p1', at('2027-01-11T12:00:00Z'));
  return receiptTold({ mail: 'm', keys: [], to: 'p2', ...receipt }, reader, SENT);
}

const accepted = SENT;

describe('what became of a mail is told in words', () => {
  it.each([
    ['sent', { outcome: 'accepted', times: { accepted } }, 'sent 09:00'],
    [
      'delivered, to the second',
      { outcome: 'delivered', times: { accepted, delivered: later(4_200) } },
      'sent 09:00, delivered 09:00:04',
    ],
    [
      'delivered on another day',
      { outcome: 'delivered', times: { accepted, delivered: later(86_400_000) } },
      'sent 09:00, delivered Tue 12 Jan, 09:00:00',
    ],
    [
      'a full mailbox',
      { outcome: 'bounced', times: { accepted, bounced: later(7_000) }, detail: 'mailbox full' },
      'sent 09:00, bounced 09:00:07, mailbox full',
    ],
    [
      'an address that is none',
      { outcome: 'bounced', times: { accepted, bounced: later(7_000) }, detail: 'no email' },
      'sent 09:00, bounced 09:00:07, there is no such mailbox',
    ],
    [
      'a word of SES that is new to us',
      { outcome: 'bounced', times: { accepted, bounced: later(7_000) }, detail: 'moon phase' },
      'sent 09:00, bounced 09:00:07, the mailbox does not take it',
    ],
    [
      'a slow mailbox',
      { outcome: 'delayed', times: { accepted, delayed: later(60_000) }, detail: 'mailbox full' },
      'sent 09:00; the mailbox is slow to take it, it is full',
    ],
    [
      'unwanted',
      { outcome: 'complained', times: { accepted, complained: later(3_600_000) } },
      'sent 09:00, marked as unwanted by its reader, 10:00',
    ],
    ['in doubt', { outcome: 'unknown', times: { unknown: SENT } }, 'we are finding out whether it arrived'],
    [
      'parked',
      { outcome: 'unknown', times: { unknown: SENT }, detail: 'parked' },
      'we do not know whether it arrived; it goes out again only once we know that it did not',
    ],
    [
      'refused, and tried again',
      {
        outcome: 'refused',
        times: { refused: SENT },
        detail: 'Throttling',
        retryAt: at('2027-01-11T12:05:00Z'),
      },
      'not taken by the mail service 09:00; tried again 13:05',
    ],
    [
      'refused for good',
      { outcome: 'refused', times: { refused: SENT }, detail: 'RecipientNotAllowed' },
      'not taken by the mail service 09:00, the address is not one that this organisation writes to',
    ],
    ['about to leave', { outcome: 'claimed', times: {} }, 'about to leave'],
  ] as const)('%s', (_, receipt, words) => {
    expect(told(receipt)).toBe(words);
  });
});
