import { beforeEach, describe, expect, it } from 'vitest';
import { conversationFor } from '../../functions/app/person-file.ts';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, loaded, manage, ok, submitted } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const PATH = '/conversations/new';
const OVERLOOKED = 'Nobody knew whom to call at the weekend.';
const commitment = { owner: BILL, action: 'Call before any discount over 15%.', dueBy: '2027-02-14T17:00' };
const later = (changes: object = {}) => ({
  ...DISCOUNTS,
  title: 'Discounts, once more',
  commitments: [commitment],
  checkIn: { at: '2027-02-18T10:30', minutes: 15 },
  ...changes,
});

/** What a manager types a month after `DISCOUNTS`, and what they say of it. */
const typed = (said: Record<string, string>) => ({
  title: 'Discounts, once more',
  timezone: 'Europe/Amsterdam',
  'manager.name': 'Dana',
  'participants[0].name': 'Bill',
  'participants[0].email': BILL,
  whatHappened: 'Thirty percent.',
  neverAgain: 'A call.',
  'commitments[0].owner': 'manager',
  'commitments[1].owner': 'participants[0]',
  'commitments[1].action': 'Call before any discount over 15%',
  'commitments[1].dueBy': '14 February',
  'checkIn.at': '18 February 10:30',
  'checkIn.minutes': '15',
  ...said,
});

let web: WebWorld;
let first: string;
beforeEach(async () => {
  web = await makeWebWorld();
  first = (await begun(web)).id;
  await act(web.world, first, 'p2', { type: 'agree', consequence: 'fair' });
  web.world.jump(plus(RECORDED, 30 * DAY));
});

async function sent(said: Record<string, string>): Promise<string> {
  web.world.jump(plus(web.world.now(), 1000));
  const page = await (await web.see(PATH)).text();
  const hidden = { token: hiddenOf(page, 'token'), key: hiddenOf(page, 'key') };
  const answer = await web.press(PATH, { ...typed(said), ...hidden, send: 'now' });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')?.split('/')[2] ?? '';
}

const pageOf = async (id: string) => (await web.see(`/conversations/${id}`)).text();

describe('a topic that comes back', () => {
  it('is recognised by what happened too, asked about, and nothing is assumed', async () => {
    const token = hiddenOf(await (await web.see(PATH)).text(), 'token');
    const ask = async (fields: Record<string, string>) =>
      (await web.press(`${PATH}/preview`, { ...typed(fields), token })).text();
    const asked = await ask({});
    expect(textOf(asked)).toContain(
      'on Friday 8 January with Bill and Mei . Read what you agreed then Is it the same again?',
    );
    expect(asked).toContain(`name="again.of" value="${first}"`);
    expect(asked).not.toMatch(/name="again" value="\w+" checked|name="overlooked"/);
    const happened = await ask({
      title: 'Once more',
      whatHappened: 'Again three orders left with twenty percent off.',
    });
    expect(happened).toContain('name="again.of"');
    expect(await ask({ title: 'Keys', whatHappened: 'The door stood open.' })).not.toContain(
      'name="again.of"',
    );
    const yes = await ask({ 'again.of': first, again: 'yes', title: 'Keys', overlooked: OVERLOOKED });
    expect(textOf(yes)).toContain('What did we overlook last time? (optional)');
    expect(yes).toContain(OVERLOOKED);
    expect(await ask({ 'again.of': first, again: 'no' })).not.toContain('name="overlooked"');
  });

  it('that the manager confirmed is linked on both pages, with what was agreed then and what was overlooked', async () => {
    const second = await sent({ 'again.of': first, again: 'yes', overlooked: OVERLOOKED });
    const page = await pageOf(second);
    expect(textOf(page)).toContain(
      'You talked about it on Friday 8 January: Discounts over fifteen percent . You agreed then:',
    );
    expect(textOf(page)).toContain('Call before any discount over 15%. Bill');
    expect(textOf(page)).not.toContain('Put the limit into the price list.');
    expect(page).toContain(`href="/conversations/${first}"`);
    expect(textOf(page)).toContain(`What we overlooked last time ${OVERLOOKED} Only you read this`);
    const earlier = await pageOf(first);
    expect(textOf(earlier)).toContain('It came back on Sunday 7 February: Discounts, once more .');
    expect(earlier).toContain(`href="/conversations/${second}"`);
    expect(textOf(await pageOf(second))).not.toContain('It came back');
  });

  it('keeps what was overlooked for the manager, unless they tick that everybody reads it', async () => {
    const quiet = await sent({ 'again.of': first, again: 'yes', overlooked: OVERLOOKED });
    const open = await sent({
      'again.of': first,
      again: 'yes',
      overlooked: OVERLOOKED,
      includeOverlooked: 'yes',
    });
    web.world.jump(plus(web.world.now(), 5 * 60_000));
    for (const [id, isTold] of [
      [quiet, false],
      [open, true],
    ] as const) {
      const stored = await loaded(web.world, id);
      const body = later({ repeats: first, overlooked: OVERLOOKED, includeOverlooked: isTold });
      const { recaps } = ok(await web.world.useCases.preview({ email: DANA }, body));
      expect(recaps.map(({ mail }) => mail.text.includes(OVERLOOKED))).toEqual([isTold, isTold, isTold]);
      const read = await web.world.useCases.recapOf({ email: DANA }, id, 'p2');
      const link = 'ok' in read ? (read.ok.link ?? '') : '';
      expect((await (await web.ask(new URL(link).pathname)).text()).includes(OVERLOOKED)).toBe(isTold);
      expect((await (await web.see(`/conversations/${id}/recap/p2`)).text()).includes(OVERLOOKED)).toBe(
        isTold,
      );
      expect(JSON.stringify(conversationFor(stored, BILL)).includes(OVERLOOKED)).toBe(isTold);
      expect(conversationFor(stored, DANA)).toMatchObject({ overlooked: OVERLOOKED, repeats: first });
    }
  });

  it('comes back into the form as it was said, when it is taken back', async () => {
    const second = await sent({ 'again.of': first, again: 'yes', overlooked: OVERLOOKED });
    await manage(web.world, second, { type: 'undo' });
    const form = await (await web.see(`${PATH}?again=${second}`)).text();
    expect(form).toMatch(/name="again" value="yes" checked/);
    expect(form).toContain(OVERLOOKED);
    expect(textOf(await pageOf(first))).not.toContain('It came back');
  });
});

