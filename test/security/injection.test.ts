import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeCalendar } from '../../functions/adapters/ical.ts';
import { writeMime } from '../../functions/adapters/mime.ts';
import type { OutgoingMail } from '../../functions/app/outgoing-mail.ts';
import { conversationFor } from '../../functions/app/person-file.ts';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { cleanLine } from '../../functions/domain/text.ts';
import { begun, makeWebWorld } from '../http/web-world.ts';
import { skeleton } from '../mail/html-facts.ts';
import { DANA, RECORDED } from '../simulation/acme.ts';
import { act, loaded, manage, ok, tokenOf } from '../simulation/acting.ts';

const EVE = 'eve+x=1@acme.example';
const ZOE = "zo.o'malley@acme.example";

const HOSTILE: [string, string][] = [
  ['a header', 'Rain\r\nBcc: eve@evil.example\r\nX-Injected: yes\r\n\r\n<b>body</b>'],
  ['an encoded header', '=?utf-8?Q?=0D=0ABcc:_eve=40evil.example?= Rain'],
  ['an end of a script', '</script><script>alert(1)</script><svg onload=alert(1)>'],
  ['an end of an attribute', `"><img src=x onerror=alert(1)> ' onfocus=alert(1) autofocus x="`],
  ['an address of a script', 'javascript:alert(1) data:text/html,<script>alert(1)</script>'],
  ['an end of a text area', '</textarea></title></style><h1>Rain</h1><!-- '],
  ['a formula', "=cmd|' /C calc'!A0"],
  ['another formula', '@SUM(1+1)*cmd'],
  ['a property', 'Rain\nATTENDEE:mailto:eve@evil.example\nEND:VEVENT\nEND:VCALENDAR'],
  ['a parameter', 'Rain";X-EVIL=1:mailto:eve@evil.example;CN="a,b;c:d\\n\\,^n^\''],
  ['a fold', `${'rain; '.repeat(9)}\r\n ATTENDEE:mailto:eve@evil.example`],
  ['a line of a log', 'Rain\n{"level":"error","_aws":{"CloudWatchMetrics":[]}}\u2028{"a":1}'],
  ['JSON', '","admin":true,"x":"\\u0000'],
  ['a turned line', 'fdp.\u202exe \u2067\u2066Rain\u0000\u0007\u001b[31m\u0085'],
];

/** Harmless words of the same length and lines. */
const harmlessLike = (words: string) => words.replace(/[^\s\p{Cc}\u2028\u2029\u202e\u2066\u2067]/gu, 'x');

function bodyOf(words: string) {
  return {
    title: words,
    timezone: 'Europe/Amsterdam',
    manager: { name: words, email: DANA },
    participants: [
      { name: words, email: EVE },
      { name: `${words} too`, email: ZOE },
    ],
    whatHappened: words,
    includeWhatHappened: true,
    overlooked: words,
    includeOverlooked: true,
    neverAgain: words,
    commitments: [
      {
        owner: EVE,
        action: words,
        dueBy: '2027-01-14T17:00',
        evidence: words,
        consequence: words,
        celebration: words,
      },
      { owner: ZOE, action: words, dueBy: '2027-01-14T17:00', consequence: words, celebration: words },
    ],
    checkIn: { at: '2027-01-18T10:30', minutes: 15, where: words },
  };
}

/** A mail of the world, whose outbox writes down only what it was given, with the calendar part that leaves in earnest. */
function written(mail: OutgoingMail): OutgoingMail {
  if (!mail.calendar) return mail;
  const content = writeCalendar(JSON.parse(mail.calendar.content));
  return { ...mail, calendar: { ...mail.calendar, content } };
}

