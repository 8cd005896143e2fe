import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { RECORDED } from '../simulation/acme.ts';
import { left, manage, submitted } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { makeWebWorld } from './web-world.ts';

/** Dana's first page and her conversation's, and what they say of held mail. */
async function held() {
  const web = await makeWebWorld();
  const { world } = web;
  const id = await submitted(world);
  const saying = async () => {
    const pages = [await web.see('/'), await web.see(`/conversations/${id}`)];
    const texts = await Promise.all(pages.map(async (page) => textOf(await page.text())));
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    return texts.map((text) => /Mail is held since [^.]+\./.exec(text)?.[0]);
  };
  return { web, world, id, saying };
}
const both = (line: string | undefined) => [line, line];

it.each([
  ['paused', 'the mail service has paused it'],
  ['quota', 'the mails of a day are used up'],
] as const)(
  'says on both pages since when and why mail is held (%s), until it flows again',
  async (how, why) => {
    const { world, id, saying } = await held();
    expect(await saying()).toEqual(both(undefined));
    world.ses.reply = () => how;
    await world.advance(plus(RECORDED, 20 * MINUTE));
    expect(await saying()).toEqual(both(`Mail is held since 10:00: ${why}.`));
    await world.advance(plus(RECORDED, DAY));
    expect(await saying()).toEqual(both(`Mail is held since Friday 8 January, 10:00: ${why}.`));
    world.ses.reply = () => 'accepted';
    await world.advance(plus(RECORDED, DAY + 5 * HOUR));
    expect(await saying()).toEqual(both(undefined));
    expect(await left(world, id)).not.toEqual([]);
    world.ses.reply = () => how;
    // The reminders of Monday morning.
    await world.advance(plus(RECORDED, 3 * DAY + HOUR));
    expect(await saying()).toEqual(both(`Mail is held since 09:00: ${why}.`));
  },
);

it('says nothing of one refused mail, or of a rate that was exceeded for a moment', async () => {
  const { world, saying } = await held();
  world.ses.reply = (to) => (to.startsWith('bill') ? 'rejected' : 'throttled');
  await world.advance(plus(RECORDED, 20 * MINUTE));
  expect(await saying()).toEqual(both(undefined));
});

it('forgets a hold in which nothing is tried any more', async () => {
  const { world, id, saying } = await held();
  world.ses.reply = () => 'paused';
  await world.advance(plus(RECORDED, HOUR));
  await manage(world, id, { type: 'cancel' });
  await world.advance(plus(RECORDED, 10 * DAY));
  world.ses.reply = () => 'accepted';
  expect(await saying()).toEqual(both(undefined));
});

it('shows the pages although the hold cannot be read', async () => {
  const { world, saying } = await held();
  world.deps.store.readHeld = async () => {
    throw new Error('out of reach');
  };
  expect(await saying()).toEqual(both(undefined));
  expect(world.failures).toHaveLength(2);
});
