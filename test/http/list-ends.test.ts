import { expect, it } from 'vitest';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { DANA, RECORDED } from '../simulation/acme.ts';
import { act } from '../simulation/acting.ts';
import { copies, listed } from './listed.ts';
import { textOf } from './page-text.ts';
import { begun, makeWebWorld, type WebWorld } from './web-world.ts';

const pageOf = async (web: WebWorld, path: string) => (await web.see(path)).text();
const text = async (web: WebWorld, path: string) => textOf(await pageOf(web, path));

it('says so when the list cannot be read, and tells whoever runs it', async () => {
  const web = await makeWebWorld();
  await begun(web);
  // The first call asks whether mail is held, which a page does without.
  web.world.faults.arm({ nth: 1, how: 'refused' });
  const answer = await web.see('/');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
  const page = textOf(await answer.text());
  expect(page).toContain('Your conversations could not be read just now.');
  expect(page).toContain('Write down what you agreed');
  web.world.faults.arm();
  expect((await web.see('/')).status).toBe(200);
  expect(web.world.failures).toHaveLength(1);
  web.world.failures.length = 0;
  web.world.faults.arm({ nth: 0, how: 'refused' });
  expect((await web.see('/people')).status).toBe(503);
});

it('finds a person however far back, some rows at a time', async () => {
  const web = await makeWebWorld();
  await begun(web);
  const { rows } = await web.world.useCases.list({ email: DANA }, { limit: 1 });
  const others = copies(rows, 260).map((row) => ({ ...row, people: [], find: 'nobody' }));
  const old = copies(rows, 261)
    .slice(-1)
    .map((row) => ({
      ...row,
      people: [{ id: 'p2' as const, person: 'zoe', name: 'Zoë' }],
      find: 'zoe',
    }));
  await listed(web, [...others, ...old]);
  const first = await web.see('/people/zoe');
  expect(first.status).toBe(303);
  const second = await web.see(first.headers.get('location') ?? '');
  expect(textOf(await second.text())).toContain('What you and Zoë agreed');
});

it('stays small with the longest words of a script that takes three bytes a letter', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await act(web.world, id, 'p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-13' });
  const { rows } = await web.world.useCases.list({ email: DANA }, { limit: 1 });
  const long = '値引きを決める前に必ず電話で相談すること'.repeat(8);
  const worst = copies(rows, 200).map((row) => ({
    ...row,
    title: long.slice(0, 150),
    people: row.people.map((one) => ({ ...one, name: long.slice(0, 100) })),
    commitments: row.commitments.map((one) => ({ ...one, action: long.slice(0, 120) })),
    needs: row.needs.map((need) => ('words' in need ? { ...need, words: long.slice(0, 120) } : need)),
  }));
  await listed(web, worst);
  expect(Buffer.byteLength(await pageOf(web, '/'))).toBeLessThan(60 * 1024);
});

it('leads on where there are more than stand on a page', async () => {
  const web = await makeWebWorld();
  const first = await begun(web);
  const { rows } = await web.world.useCases.list({ email: DANA }, { limit: 1 });
  await listed(web, copies(rows, 60));
  const page = await pageOf(web, '/?show=open');
  const [, next = ''] = /href="([^"]*after=[^"]*)"/.exec(page) ?? [];
  const second = await pageOf(web, next.replaceAll('&amp;', '&'));
  expect(page.match(/<a class="head"/g)).toHaveLength(25);
  expect(second.match(/<a class="head"/g)).toHaveLength(25);
  expect(textOf(second)).toContain('Back to the newest');
  expect(first.id).not.toBe('');
  expect(await text(web, '/?show=week')).toContain(`Thu 14 Jan, 17:00`);
  web.world.jump(plus(RECORDED, 7 * DAY));
  expect(await text(web, '/')).toContain(' more');
});
