import { expect, test } from 'vitest';
import { makeRandom } from '../simulation/random.ts';
import { startMailReader } from './mail-reader.ts';
import { shapes } from './replies/shapes.ts';

// `FUZZ=100000 npm test` goes on for a few minutes; this many take seconds.
const INPUTS = Number(process.env.FUZZ ?? 4_000);
const SEED = 20270108;

const BITS = [
  '\r\n',
  '\n',
  '\r',
  '--b-mixed',
  '--',
  ';',
  ':',
  '"',
  '=',
  '=?utf-8?B?',
  '?=',
  '%',
  '\0',
  '\ufeff',
  '\u2028',
  '<',
  '>',
  'Content-Type: multipart/mixed; boundary=b',
  'Content-Transfer-Encoding: base64',
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VCALENDAR',
  'ATTENDEE;PARTSTAT=',
  'SEQUENCE:99999999999999999999',
  'DTSTART;TZID=Nowhere/At/All:20270101T000000',
  'DTSTAMP:99999999T999999Z',
  'DTSTART:00010101T000000Z',
  'RRULE:FREQ=SECONDLY',
  'UID:',
  'METHOD:',
  '\t',
  ' '.repeat(500),
  'A'.repeat(2_000),
];

const random = makeRandom(SEED);

/** One mutation: something strange, or a piece of the mail itself, put in or in place of a piece. */
function mutated(bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const cut = random.below(3) === 0 ? random.below(200) : 0;
  const bit =
    random.below(4) === 0 ? String.fromCharCode(random.below(256)) : (BITS[random.below(BITS.length)] ?? '');
  const own = bytes.subarray(0, random.below(bytes.length + 1));
  const put = random.below(8) === 0 ? own : Buffer.from(bit, 'latin1');
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]).subarray(0, 64 * 1024);
}

test(`${INPUTS} malformed mails are read or refused, none crashes or hangs`, {
  timeout: 1_800_000,
}, async () => {
  const read = startMailReader();
  for (let n = 0; n < INPUTS; n++) {
    let bytes: Buffer = Buffer.from(shapes[random.below(shapes.length)]?.raw ?? []);
    for (let change = random.below(6); change >= 0; change--) bytes = mutated(bytes);
    const { words } = await read(bytes).catch((cause: unknown) => {
      throw new Error(`mail ${n}: ${bytes.toString('base64')}`, { cause });
    });
    expect(words.length).toBeLessThanOrEqual(2_000);
  }
});

const head = 'From: bill@acme.example\r\nMIME-Version: 1.0\r\n';
const MOST = 4 * 1024 * 1024;
const filled = (start: string, piece: string) =>
  Buffer.from((head + start + piece.repeat(MOST / piece.length)).slice(0, MOST));

test.each([
  [
    'four megabytes of parts',
    filled('Content-Type: multipart/mixed; boundary=b\r\n\r\n', '--b\r\n\r\nx\r\n'),
  ],
  ['multiparts in each other', filled('', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n')],
  ['one header', filled('Subject: ', 'a ')],
  ['many headers', filled('', 'X-Y: z\r\n')],
  [
    'a base64 attachment that never ends',
    filled('Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n', 'UEsDBBQA'),
  ],
  ['one line of text', filled('\r\n', 'word ')],
  ['lines of quotation', filled('\r\n', '> \r\n')],
  ['attributions', filled('\r\n', 'On Monday Dana wrote\r\n')],
  ['calendars', filled('Content-Type: text/calendar\r\n\r\n', 'BEGIN:VEVENT\r\n')],
  ['folds', filled('Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT', '\r\n ')],
  ['encoded words', filled('Subject: ', '=?utf-8?q?=41?= ')],
])('%s are read to an end, and little of them is kept', { timeout: 300_000 }, async (_what, raw) => {
  const { mail, words } = await startMailReader()(raw);
  expect(words.length).toBeLessThanOrEqual(2_000);
  expect(JSON.stringify(mail ?? '').length).toBeLessThan(1_000_000);
});
