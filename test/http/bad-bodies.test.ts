import { beforeAll, expect, it } from 'vitest';
import { type EveryPath, everyPath, expectPlain, FORM, JSON_TYPE } from './every-path.ts';

let all: EveryPath;
beforeAll(async () => {
  all = await everyPath();
});

const bytes = (...given: number[]) => new Uint8Array(given);

const BODIES: [string, string | undefined, BodyInit | undefined, number[]][] = [
  ['of ten megabytes', FORM, `words=${'x'.repeat(10 * 1024 * 1024)}`, [413, 415]],
  ['of ten megabytes of JSON', JSON_TYPE, `{"title":"${'x'.repeat(10 * 1024 * 1024)}"}`, [413, 415]],
  ['that is none', undefined, undefined, [415]],
  ['of a type nobody knows', 'text/x-nothing', 'a=b', [415]],
  ['of a type that is no type', ';;;=', 'a=b', [415]],
  ['that says it is a form and is not UTF-8', FORM, bytes(0xff, 0xfe, 0), [400, 415]],
  ['that says it is JSON and is not UTF-8', JSON_TYPE, bytes(0xff, 0xfe, 0), [400, 415]],
  ['that says it is JSON and breaks off', JSON_TYPE, '{"title":', [400, 415]],
  ['of JSON that is no object', JSON_TYPE, 'null', [415, 422]],
  ['of a list', JSON_TYPE, '[[[]]]', [415, 422]],
  ['that nests deeply', JSON_TYPE, `${'['.repeat(50_000)}${']'.repeat(50_000)}`, [400, 415]],
  ['that names every object', JSON_TYPE, '{"__proto__":{"type":"close"},"constructor":1}', [415, 422]],
  ['of ten thousand fields', FORM, 'a=b&'.repeat(10_000), [403, 415, 422]],
  [
    'of names that are no names',
    FORM,
    '__proto__=1&constructor=2&type=__proto__&action=toString',
    [403, 415, 422],
  ],
  [
    'with a NUL and half a character',
    FORM,
    'action=agree%00&type=close%00&words=%E0%A4%A',
    [303, 403, 415, 422],
  ],
  [
    'with fields twice',
    FORM,
    'action=object&action=undo&fact=1&fact=2&type=close&type=undo',
    [403, 415, 422],
  ],
];

it.each(BODIES)('a body %s is refused plainly and changes nothing', async (_, type, body, statuses) => {
  for (const { path } of all.requests.filter(({ method }) => method === 'POST')) {
    const headers = all.asDana(type === undefined ? {} : { 'content-type': type });
    const init: RequestInit = { method: 'POST', headers, ...(body === undefined ? {} : { body }) };
    const answer = await all.web.ask(all.fill(path), init);
    expect(statuses, `${path}: ${answer.status}`).toContain(answer.status);
    await expectPlain(answer, path);
  }
  expect((await all.factsOf()).map(({ type: fact }) => fact)).toEqual(['recorded']);
});

const LONG = 'x'.repeat(64 * 1024);
const HEADERS: [string, Record<string, string>][] = [
  ['a huge cookie', { cookie: `__Host-nevertwice_session=${LONG}; ${'a=b; '.repeat(2_000)}` }],
  ['a cookie that is no cookie', { cookie: ';;==;%00;__Host-nevertwice_session' }],
  ['a cookie twice', { cookie: '__Host-nevertwice_session=a; __Host-nevertwice_session=b' }],
  ['a huge token', { authorization: `Bearer ${LONG}` }],
  ['another scheme', { authorization: 'Basic eDp5' }],
  ['a token of odd letters', { authorization: 'Bearer \u00ff\u0080' }],
  ['a huge key', { 'idempotency-key': LONG }],
  ['a version that is none', { 'if-none-match': `${'"x", '.repeat(10_000)}` }],
  ['a length that is wrong', { 'content-length': '-1' }],
  [
    'a host of somebody else',
    { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil' },
  ],
];

it.each(HEADERS)('%s in the headers is answered plainly', async (_, headers) => {
  for (const { path, method } of all.requests) {
    const body = method === 'POST' ? { body: 'a=b' } : {};
    const init = { method, headers: { 'content-type': FORM, ...headers }, ...body };
    const answer = await all.web.ask(all.fill(path), init);
    const text = await expectPlain(answer, `${method} ${path}`);
    expect(`${text}${answer.headers.get('location') ?? ''}`).not.toContain('evil');
  }
  expect(await all.factsOf()).toHaveLength(1);
});