describe('by API', () => {
  const post = async (body: unknown, path = '') => {
    const answer = await web.api('POST', `/api/v1/conversations${path}`, body);
    return { status: answer.status, said: JSON.parse(await answer.text()) };
  };

  it('an earlier conversation is named by its id, and told in the state', async () => {
    const { status, said } = await post(later({ repeats: first, overlooked: OVERLOOKED }));
    expect(status).toBe(201);
    const read = JSON.parse(await (await web.api('GET', `/api/v1/conversations/${said.id}`)).text());
    expect(read.state).toMatchObject({ repeats: first, overlooked: OVERLOOKED, includeOverlooked: false });
  });

  it('it cannot be the same and not the same', async () => {
    const { status, said } = await post(later({ repeats: first, notRepeats: first }));
    expect([status, said.errors[0].path]).toEqual([422, 'notRepeats']);
  });

  it.each(['repeats', 'notRepeats'])('“%s” has to be one of the manager’s own that was had', async (path) => {
    const message = expect.stringContaining('This is none of your conversations.');
    const refused = { status: 422, said: { errors: [{ path, message }] } };
    const foreign = await submitted(web.world, {
      ...later({ participants: [{ name: 'Dana', email: DANA }] }),
      manager: { name: 'Bill', email: BILL },
    });
    const back = await submitted(web.world, later({ undoSeconds: 60 }), 'back');
    await manage(web.world, back, { type: 'undo' });
    for (const id of ['nobodys', foreign, back]) {
      expect(await post(later({ [path]: id }))).toMatchObject(refused);
      expect(await post(later({ [path]: id }), '/preview')).toMatchObject(refused);
    }
    const all = await post(later({ [path]: 'nobodys', title: '' }));
    expect(all.said.errors.map((error: { path: string }) => error.path)).toEqual(['title', path]);
    expect(await post(later({ [path]: 'a b' }))).toMatchObject({
      status: 422,
      said: { errors: [{ path, message: 'Write the id of a conversation, as its address has it.' }] },
    });
  });
});

describe('the headline', () => {
  const headline = async () => textOf(await (await web.see('/')).text());
  const others = async () => {
    for (const title of ['Keys', 'Samples'])
      await submitted(web.world, later({ title, whatHappened: title }), title);
  };

  it('counts a topic that the manager confirmed as had twice, whatever it is called', async () => {
    await others();
    await sent({ title: 'The Fabrikam quote', whatHappened: 'Too low.', 'again.of': first, again: 'yes' });
    expect(await headline()).toContain('2 of 3 not repeated');
  });

  it('counts one that the manager denied as another topic, however alike', async () => {
    await others();
    await sent({ title: DISCOUNTS.title, 'again.of': first, again: 'no' });
    expect(await headline()).toContain('4 of 4 not repeated');
  });

  it('goes by the words where nobody was asked', async () => {
    await others();
    await sent({ title: DISCOUNTS.title });
    expect(await headline()).toContain('2 of 3 not repeated');
  });
});
