import { describe, expect, it } from 'vitest';
import { at } from '../simulation/acme.ts';
import { act } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const DURING = at('2027-01-18T09:40:00Z');

/** Bill said "not yet" on Friday; on Monday they talk. */
async function talking(said: Record<string, unknown> = {}) {
  const web = await makeWebWorld();
  const begin = await begun(web);
  const { id } = begin;
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-15T13:00:00Z'));
  await act(web.world, id, 'p2', { type: 'report', commitment: 'c1', kept: false, ...said });
  await web.world.advance(DURING);
  const path = `/conversations/${id}/check-in`;
  const save = async (fields: Record<string, string>) => {
    const page = await (await web.see(path)).text();
    const hidden = { token: hiddenOf(page, 'token'), version: hiddenOf(page, 'version'), form: 'check-in' };
    const was = {
      'c1.verdict.was': 'missed',
      'c1.verdict': 'missed',
      'c1.reason.was': String(said.reason ?? ''),
    };
    return web.press(path, { ...hidden, type: 'check-in', ...was, ...fields });
  };
  const command = async (fields: Record<string, string>) => {
    const page = await (await web.see(`/conversations/${id}`)).text();
    const hidden = { token: hiddenOf(page, 'token'), version: hiddenOf(page, 'version') };
    return web.press(`/conversations/${id}/commands`, { ...hidden, ...fields });
  };
  const show = async (below = '') => (await web.see(`/conversations/${id}${below}`)).text();
  return { web, ...begin, save, command, show };
}

const OBSTACLE = {
  'c1.obstacle.add': 'yes',
  'c1.obstacle.action': 'A second till on Fridays.',
  'c1.obstacle.owner': 'dana@acme.example',
  'c1.obstacle.dueBy': '2027-01-22',
};

describe('after a miss, on the page of the check-in', () => {
  it('asks the four, says who reads the answer, and notes it', async () => {
    const { show, save, factsOf } = await talking();
    const text = textOf(await show('/check-in'));
    expect(text).toContain('If Bill likes to say: what was it?');
    expect(text).toContain('You and Bill read the answer, nobody else.');
    expect((await save({ 'c1.reason': 'needed-to-learn' })).status).toBe(303);
    expect((await factsOf()).at(-1)).toMatchObject({
      type: 'explained',
      by: 'p1',
      reason: 'needed-to-learn',
    });
    expect(textOf(await show())).toContain('You entered what got in the way for Bill');
  });

  it('does not ask again what Bill said', async () => {
    const { show } = await talking({ reason: 'in-the-way', words: 'The shop was full.' });
    expect(textOf(await show('/check-in'))).not.toContain('If Bill likes to say');
  });

  it('puts a session to learn into two calendars, and says what is wrong beside its field', async () => {
    const { web, show, save, factsOf, pageOf } = await talking({ reason: 'needed-to-learn' });
    const wrong = await save({
      'c1.coach.how': 'peer',
      'c1.coach.at': '2027-01-20',
      'c1.coach.at.time': '10:00',
    });
    expect(wrong.status).toBe(422);
    expect(textOf(await wrong.text())).toContain('Bill, the session to learn: Say who helps');
    await save({
      'c1.coach.with': 'mei@acme.example',
      'c1.coach.how': 'peer',
      'c1.coach.at': '2027-01-20',
      'c1.coach.at.time': '10:00',
    });
    expect((await factsOf()).at(-1)).toMatchObject({
      type: 'coachingAdded',
      people: ['p2', 'p3'],
      how: 'peer',
    });
    expect(textOf(await show())).toContain('Bill and Mei learn how, with a peer');
    expect(textOf(await (await web.ask(await pageOf('p3'))).text())).toContain('It does not suit me');
    expect(textOf(await (await web.ask(await pageOf('p2'))).text())).toContain('Wednesday 20 January, 10:00');
  });

  it('begins an obstacle with Bill’s words, for the manager, and adds it when it is ticked', async () => {
    const { show, save, factsOf } = await talking({ reason: 'in-the-way', words: 'The shop was full.' });
    const page = await show('/check-in');
    expect(page).toMatch(/name="c1.obstacle.action"[^>]*>\s*The shop was full\./);
    expect(page).toMatch(/name="c1.obstacle.owner" value="dana@acme.example" checked/);
    const { 'c1.obstacle.add': _, ...unticked } = OBSTACLE;
    const before = (await factsOf()).length;
    await save(unticked);
    expect(await factsOf()).toHaveLength(before);
    await save(OBSTACLE);
    expect((await factsOf()).at(-1)).toMatchObject({
      type: 'amended',
      added: [{ id: 'c4', owner: 'p1', due: { wall: '2027-01-22T17:00', dateOnly: true } }],
      words: { 'c4.action': 'A second till on Fridays.' },
    });
    const refused = await save({ ...OBSTACLE, 'c1.obstacle.dueBy': '' });
    expect(textOf(await refused.text())).toContain('Bill, what was in the way:');
  });
});

describe('after a miss, on the conversation’s page', () => {
  it('adds an obstacle with one press, and changes nothing else that is written down', async () => {
    const { show, command, factsOf } = await talking({ reason: 'in-the-way', words: 'The shop was full.' });
    const page = await show();
    expect(page).toMatch(/id="amend-obstacle-c1-add-action"[^>]*>\s*The shop was full\./);
    const fields = {
      type: 'amend',
      form: 'amend-obstacle-c1',
      includeWhatHappened: 'no',
      'add.owner': 'dana@acme.example',
      'add.dueBy': '2027-01-22',
    };
    const refused = await command({ ...fields, 'add.dueBy': '2027-01-02', 'add.action': 'A second till.' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/id="amend-obstacle-c1-add-dueBy-why"/);
    expect((await command({ ...fields, 'add.action': 'A second till.' })).status).toBe(303);
    const added = (await factsOf()).at(-1);
    expect(added).toMatchObject({ type: 'amended', changed: [], removed: [], added: [{ owner: 'p1' }] });
    expect(added).not.toHaveProperty('includeWhatHappened');
  });

  it('plans, moves and calls off a session', async () => {
    const { show, command, factsOf } = await talking();
    const begin = {
      type: 'add-coaching',
      form: 'add-coaching-c1',
      commitment: 'c1',
      how: 'manager',
      minutes: '30',
      where: '',
    };
    expect((await command({ ...begin, at: '2027-01-20', 'at.time': '10:00' })).status).toBe(303);
    expect((await factsOf()).at(-1)).toMatchObject({ type: 'coachingAdded', people: ['p2', 'p1'] });
    const move = { type: 'move-check-in', form: 'move-check-in-k2', checkIn: 'k2', minutes: '20' };
    expect((await command({ ...move, at: '2027-01-21', 'at.time': '11:00' })).status).toBe(303);
    expect(textOf(await show())).toContain('Thursday 21 January, 11:00');
    expect(
      (await command({ type: 'cancel-check-in', form: 'cancel-check-in-k2', checkIn: 'k2' })).status,
    ).toBe(303);
    expect(textOf(await show())).toContain('Called off.');
  });
});
