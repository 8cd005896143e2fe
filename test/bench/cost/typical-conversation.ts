import PostalMime from 'postal-mime';
import * as z from 'zod';
import type { LocalSystem } from '../../../infra/local/start-local.ts';

const DANA = 'dana@acme.example';
const BILL = 'bill@acme.example';
const MEI = 'mei@acme.example';

/** Monday 11 January 2027, 10:00 in Amsterdam. */
export const STARTS_AT = Date.parse('2027-01-11T09:00:00Z');

const commitment = (owner: string, action: string, dueBy: string) => ({
  owner,
  action,
  dueBy,
  evidence: 'Everybody sees it in the weekly list.',
  consequence: 'We look at it together on Monday and plan it anew.',
  celebration: 'A line in the Friday mail.',
});

/** A manager and two participants, five commitments due on four days, a check-in two weeks later. */
export const CONVERSATION = {
  title: 'Files that come late',
  timezone: 'Europe/Amsterdam',
  manager: { name: 'Dana Ruiz', email: DANA },
  participants: [
    { name: 'Bill Okafor', email: BILL },
    { name: 'Mei Lin', email: MEI },
  ],
  whatHappened: 'The file came two days late, for the third time, and the customer found out before we did.',
  neverAgain: 'Whoever is late says so the day before, and whoever waits asks.',
  commitments: [
    commitment(BILL, 'Send the file by noon every Wednesday', '2027-01-15T17:00'),
    commitment(BILL, 'Write down who checks it', '2027-01-20T17:00'),
    commitment(MEI, 'Read it the same day', '2027-01-19T17:00'),
    commitment(MEI, 'Tell the customer by ourselves', '2027-01-19T17:00'),
    commitment(DANA, 'Ask on Tuesday how it goes', '2027-01-18T17:00'),
  ],
  checkIn: { at: '2027-01-25T10:00', minutes: 15 },
  undoSeconds: 60,
};

/** When each reports: half an hour after they were asked. */
const REPORTS = [
  ['2027-01-15T17:30:00+01:00', BILL, 'c1'],
  ['2027-01-18T17:30:00+01:00', DANA, 'c5'],
  ['2027-01-19T17:30:00+01:00', MEI, 'c3'],
  ['2027-01-19T17:31:00+01:00', MEI, 'c4'],
  ['2027-01-20T17:30:00+01:00', BILL, 'c2'],
] as const;

export const STORY = {
  manager: DANA,
  participants: [BILL, MEI],
  conversation: CONVERSATION,
  begins: '2027-01-11T10:00:00+01:00',
  reports: REPORTS.map(([at, who, commitment]) => ({ at, who, commitment })),
  afterTheTalk: '2027-01-25T13:00:00+01:00',
};
type Story = typeof STORY;

/** The same story so many days sooner, among other people. */
export function sooner(days: number): Story {
  const told = JSON.stringify(STORY)
    .replace(/2027-01-\d\d/g, (day) =>
      new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10),
    )
    .replace(/(dana|bill|mei)@/g, '$1.before@');
  return JSON.parse(told);
}

const created = z.object({ id: z.string() });

/** Everybody agrees on the first day and keeps everything; the manager ends it after the check-in. Answers the bytes of all pages. */
export async function playTypicalConversation(system: LocalSystem, story: Story): Promise<number> {
  const { servers, appUrl, consoleUrl } = system;
  let bytes = 0;
  const styled = new Set<string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(new URL(path, appUrl), init);
    const body = await answer.text();
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${body.slice(0, 500)}`);
    // As it travelled: the length of what was squeezed, where it says so.
    bytes += Number(answer.headers.get('content-length') ?? Buffer.byteLength(body));
    return body;
  };
  const tell = async (path: string, body: unknown): Promise<string> => {
    const answer = await fetch(new URL(path, consoleUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.text();
  };
  const advance = (duration: string) => tell('/api/clock', { advance: duration });
  const to = (moment: string) => tell('/api/clock', { to: new Date(moment).toISOString() });
  const token = z
    .object({ token: z.string() })
    .parse(JSON.parse(await tell('/api/token', { email: story.manager })));
  const headers = { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' };
  const post = (path: string, body: unknown) =>
    ask(`/api/v1/conversations${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

  /** Opens the newest link that somebody was mailed, with the style sheet that their browser then keeps, and posts its form. */
  const act = async (who: string, fields: Record<string, string>): Promise<void> => {
    const newest = servers.ses.mails().findLast(({ to }) => to.includes(who));
    const { text = '' } = await PostalMime.parse(await servers.ses.raw(newest?.id ?? ''));
    const link = /https?:\/\/[^\s<>"]+(\/p\/[A-Za-z0-9._~-]+)/.exec(text)?.[1];
    if (link === undefined) throw new Error(`${who} has no link`);
    const page = await ask(link);
    const style = /href="([^"]+\.css[^"]*)"/.exec(page)?.[1];
    if (style && !styled.has(who + style)) await ask(style);
    styled.add(who + style);
    await ask(link, { method: 'POST', body: new URLSearchParams(fields) });
  };

  await to(story.begins);
  await post('/preview', story.conversation);
  const { id } = created.parse(JSON.parse(await post('', story.conversation)));
  await ask(`/api/v1/conversations/${id}`, { headers });
  await advance('PT1H');
  for (const who of story.participants) await act(who, { action: 'agree', consequence: 'fair' });
  for (const { at, who, commitment: what } of story.reports) {
    await to(at);
    if (who === story.manager)
      await post(`/${id}/commands`, { type: 'report', commitment: what, kept: true });
    else await act(who, { action: 'report', commitment: what, kept: 'yes' });
  }
  await to(story.afterTheTalk);
  await ask(`/api/v1/conversations/${id}`, { headers });
  await post(`/${id}/commands`, { type: 'close' });
  await advance('P7D');
  return bytes;
}
