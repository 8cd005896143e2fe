import { expect, it } from 'vitest';
import * as z from 'zod';
import { createdAnswer, listAnswer } from '../../functions/http/api/answer-schemas.ts';
import { at, DISCOUNTS, MEI } from '../simulation/acme.ts';
import { act } from '../simulation/acting.ts';
import { begun, makeWebWorld } from './web-world.ts';

const errorsSchema = z.strictObject({
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).min(1),
});
const errorsOf = async (answer: Response) => errorsSchema.parse(await answer.json()).errors;
const OLGA = 'olga@acme.example';
const PATH = '/api/v1/conversations';

it('records a conversation and answers its plan with every moment on the reader’s wall', async () => {
  const web = await makeWebWorld();
  const answer = await web.api('POST', PATH, DISCOUNTS, { 'idempotency-key': 'one' });
  expect(answer.status).toBe(201);
  const { id, url, plan } = createdAnswer.parse(await answer.json());
  expect(url).toBe(`https://nevertwice.test/conversations/${id}`);
  const check = plan.find(({ kind, to }) => kind === 'due-check' && to === MEI);
  expect(check).toMatchObject({
    person: 'p3',
    at: '2027-01-15T11:00:00.000Z',
    atLocal: '2027-01-15T12:00:00+01:00[Europe/Amsterdam]',
  });
  expect(plan.filter(({ kind }) => kind === 'recap').map(({ to }) => to)).toHaveLength(3);
});

it('answers the same key with the same answer, later too, and another body under it with 409', async () => {
  const web = await makeWebWorld();
  const first = await web.api('POST', PATH, DISCOUNTS, { 'idempotency-key': 'one' });
  const body = await first.text();
  await web.world.advance(at('2027-01-08T12:00:00Z'));
  const second = await web.api('POST', PATH, DISCOUNTS, { 'idempotency-key': 'one' });
  expect([second.status, await second.text()]).toEqual([201, body]);
  const list = listAnswer.parse(await (await web.api('GET', PATH)).json());
  expect(list.conversations).toHaveLength(1);
  const other = await web.api('POST', PATH, { ...DISCOUNTS, title: 'Other' }, { 'idempotency-key': 'one' });
  expect(other.status).toBe(409);
  expect(await errorsOf(other)).toHaveLength(1);
});

it('tells every error at once with its path, and stores nothing', async () => {
  const web = await makeWebWorld();
  const answer = await web.api('POST', PATH, {
    ...DISCOUNTS,
    title: '',
    timezone: 'Mars/Olympus',
    participants: [{ name: 'Bill', email: 'bill@else.example' }],
    commitments: [{ owner: MEI, action: 'x', dueBy: '2020-01-01' }],
    surprise: true,
  });
  expect(answer.status).toBe(422);
  const paths = (await errorsOf(answer)).map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'title',
      'timezone',
      'participants[0].email',
      'commitments[0].owner',
      'commitments[0].dueBy',
      'surprise',
    ]),
  );
  const list = listAnswer.parse(await (await web.api('GET', PATH)).json());
  expect(list.conversations).toEqual([]);
});

