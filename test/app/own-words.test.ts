import { expect, test } from 'vitest';
import { htmlText } from '../../functions/adapters/html-text.ts';
import { ownWords } from '../../functions/app/own-words.ts';

test.each([
  [
    'Gmail',
    'Done.\n\nOn Fri, Jan 8, 2027 at 10:00 AM Dana Johnson, for Acme <\nr+abc@reply.acme.example> wrote:\n\n> We talk\n> again\n',
  ],
  ['Apple', 'Done.\n\nSent from my iPhone\n\n> On 8 Jan 2027, at 10:00, Dana wrote:\n> \n> We talk'],
  [
    'Outlook',
    'Done.\r\n\r\n________________________________\r\nFrom: Dana <r+abc@reply.acme.example>\r\nSent: Friday, January 8, 2027 10:00\r\nTo: Bill\r\nSubject: We talk\r\n\r\nWe talk',
  ],
  [
    'Outlook without a rule',
    'Done.\n\nVon: Dana <r@x.example>\nGesendet: Freitag, 8. Januar 2027 10:00\nAn: Bill\n\nWir reden',
  ],
  ['old Outlook', 'Done.\n\n-----Original Message-----\nFrom: Dana\n\nWe talk'],
  ['Thunderbird, German', 'Done.\n\nAm 08.01.27 um 10:00 schrieb Dana:\n> Wir reden\n'],
  ['an answer below', 'On 8 Jan 2027 Dana wrote:\n> We talk\n\nDone.\n'],
  ['a signature', 'Done.\n\n-- \nBill Ruiz\nSales'],
])('%s: only what was written', (_program, text) => {
  expect(ownWords(text)).toBe('Done.');
});

test('what is not surely a quotation stays', () => {
  const text = 'On Friday Dana wrote: nothing.\n\nFrom: here on I count.\n-- really --';
  expect(ownWords(text)).toBe(text);
});

test('at most 2,000 characters', () => {
  expect(ownWords('word '.repeat(2000)).length).toBeLessThanOrEqual(2000);
});

test('html becomes text, without what it hides, loads and quotes', () => {
  const html =
    '<html><head><title>x</title><style>p{}</style></head><body><p>Done &amp; dusted&nbsp;&#8211; 3 &lt; 4</p><script>alert(1)</script><img src="http://x"><br>Bill<blockquote type="cite">We talk</blockquote><div class="gmail_quote">On…</div></body></html>';
  expect(htmlText(html)).toBe('Done & dusted – 3 < 4\n\nBill');
});

test.each([
  '<'.repeat(300_000),
  '<script>'.repeat(40_000),
  '<!--'.repeat(70_000),
  '&#'.repeat(150_000),
  ' '.repeat(300_000),
  '<div '.repeat(60_000),
])('no html takes long: %#', (html) => {
  const begin = performance.now();
  htmlText(html);
  expect(performance.now() - begin).toBeLessThan(2_000);
});
