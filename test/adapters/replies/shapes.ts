import { ics, multipart, rawMail } from './raw-mail.ts';

/** What the invitation was: conversation "conv", check-in k1, person p2. */
const REPLY_TO = 'r+abcdefghijklmnopqrstuvwxyz@reply.acme.example';
export const UID = 'conv-k1-p2@reply.acme.example';
const BILL = 'bill@acme.example';
const START = '20270118T083000Z';

/** What has to be read from a shape; left out: `accepted` by Bill himself, SEQUENCE 0. */
type Read = {
  answer?: string;
  attendee?: string;
  sequence?: number | undefined;
  method?: string;
  comment?: string;
  text?: string;
  from?: string;
  start?: string;
  automatic?: boolean;
  uid?: string;
};
export type Shape = { name: string; raw: Uint8Array; read: Read };

const headers = (more: Record<string, string> = {}) => ({
  From: `Bill Ruiz <${BILL}>`,
  To: `Dana <${REPLY_TO}>`,
  Subject: 'Accepted: We talk: discounts',
  Date: 'Fri, 8 Jan 2027 10:30:00 +0000',
  'Message-ID': '<x@acme.example>',
  ...more,
});

type Event = {
  prodid?: string;
  method?: string | undefined;
  attendee?: string | undefined;
  organizer?: string | undefined;
  sequence?: string | undefined;
  start?: string;
  more?: readonly string[];
  before?: readonly string[];
};

function calendar(event: Event = {}): string {
  const attendee = 'attendee' in event ? event.attendee : `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${BILL}`;
  const organizer = 'organizer' in event ? event.organizer : `ORGANIZER;CN=Dana:mailto:${REPLY_TO}`;
  const method = 'method' in event ? event.method : 'REPLY';
  const sequence = 'sequence' in event ? event.sequence : '0';
  return ics(
    'BEGIN:VCALENDAR',
    `PRODID:${event.prodid ?? '-//Example//EN'}`,
    'VERSION:2.0',
    ...(method === undefined ? [] : [`METHOD:${method}`]),
    ...(event.before ?? []),
    'BEGIN:VEVENT',
    ...(attendee === undefined ? [] : [attendee]),
    ...(organizer === undefined ? [] : [organizer]),
    `UID:${UID}`,
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    'DTSTAMP:20270108T103000Z',
    event.start ?? `DTSTART:${START}`,
    ...(event.more ?? []),
    'END:VEVENT',
    'END:VCALENDAR',
  );
}

const TYPE = 'text/calendar; method=REPLY; charset=UTF-8';
const plain = (body: string) => ({ type: 'text/plain; charset=UTF-8', body });
const html = (body: string) => ({ type: 'text/html; charset=UTF-8', body });
const part = (body: string, type = TYPE, encoding: 'base64' | 'quoted-printable' | '8bit' = '8bit') => ({
  type,
  body,
  encoding,
});
const attached = (body: string) => ({
  ...part(body, 'application/ics; name="invite.ics"', 'base64'),
  more: 'Content-Disposition: attachment; filename="invite.ics"',
});

const answers = ['accepted', 'tentative', 'declined'] as const;
const partstat = (answer: string) => `PARTSTAT=${answer.toUpperCase()}`;

/** Gmail: three alternatives and an attachment, folded ATTENDEE with X-NUM-GUESTS, everything marked as generated. */
const gmail = answers.map((answer): Shape => {
  const body = calendar({
    prodid: '-//Google Inc//Google Calendar 70.9054//EN',
    attendee: `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;${partstat(answer)};CN=Bill\r\n  Ruiz;X-NUM-GUESTS=0:mailto:${BILL}`,
    more: ['CREATED:20270108T100000Z', 'STATUS:CONFIRMED', 'SUMMARY:We talk: discounts'],
  });
  return {
    name: `Gmail, ${answer}`,
    raw: rawMail(
      headers({
        Sender: 'Google Calendar <calendar-notification@google.com>',
        'Auto-Submitted': 'auto-generated',
      }),
      multipart('mixed', [
        multipart('alternative', [
          { ...plain(`Bill Ruiz has ${answer} this invitation.`), encoding: 'base64' },
          html('<p>Bill Ruiz has answered</p>'),
          part(body, 'text/calendar; charset="UTF-8"; method=REPLY', '8bit'),
        ]),
        attached(body),
      ]),
    ),
    read: { answer, automatic: true },
  };
});

