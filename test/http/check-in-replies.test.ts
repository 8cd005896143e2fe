import { expect, it } from 'vitest';
import * as z from 'zod';
import { takeMail } from '../../functions/app/inbound.ts';
import { answers, bucketOf, received } from '../app/inbound-world.ts';
import { at, MEI } from '../simulation/acme.ts';
import { loaded, manage } from '../simulation/acting.ts';
import { textOf as textIn } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const textOf = (page: string) => textIn(page).replaceAll(' ’s', '’s').replaceAll(' can’t', ' can’t');
const listed = z.object({ conversations: z.array(z.object({ needs: z.array(z.string()) })) });

/** A conversation in which a calendar's mail came to the address of somebody. */
async function mailed(answer: string, start?: string) {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  const come = async (said: string, more: { person?: string; from?: string; start?: string } = {}) => {
    const { people } = z
      .object({ people: z.array(z.object({ id: z.string(), reply: z.string() })) })
      .parse((await loaded(web.world, id)).facts[0]);
    const { objects, deps } = bucketOf(web.world);
    const name = `${said}-${more.person}`;
    objects.set(name, answers(id, said, more));
    const to = people.find((one) => one.id === (more.person ?? 'p2'))?.reply ?? '';
    const source = { id: name, ...(more.from === undefined ? {} : { source: more.from }) };
    expect(await takeMail(deps, received(web.world, to, source))).toBe('taken');
  };
  await come(answer, start === undefined ? {} : { start });
  return { web, id, come };
}
const see = async (web: WebWorld, path: string) => (await web.see(path)).text();
const codes = async (web: WebWorld) =>
  listed.parse(await (await web.api('GET', '/api/v1/conversations')).json()).conversations[0]?.needs;
const slots = (page: string) =>
  [...page.matchAll(/<input type="radio" name="slot" value="([^"]*)"( checked)?/g)].map(
    ([, value, checked]) => `${value}${checked ?? ''}`,
  );

it('tells everywhere who cannot come to a check-in, and leads to the form that moves it', async () => {
  const { web, id } = await mailed('DECLINED');
  const today = await see(web, '/');
  expect(textOf(today)).toContain('One thing needs you.');
  expect(textOf(today)).toContain('Bill can’t make Monday 18 January, 10:30');
  expect(today).toContain(`href="/conversations/${id}#move-check-in-k1"`);
  expect(textOf(await see(web, '/?show=needs'))).toContain('Bill can’t make');
  expect(await codes(web)).toEqual(['declined']);
  const page = await see(web, `/conversations/${id}`);
  expect(textOf(page)).toContain('Needs you Bill can’t make Monday 18 January, 10:30');
  expect(textOf(page)).toContain('One thing needs you.');
  expect(page).toContain('href="#move-check-in-k1"');
  expect(page).toContain('id="move-check-in-k1"');
});

it('needs nobody any more once the check-in was moved', async () => {
  const { web, id } = await mailed('DECLINED');
  await manage(web.world, id, { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T11:00' });
  expect(await codes(web)).toEqual([]);
  for (const path of ['/', `/conversations/${id}`])
    expect(textOf(await see(web, path))).toContain('Nothing needs you');
});

it('offers a proposed time first, and takes it only when it is tapped', async () => {
  const { web, id } = await mailed('TENTATIVE', '20270119T100000Z');
  const today = textOf(await see(web, '/'));
  expect(today).toContain('Bill proposes Tuesday 19 January, 11:00');
  expect(today).toContain('Instead of Monday 18 January, 10:30');
  expect(await codes(web)).toEqual(['time-proposed']);
  const page = await see(web, `/conversations/${id}`);
  expect(textOf(page)).toContain('Needs you Bill proposes Tuesday 19 January, 11:00');
  expect(page).toMatch(/<details class="fold" open=""><summary><b>Move it/);
  const [first, ...others] = slots(page);
  expect(first).toBe('2027-01-19T11:00');
  expect(others).not.toContain('2027-01-19T11:00');
  expect(others.at(-1)).toBe(' checked');
  // What is said of working hours stands below it: it may lie outside of them.
  expect(textOf(page)).toMatch(
    /It could be at Tuesday 19 January, 11:00 , Amsterdam Bill proposes it Everyone works/,
  );
  const fields = { token: hiddenOf(page, 'token'), version: hiddenOf(page, 'version'), minutes: '15' };
  const move = { type: 'move-check-in', form: 'move-check-in-k1', checkIn: 'k1', where: '' };
  const typed = { at: '2027-01-18', 'at.time': '10:30', slot: '2027-01-19T11:00' };
  await web.press(`/conversations/${id}/commands`, { ...fields, ...move, ...typed });
  expect((await loaded(web.world, id)).facts.at(-1)).toMatchObject({
    type: 'checkInMoved',
    checkIn: { at: { wall: '2027-01-19T11:00' } },
  });
  const moved = await see(web, `/conversations/${id}`);
  expect(textOf(moved)).not.toContain('Bill proposes');
  expect(slots(moved)).toEqual([]);
});

it('tells a decline and its proposal once, and who proposes the same time together', async () => {
  const { web, id, come } = await mailed('DECLINED');
  await come('TENTATIVE', { start: '20270119T100000Z' });
  await come('TENTATIVE', { start: '20270119T100000Z', person: 'p3', from: MEI });
  expect(await codes(web)).toEqual(['declined', 'time-proposed']);
  const page = await see(web, `/conversations/${id}`);
  expect(textOf(page)).toContain('Two things need you.');
  expect(textOf(page)).toContain('Bill and Mei propose Tuesday 19 January, 11:00');
  expect(slots(page).filter((wall) => wall === '2027-01-19T11:00')).toHaveLength(1);
  await web.world.advance(at('2027-01-18T09:31:00Z'));
  const late = textOf(await see(web, `/conversations/${id}`));
  expect(late).not.toContain('can’t make');
  expect(late).not.toContain('propose Tuesday');
});