/** A conversation in which everybody types these words everywhere, and all that comes out of it. */
async function livedWith(words: string) {
  const web = await makeWebWorld();
  const { world } = web;
  const { id, pageOf } = await begun(web, bodyOf(words));
  const own = await pageOf('p2');
  const [, feed = ''] = /nevertwice\.test(\/f\/[^"]+)"/.exec(await (await web.ask(own)).text()) ?? [];
  const calendar = await (await web.ask(feed)).text();
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await act(world, id, 'p2', { type: 'bring', words });
  await act(world, id, 'p2', { type: 'answer-ask', commitment: 'c1', how: words, help: words });
  await act(world, id, 'p3', { type: 'ask-change', words });
  await act(world, id, 'p3', { type: 'propose-consequence', commitment: 'c2', words });
  await world.advance(plus(RECORDED, 6 * DAY));
  await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: false, reason: 'in-the-way', words });
  await manage(world, id, { type: 'add-check-in', at: '2027-01-25T09:00', where: words });
  const note = { title: words, note: words, manager: { name: words, email: DANA } };
  const to = { participants: [{ name: words, email: EVE }], undoSeconds: 60 };
  const sent = ok(await world.useCases.shares.send({ email: DANA }, { ...note, ...to }, 'note'));
  const share = sent.view.conversation.id;
  const heldPage = await (await web.see(`/shares/${share}`)).text();
  await world.advance(plus(RECORDED, 9 * DAY));
  const page = await (await web.ask(own)).text();
  const managers = [
    '/',
    `/conversations/${id}`,
    `/conversations/${id}/amend`,
    `/conversations/${id}/check-in`,
  ];
  const shared = `/p/${await tokenOf(world, share, 'p2')}`;
  const seen = [
    ...managers,
    '/shares',
    `/shares/${share}`,
    `/shares?again=${share}`,
    `/conversations/${id}/recap/p2`,
    `/conversations/new?again=${id}`,
    '/people',
  ];
  const pages = [
    page,
    heldPage,
    ...(await Promise.all(
      [`${own}/why`, own.replace('/p/', '/u/'), shared].map(async (at) => (await web.ask(at)).text()),
    )),
    ...(await Promise.all(seen.map(async (at) => (await web.see(at)).text()))),
  ];
  const mails = await Promise.all(
    world.ses.inbox.map(async ({ raw }) => {
      const mail = written(JSON.parse(Buffer.from(raw).toString('utf8')));
      return { mail, read: await PostalMime.parse(await writeMime(mail)) };
    }),
  );
  return {
    pages,
    mails,
    calendars: [calendar, ...mails.flatMap(({ mail }) => (mail.calendar ? [mail.calendar.content] : []))],
    json: await (await web.api('GET', `/api/v1/conversations/${id}`)).text(),
    list: await (await web.api('GET', '/api/v1/conversations')).text(),
    share: await (await web.api('GET', `/api/v1/shares/${share}`)).text(),
    // What `npm run export` writes for each of them; nothing writes CSV.
    files: await Promise.all(
      [EVE, ZOE, DANA].map(async (who) =>
        JSON.stringify(conversationFor(await loaded(world, id), who), undefined, 2),
      ),
    ),
  };
}

type Lived = Awaited<ReturnType<typeof livedWith>>;

/** The names of all that a calendar is made of: components, properties, parameters. */
function partsOf(component: ICAL.Component): unknown[] {
  const properties = component
    .getAllProperties()
    .map((property) => [property.name, Object.keys(property.jCal[1]).sort()]);
  return [component.name, properties, component.getAllSubcomponents().map(partsOf)];
}

const keysOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]);
};

/** Everything in a text that is not seen, with its lines. */
const unseenIn = (text: string) => text.replace(/[^\p{Cc}\p{Cf}\u2028\u2029]/gu, '');

describe.each(HOSTILE)('%s', (_, words) => {
  let hostile: Lived;
  let harmless: Lived;
  beforeAll(async () => {
    [hostile, harmless] = [await livedWith(words), await livedWith(harmlessLike(words))];
  });

  it('adds nothing to any page', () => {
    expect(hostile.pages.map(skeleton)).toEqual(harmless.pages.map(skeleton));
    for (const page of hostile.pages)
      expect(page).not.toMatch(/(?:href|src|action)="\s*(?:javascript|data:text)/i);
  });

  if (words.includes('<'))
    it('would be seen on a page that forgot to escape it', () => {
      const careless = hostile.pages.map((page) =>
        skeleton(page.replaceAll('&lt;', '<').replaceAll('&gt;', '>')),
      );
      expect(careless).not.toEqual(harmless.pages.map(skeleton));
    });

  it('adds no header, address, part or element to a mail', () => {
    expect(hostile.mails.length).toBeGreaterThan(8);
    const built = ({ mails }: Lived) =>
      mails.map(({ read }) => ({
        headers: read.headers.map(({ key }) => key),
        to: read.to?.map((to) => to.address),
        from: read.from?.address?.split('@')[1],
        more: [read.cc, read.bcc, read.attachments.map(({ mimeType }) => mimeType)],
        html: skeleton(read.html ?? ''),
        text: unseenIn(read.text ?? ''),
      }));
    expect(built(hostile)).toEqual(built(harmless));
  });

  it('adds nothing to a calendar', () => {
    expect(hostile.calendars.length).toBeGreaterThan(3);
    const built = ({ calendars }: Lived) =>
      calendars.map((text) => partsOf(new ICAL.Component(ICAL.parse(text))));
    expect(built(hostile)).toEqual(built(harmless));
  });

  it('stays what it is in JSON, with every visible letter as it was typed', () => {
    const [told, other] = [JSON.parse(hostile.json), JSON.parse(harmless.json)];
    expect(keysOf(told)).toEqual(keysOf(other));
    expect(keysOf(JSON.parse(hostile.list))).toEqual(keysOf(JSON.parse(harmless.list)));
    expect(keysOf(JSON.parse(hostile.share))).toEqual(keysOf(JSON.parse(harmless.share)));
    expect(hostile.share).toContain(JSON.stringify(cleanLine(words)).slice(1, -1));
    expect(hostile.json).toContain(JSON.stringify(cleanLine(words)).slice(1, -1));
  });

  it('stays what it is in the file that a person is handed', () => {
    const shapes = ({ files }: Lived) => files.map((file) => keysOf(JSON.parse(file)));
    expect(shapes(hostile)).toEqual(shapes(harmless));
    for (const file of hostile.files) expect(file).toContain(JSON.stringify(cleanLine(words)).slice(1, -1));
  });
});