/** Outlook on a desk: no ORGANIZER, base64, a note in the body, DTSTART in a Windows zone with its VTIMEZONE. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const outlook = answers.map((answer): Shape => {
  const body = calendar({
    prodid: '-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    organizer: undefined,
    attendee: `ATTENDEE;${partstat(answer)}:MAILTO:${BILL}`,
    before: VTIMEZONE,
    start: 'DTSTART;TZID="W. Europe Standard Time":20270118T093000',
    more: ['X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'CLASS:PUBLIC', 'SUMMARY;LANGUAGE=en-us:Accepted: We talk'],
  });
  return {
    name: `Outlook on a desk, ${answer}, with a note`,
    raw: rawMail(
      headers(),
      multipart('alternative', [plain('Five minutes late.'), part(body, TYPE, 'base64')]),
    ),
    read: { answer, text: 'Five minutes late.', start: START },
  };
});

/** Exchange Online: the calendar among alternatives, ORGANIZER left out, quoted-printable, empty html. */
const exchange = answers.map((answer): Shape => {
  const body = calendar({
    prodid: 'Microsoft Exchange Server 2010',
    organizer: undefined,
    attendee: `ATTENDEE;${partstat(answer)};CN="Ruiz, Bill":MAILTO:${BILL}`,
    start: 'DTSTART;TZID=UTC:20270118T083000',
    more: ['CLASS:PUBLIC', 'PRIORITY:5', 'TRANSP:OPAQUE', 'X-MICROSOFT-CDO-APPT-SEQUENCE:0'],
  });
  return {
    name: `Exchange Online, ${answer}`,
    raw: rawMail(
      headers({ 'X-MS-Has-Attach': '', 'X-MS-Exchange-Calendar-Series-Instance-Id': 'AAA' }),
      multipart('alternative', [
        { ...plain(''), encoding: 'quoted-printable' },
        { ...html('<html><body></body></html>'), encoding: 'quoted-printable' },
        part(body, 'text/calendar; charset="utf-8"; method=REPLY', 'quoted-printable'),
      ]),
    ),
    read: { answer },
  };
});

/** Apple: text and calendar in a mixed, no charset, the address in EMAIL too. */
const apple = answers.map((answer): Shape => {
  const body = calendar({
    prodid: '-//Apple Inc.//macOS 15.2//EN',
    attendee: `ATTENDEE;CN="Bill Ruiz";CUTYPE=INDIVIDUAL;EMAIL="${BILL}";${partstat(answer)};ROLE=REQ-PARTICIPANT:mailto:${BILL}`,
    more: [
      'LAST-MODIFIED:20270108T103000Z',
      'TRANSP:OPAQUE',
      'BEGIN:VALARM',
      'ATTENDEE:mailto:alarm@x.example',
      'END:VALARM',
    ],
  });
  return {
    name: `Apple, ${answer}`,
    raw: rawMail(
      headers(),
      multipart('mixed', [plain('Bill Ruiz'), part(body, 'text/calendar;method=REPLY;name=iCal.ics')]),
    ),
    read: { answer },
  };
});

/** Thunderbird: one part and nothing else, with the comment people can add. */
const thunderbird = answers.map((answer): Shape => {
  const body = calendar({
    prodid: '-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
    attendee: `ATTENDEE;CN=Bill;${partstat(answer)};ROLE=REQ-PARTICIPANT:mailto:${BILL}`,
    more: ['COMMENT:Bring the list\\, please\\nand coffee', 'X-MOZ-RECEIVED-SEQUENCE:0'],
  });
  return {
    name: `Thunderbird, ${answer}, with a comment`,
    raw: rawMail(
      headers(),
      multipart('mixed', [plain('Bill has answered.'), part(body, TYPE, '8bit'), attached(body)]),
    ),
    read: { answer, comment: 'Bring the list, please\nand coffee' },
  };
});

const one = (name: string, body: string, read: Read = {}, type = TYPE): Shape => ({
  name,
  raw: rawMail(headers(), part(body, type)),
  read,
});