it('takes only a token that it knows', async () => {
  const { ask } = await makeWebWorld();
  for (const authorization of [undefined, 'Bearer nt_unknown', 'Basic abc', 'Bearer ']) {
    const answer = await ask(PATH, { headers: authorization === undefined ? {} : { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await errorsOf(answer)).toHaveLength(1);
  }
});

it('says where JSON breaks, what type it takes and how large a body may be', async () => {
  const { ask, authorization } = await makeWebWorld();
  const send = (body: BodyInit, type = 'application/json') =>
    ask(PATH, { method: 'POST', body, headers: { authorization, 'content-type': type } });
  const broken = await send('{\n  "title": "x",\n}');
  expect(broken.status).toBe(400);
  expect((await errorsOf(broken))[0]?.message).toContain('line 3, column 1');
  const typed = await send('title=x', 'text/plain');
  expect(typed.status).toBe(415);
  expect((await errorsOf(typed))[0]?.message).toContain('application/json');
  const large = await send(JSON.stringify({ ...DISCOUNTS, whatHappened: 'é'.repeat(200_000) }));
  expect(large.status).toBe(413);
  expect((await errorsOf(large))[0]?.message).toContain('256 KB');
  const binary = await send(new Uint8Array([0x7b, 0xff, 0x7d]));
  expect(binary.status).toBe(400);
  const list = await send('[]');
  expect(list.status).toBe(422);
});

it('previews the plan and every recap, and stores nothing', async () => {
  const web = await makeWebWorld();
  const answer = await web.api('POST', `${PATH}/preview`, DISCOUNTS);
  expect(answer.status).toBe(200);
  const { plan, recaps } = z
    .object({
      plan: z.array(z.object({ kind: z.string() })),
      recaps: z.array(z.object({ to: z.string(), html: z.string(), text: z.string() })),
    })
    .parse(await answer.json());
  expect(plan.length).toBeGreaterThan(10);
  expect(recaps.map(({ to }) => to)).toHaveLength(3);
  expect(recaps[1]?.text).toContain('Call before any discount over 15%.');
  const list = listAnswer.parse(await (await web.api('GET', PATH)).json());
  expect(list.conversations).toEqual([]);
});

it('shows state, facts and the plan with receipts, without ids that are ours alone', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  const text = await (await web.api('GET', `${PATH}/${id}`)).text();
  const shown = z
    .object({
      version: z.number(),
      state: z.object({ commitments: z.array(z.object({ agreement: z.string() })) }),
      facts: z.array(z.object({ type: z.string(), details: z.record(z.string(), z.json()) })),
      plan: z.array(
        z.object({
          kind: z.string(),
          state: z.string(),
          receipt: z.object({ outcome: z.string() }).optional(),
        }),
      ),
    })
    .parse(JSON.parse(text));
  expect(shown.version).toBe(2);
  expect(shown.state.commitments[0]?.agreement).toBe('agreed');
  expect(shown.facts.map(({ type }) => type)).toEqual(['recorded', 'agreed']);
  expect(shown.plan.find(({ kind }) => kind === 'recap')).toMatchObject({
    state: 'left',
    receipt: { outcome: 'delivered' },
  });
  const inside = (await web.world.store.load(id))?.facts.flatMap((fact) =>
    fact.type === 'recorded' ? fact.people.map(({ person }) => person) : [],
  );
  expect(inside?.length).toBe(3);
  for (const secret of inside ?? []) expect(text).not.toContain(secret);
});

it('carries out commands, refuses them in words, and does one key once', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  const move = { type: 'move-check-in', checkIn: 'k1', at: '2027-01-20T09:30' };
  const path = `${PATH}/${id}/commands`;
  const moved = await web.api('POST', path, { ...move, expectedVersion: 1 }, { 'idempotency-key': 'm' });
  expect(moved.status).toBe(200);
  const again = await web.api('POST', path, move, { 'idempotency-key': 'm2' });
  expect(again.status).toBe(200);
  const stale = await web.api('POST', path, { type: 'bring', words: 'x', expectedVersion: 1 });
  expect(stale.status).toBe(409);
  const unknown = await web.api('POST', path, { type: 'explode' });
  expect(unknown.status).toBe(422);
  const past = await web.api('POST', path, { ...move, at: '2020-01-01T09:00' });
  expect(past.status).toBe(422);
  expect(await errorsOf(past)).toEqual([{ path: 'at', message: expect.stringContaining('past') }]);
  const lost = await web.api('POST', `${PATH}/nothing/commands`, { type: 'close' });
  expect(lost.status).toBe(404);
});

it('pages its list', async () => {
  const web = await makeWebWorld();
  for (const title of ['One', 'Two', 'Three']) {
    await web.api('POST', PATH, { ...DISCOUNTS, title });
    web.world.jump(at(`2027-01-08T09:0${title.length}:00Z`));
  }
  const first = listAnswer.parse(await (await web.api('GET', `${PATH}?limit=2`)).json());
  expect(first.conversations).toHaveLength(2);
  const query = new URLSearchParams({ limit: '2', after: first.next ?? '' });
  const second = listAnswer.parse(await (await web.api('GET', `${PATH}?${query}`)).json());
  expect([second.conversations.length, second.next]).toEqual([1, null]);
  const titles = [...first.conversations, ...second.conversations].map(({ title }) => title).sort();
  expect(titles).toEqual(['One', 'Three', 'Two']);
  expect((await web.api('GET', `${PATH}?limit=0`)).status).toBe(422);
});

it('answers unknown paths and wrong methods as JSON', async () => {
  const web = await makeWebWorld();
  const lost = await web.ask('/api/v2/anything');
  expect([lost.status, lost.headers.get('content-type')]).toEqual([404, 'application/json']);
  const wrong = await web.api('DELETE', PATH);
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  const posted = await web.ask('/api/v1/openapi.json', { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('refuses to act for somebody else and hides their conversations', async () => {
  const web = await makeWebWorld();
  const body = { ...DISCOUNTS, manager: { name: 'Olga', email: OLGA } };
  const answer = await web.api('POST', PATH, body);
  expect(answer.status).toBe(422);
  expect((await errorsOf(answer)).map(({ path }) => path)).toContain('manager.email');
  const commitments = [{ ...DISCOUNTS.commitments[0] }];
  const theirs = await web.world.useCases.submit({ email: OLGA }, { ...body, commitments }, 'theirs');
  const id = 'ok' in theirs ? theirs.ok.view.conversation.id : '';
  expect(id).not.toBe('');
  expect((await web.api('GET', `${PATH}/${id}`)).status).toBe(404);
});
