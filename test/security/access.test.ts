import { beforeAll, expect, it } from 'vitest';
import { FORM, JSON_TYPE } from '../http/every-path.ts';
import { act } from '../simulation/acting.ts';
import { type Asker, everyAsker } from './askers.ts';

type World = Awaited<ReturnType<typeof everyAsker>>;
type Asked = { path: string; method: string };

// What only those who are in the conversation may read.
const SAID =
  /Discounts over|Two orders left|without a call|before any discount|sign every offer|Lunch is on me|Mei/;
const PUBLIC = /^\/(assets\/|api\/v1\/openapi|sign-|signed-out)/;
const BY_LINK = /^\/[puf]\//;
// They tell of what is sent along, and of nothing that is kept.
const OWN = new Set(['/sign-out', '/sign-in/done', '/conversations/new/recap/:person']);
const DENIED = [401, 403, 404];

let all: World;
let facts: number;
beforeAll(async () => {
  all = await everyAsker();
  facts = (await all.factsOf()).length;
});

/** Sends what would change something, with everything an asker can show. */
async function send(
  { session, bearer, link, feed, asksFor }: Asker,
  { path, method }: Asked,
): Promise<Response> {
  const isApi = path.startsWith('/api');
  const action = path.startsWith('/u') ? 'save=yes' : 'action=bring&type=bring&words=Rain';
  const form = `${action}&name=x&key=${'a'.repeat(26)}&token=${all.formOf(session ?? '', path)}`;
  const [olgas] = await all.olgasTokens();
  const names = {
    ':token': link ?? 'a.guess',
    ':file': feed ?? `${link ?? 'a.guess'}.ics`,
    ...(path.startsWith('/tokens/') ? { ':id': olgas?.id ?? '' } : {}),
    ...(asksFor !== undefined && path.includes('conversations/:id') ? { ':id': asksFor } : {}),
  };
  return all.web.ask(all.fill(path, names), {
    method,
    headers: {
      'content-type': isApi ? JSON_TYPE : FORM,
      ...(session === undefined ? {} : { cookie: `__Host-nevertwice_session=${session}` }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(method === 'POST' ? { body: isApi ? '{"type":"bring","words":"Rain"}' : form } : {}),
  });
}

/** What a request must be refused with; undefined when it may be carried out. */
function refusal(asker: Asker, { path, method }: Asked): number | undefined {
  const { manages } = asker;
  if (PUBLIC.test(path)) return undefined;
  if (path === asker.without) return 404;
  if (BY_LINK.test(path))
    return asker.opens === 'none' || (path.startsWith('/f') && !asker.feed) ? 404 : undefined;
  const isApi = path.startsWith('/api');
  if (manages === 'none') return isApi || method === 'POST' ? 401 : 303;
  const isOfIt = /(conversations|shares)\/:id/.test(path) || path === '/people/:person';
  return isOfIt && manages !== 'it' ? 404 : undefined;
}

/** What an answer has that it should not. */
async function wrongIn(asker: Asker, asked: Asked): Promise<string[]> {
  const answer = await send(asker, asked);
  const text = await answer.text();
  const about = `${asked.method} ${asked.path}: ${answer.status}`;
  const expected = refusal(asker, asked);
  const isWrong = expected === undefined ? DENIED.includes(answer.status) : answer.status !== expected;
  const isInIt = asker.manages === 'it' || asker.opens === 'it' || PUBLIC.test(asked.path);
  const to = answer.headers.get('location') ?? '';
  return [
    ...(isWrong && !OWN.has(asked.path) ? [about] : []),
    ...(!isInIt && SAID.test(text) ? [`${about} tells`] : []),
    ...(expected === 303 && !to.includes('/sign-in?') ? [`${about} leads to ${to}`] : []),
  ];
}

async function outcomes(asker: Asker): Promise<{ wrong: string[]; denied: number; allowed: number }> {
  const wrong: string[] = [];
  for (const asked of all.requests) wrong.push(...(await wrongIn(asker, asked)));
  const denied = all.requests.filter((asked) => refusal(asker, asked) !== undefined).length;
  return { wrong, denied, allowed: all.requests.length - denied };
}

it('refuses everybody all that is not theirs, and tells nothing of it', async () => {
  expect(all.requests.length).toBeGreaterThan(35);
  for (const asker of all.askers.filter(({ manages, opens }) => manages !== 'it' && opens !== 'it')) {
    const { wrong, denied } = await outcomes(asker);
    expect([asker.name, wrong]).toEqual([asker.name, []]);
    expect(denied, asker.name).toBeGreaterThan(10);
  }
  expect(await all.factsOf()).toHaveLength(facts);
  expect(await all.olgasTokens()).toHaveLength(1);
});

it('lets a participant see and answer, and its manager do everything', async () => {
  for (const asker of all.askers.filter(({ manages, opens }) => manages === 'it' || opens === 'it')) {
    const { wrong, allowed } = await outcomes(asker);
    expect([asker.name, wrong]).toEqual([asker.name, []]);
    expect(allowed, asker.name).toBeGreaterThan(8);
  }
  expect((await all.factsOf()).length).toBeGreaterThan(facts + 1);
});

it('lets a partner say nothing for others, and see no consequence, no miss and not what happened', async () => {
  const { link = '' } = all.askers.find(({ name }) => name === 'a partner') ?? {};
  const before = await all.factsOf();
  for (const fields of [
    { action: 'agree' },
    { action: 'agree', commitment: 'c1' },
    { action: 'accept-consequence', commitment: 'c1' },
    { action: 'report', commitment: 'c1', kept: 'yes' },
    { action: 'propose-date', commitment: 'c1', dueBy: '2027-02-01' },
    { action: 'answer-change', commitment: 'c3', accept: 'yes' },
  ])
    expect([fields, (await all.web.answer(`/p/${link}`, fields)).status]).toEqual([fields, 422]);
  expect(await all.factsOf()).toEqual(before);
  const { world } = all.web;
  await act(world, all.id, 'p3', { type: 'agree', consequence: 'fair' });
  await act(world, all.id, 'p3', { type: 'report', commitment: 'c2', kept: false, words: 'No scanner.' });
  for (const page of [`/p/${link}`, `/p/${link}/why`, `/u/${link}`]) {
    const text = await (await all.web.ask(page)).text();
    expect([page, text]).toEqual([
      page,
      expect.not.stringMatching(/sign every offer|No scanner|Two orders left/),
    ]);
  }
});