const odd: Shape[] = [
  one('the calendar alone, as the whole mail', calendar()),
  one('no method in the header', calendar(), {}, 'text/calendar; charset=utf-8'),
  one('no METHOD in the calendar', calendar({ method: undefined })),
  one('no method anywhere', calendar({ method: undefined }), { method: '' }, 'text/calendar'),
  one('method in small letters', calendar({ method: 'reply' }), {}, 'text/calendar; method=reply'),
  one(
    'an alias as ATTENDEE',
    calendar({ attendee: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:b.ruiz@acme.example' }),
    {
      attendee: 'b.ruiz@acme.example',
    },
  ),
  one(
    'an ATTENDEE in capitals',
    calendar({ attendee: `ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:BILL@ACME.EXAMPLE` }),
  ),
  one('an ATTENDEE without mailto', calendar({ attendee: `ATTENDEE;PARTSTAT=ACCEPTED:${BILL}` })),
  one(
    'PARTSTAT in quotation marks and small letters',
    calendar({ attendee: `ATTENDEE;PARTSTAT="accepted":mailto:${BILL}` }),
  ),
  one(
    'a colon and a semicolon in a quoted name',
    calendar({ attendee: `ATTENDEE;CN="Ruiz; Bill: Sales";PARTSTAT=ACCEPTED:mailto:${BILL}` }),
  ),
  one(
    'everybody in it, and one who answers',
    calendar({
      attendee: `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:mei@acme.example\r\nATTENDEE;PARTSTAT=DECLINED:mailto:${BILL}`,
    }),
    { answer: 'declined' },
  ),
  one('no SEQUENCE', calendar({ sequence: undefined }), { sequence: undefined }),
  one('an old SEQUENCE', calendar({ sequence: '3' }), { sequence: 3 }),
  one('a SEQUENCE that is none', calendar({ sequence: 'many' }), { sequence: undefined }),
  one('bare LF line ends', calendar().replaceAll('\r\n', '\n')),
  one('bare CR line ends', calendar().replaceAll('\r\n', '\r')),
  one('a byte order mark', `\ufeff${calendar()}`),
  one('lines that are none, between good ones', calendar({ more: ['this is no line', ':::', '=3D', ''] })),
  one(
    'folded with a tab in the middle of PARTSTAT',
    calendar({ attendee: `ATTENDEE;PART\r\n\tSTAT=ACCEPTED:mailto:${BILL}` }),
  ),
  one('cut off before its end', calendar().slice(0, -20)),
  one(
    'a delegation',
    calendar({ attendee: `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:x@y.example":mailto:${BILL}` }),
    {
      answer: 'delegated',
    },
  ),
  one(
    'a proposal from Outlook',
    calendar({
      method: 'COUNTER',
      prodid: 'Microsoft Exchange Server 2010',
      organizer: undefined,
      attendee: `ATTENDEE;PARTSTAT=TENTATIVE:mailto:${BILL}`,
      start: 'DTSTART;TZID=W. Europe Standard Time:20270119T100000',
    }),
    { method: 'COUNTER', answer: 'tentative', start: '20270119T090000Z' },
    'text/calendar; method=COUNTER',
  ),
  one(
    'a proposal in an IANA zone',
    calendar({ method: 'COUNTER', start: 'DTSTART;TZID=America/New_York:20270119T100000' }),
    {
      method: 'COUNTER',
      start: '20270119T150000Z',
    },
    'text/calendar; method=COUNTER',
  ),
  one('a UID in another case', calendar().replace(UID, UID.toUpperCase()), { uid: UID.toUpperCase() }),
  {
    name: 'called Latin, written in UTF-8',
    raw: rawMail(
      headers(),
      part(
        calendar({ more: ['COMMENT:Grüße aus Köln – später'] }),
        'text/calendar; method=REPLY; charset=iso-8859-1',
      ),
    ),
    read: { comment: 'Grüße aus Köln – später' },
  },
  {
    name: 'an unknown charset',
    raw: rawMail(headers(), part(calendar(), 'text/calendar; method=REPLY; charset=x-nobody')),
    read: {},
  },
  {
    name: 'only an attached file, called octet-stream',
    raw: rawMail(
      headers(),
      multipart('mixed', [
        plain('See attached'),
        {
          ...part(calendar(), 'application/octet-stream; name=meeting.ics', 'base64'),
          more: 'Content-Disposition: attachment; filename=meeting.ics',
        },
      ]),
    ),
    read: { text: 'See attached' },
  },
  {
    name: 'From in an encoded word, with a comma in the name',
    raw: rawMail(headers({ From: `=?utf-8?q?Ruiz=2C_Bill?= <Bill@Acme.Example>` }), part(calendar())),
    read: {},
  },
  {
    name: 'a boundary in quotation marks with signs in it',
    raw: rawMail(headers(), multipart('alternative', [plain('x'), part(calendar())], "=_'()+,-./:=? x")),
    read: {},
  },
  {
    name: 'no closing boundary',
    raw: Buffer.from(
      Buffer.from(rawMail(headers(), multipart('mixed', [plain('x'), part(calendar())])))
        .toString()
        .replace('--b-mixed--', ''),
    ),
    read: {},
  },
];

export const shapes: readonly Shape[] = [...gmail, ...outlook, ...exchange, ...apple, ...thunderbird, ...odd];
