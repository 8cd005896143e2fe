import { describe, expect, it } from 'vitest';
import { at } from '../simulation/acme.ts';
import { manage } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const OFFER = {
  cadence: 'twice-a-week',
  minutes: '10',
  topic: 'The price list',
  until: '2027-01-29',
  where: '',
};

async function offered() {
  const web = await makeWebWorld();
  const begin = await begun(web);
  const { id } = begin;
  const show = async (below = '') => (await web.see(`/conversations/${id}${below}`)).text();
  const press = async (fields: Record<string, string>) => {
    const page = await show();
    const hidden = { token: hiddenOf(page, 'token'), version: hiddenOf(page, 'version') };
    return web.press(`/conversations/${id}/commands`, { ...hidden, ...fields });
  };
  const offer = (more: Record<string, string> = {}) =>
    press({
      type: 'add-cadence',
      form: 'add-cadence',
      at: '2027-01-11',
      'at.time': '09:15',
      ...OFFER,
      ...more,
    });
  return { web, ...begin, show, press, offer };
}

describe('short talks', () => {
  it('are offered on the conversation’s page, and stand there with who, how often and until when', async () => {
    const { show, offer, factsOf } = await offered();
    expect(textOf(await show())).toContain('Offer short talks until then');
    expect((await offer()).status).toBe(303);
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'cadenceAdded', people: ['p1', 'p2', 'p3'] });
    const text = textOf(await show());
    expect(text).toContain('short talks, Mondays and Thursdays, not on days off');
    expect(text).toContain('The last one is on Thursday 28 January; it ends by itself.');
  });

  it('are offered to those who are ticked, and say what is wrong beside its field', async () => {
    const { offer, factsOf } = await offered();
    const refused = await offer({ at: '2027-01-09' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Saturday 2027-01-09 is a day off for');
    await offer({ participants: 'p3' });
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'cadenceAdded', people: ['p1', 'p3'] });
  });

  it('ask one thing on the page that the invitation leads to, and show it to those who are in them', async () => {
    const { web, offer, pageOf, show, factsOf } = await offered();
    await offer({ participants: 'p2' });
    const path = await pageOf('p2');
    const asked = await (await web.ask(`${path}?micro=k2`)).text();
    expect(asked).toMatch(
      /<details class="fold" open=""[^>]*><summary><b>What do you want to bring next time\?<\/b>/,
    );
    expect(textOf(asked)).toContain('One thing, in your words. Dana reads it.');
    await web.answer(path, { action: 'bring', checkIn: 'k2', words: 'One limit for all.' });
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'noted', about: 'micro', checkIn: 'k2' });
    expect(textOf(await (await web.ask(path)).text())).toContain('One thing that helped since last time');
    expect(textOf(await show())).toContain('One limit for all.');
    const other = textOf(await (await web.ask(await pageOf('p3'))).text());
    expect(other).not.toContain('One limit for all.');
    expect(other).not.toContain('short talks');
  });

  it('are said no to with one press, and the manager sees it', async () => {
    const { web, offer, pageOf, show } = await offered();
    await offer();
    const path = await pageOf('p2');
    expect(textOf(await (await web.ask(path)).text())).toContain('Short talks are not for me');
    await web.answer(path, { action: 'decline-talk', checkIn: 'k2' });
    expect(textOf(await (await web.ask(path)).text())).not.toContain('Short talks are not for me');
    expect(textOf(await show())).toContain('Bill said no.');
  });

  it('are offered before people get up from a check-in', async () => {
    const { web, id, show, factsOf } = await offered();
    await web.world.advance(at('2027-01-18T09:40:00Z'));
    const page = await show('/check-in');
    const hidden = { token: hiddenOf(page, 'token'), version: hiddenOf(page, 'version'), form: 'check-in' };
    const save = (fields: Record<string, string>) =>
      web.press(`/conversations/${id}/check-in`, { ...hidden, type: 'check-in', ...fields });
    const fields = {
      next: '2027-01-25T10:30',
      'next.minutes': '15',
      'micro.at': '2027-01-19',
      'micro.cadence': 'daily',
    };
    const refused = await save(fields);
    expect(textOf(await refused.text())).toContain('Short talks until then: Say at what time');
    expect((await save({ ...fields, 'micro.at.time': '09:15' })).status).toBe(303);
    expect((await factsOf()).slice(-2)).toMatchObject([
      { type: 'checkInAdded' },
      { type: 'cadenceAdded', series: { until: '2027-01-25' } },
    ]);
  });

  it('stand in the answer of the API, and their file leads to one entry that comes again', async () => {
    const { web, id, pageOf } = await offered();
    const body = { type: 'add-cadence', cadence: 'weekly', at: '2027-01-11T09:15', until: '2027-01-29' };
    await manage(web.world, id, body);
    const file = await (await web.ask(`${await pageOf('p2')}/calendar/k2`)).text();
    expect(JSON.parse(file)).toMatchObject({
      series: { wall: '2027-01-11T09:15', days: [1] },
      description: expect.stringContaining('?micro=k2'),
    });
  });
});
