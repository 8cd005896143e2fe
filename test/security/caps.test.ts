import { expect, it } from 'vitest';
import { overLimit, submitCaps } from '../../functions/app/limits.ts';
import { plus } from '../../functions/domain/instant.ts';
import { makeWebWorld } from '../http/web-world.ts';
import { at, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { statusOf } from '../simulation/acting.ts';

const TOMORROW = at('2027-01-09T00:00:00Z');
const secondsLeft = (now: number) => Math.ceil((TOMORROW - now) / 1000);

it('lets one person come into thirty new conversations a day, whoever records them', async () => {
  const web = await makeWebWorld();
  const { useCases } = web.world;
  const record = (from: string, key: string) =>
    useCases.submit(
      { email: from },
      {
        ...DISCOUNTS,
        manager: { name: 'X', email: from },
        commitments: [{ owner: BILL, action: 'Call.', dueBy: '2027-01-14' }],
      },
      key,
    );
  for (let n = 0; n < 30; n++) expect(statusOf(await record(`m${n % 3}@acme.example`, `key-${n}`))).toBe(200);
  const over = await record('m3@acme.example', 'key-30');
  expect('refused' in over && over.refused).toMatchObject({
    status: 429,
    errors: [
      { message: 'One of these people is in more than 30 new conversations today. Try again tomorrow.' },
    ],
    retryAfter: secondsLeft(web.world.now()),
  });
  expect(statusOf(await record('m0@acme.example', 'key-0')), 'the same again').toBe(200);
  web.world.jump(TOMORROW);
  expect(statusOf(await record('m3@acme.example', 'key-30'))).toBe(200);
});

it('tells by the API when to come back, in Retry-After', async () => {
  const web = await makeWebWorld();
  const record = (n: number) =>
    web.api(
      'POST',
      '/api/v1/conversations',
      {
        ...DISCOUNTS,
        participants: [{ name: 'Without mail' }],
        commitments: [{ owner: DANA, action: 'Call.', dueBy: '2027-01-14' }],
      },
      { 'idempotency-key': `key-${n}` },
    );
  for (let n = 0; n < 30; n++) expect((await record(n)).status).toBe(201);
  const counts = async () =>
    (await Promise.all(Array.from({ length: 31 }, (_, n) => record(30 + n)))).map((answer) => answer);
  const answers = await counts();
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(30);
  const stopped = answers.find(({ status }) => status === 429);
  expect(stopped?.headers.get('retry-after')).toBe(String(secondsLeft(web.world.now())));
});

it('records five thousand conversations a day for a tenant, and counts its managers together', async () => {
  const web = await makeWebWorld();
  const { store } = web.world;
  const count = (n: number) => overLimit(store.countUp, submitCaps(`manager-${n}`, []), plus(RECORDED, 1));
  for (let n = 0; n < 5000; n++) expect(await count(n)).toBeUndefined();
  expect(await count(5000)).toMatchObject({
    status: 429,
    errors: [{ message: 'At most 5000 conversations a day can be recorded here. Try again tomorrow.' }],
    retryAfter: secondsLeft(RECORDED + 1),
  });
});
