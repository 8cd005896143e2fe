import { expect, it } from 'vitest';
import { DAY, HOUR, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, left, ok, submitted, tokenOf } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const RIGHT = 'william@acme.example';

/** Dana's conversation with Bill, whose mail fails this way, on its second day. */
async function failed(how: 'bounced' | 'complained' | 'suppressed') {
  const web = await makeWebWorld();
  web.world.ses.fate = (to) => (to === BILL ? how : 'delivered');
  const { id, pageOf } = await begun(web);
  await web.world.advance(plus(RECORDED, DAY));
  web.world.ses.fate = () => 'delivered';
  const see = async (path: string) => (await web.see(path)).text();
  return { web, id, pageOf, page: () => see(`/conversations/${id}`), first: () => see('/'), see };
}

const formIn = (page: string, id: string) =>
  new RegExp(`<form[^>]* id="${id}">.*?</form>`, 's').exec(page)?.[0] ?? '';

it.each([
  ['bounced', 'The address takes no mail, since Friday'],
  ['complained', 'Our mail was marked as unwanted on Friday'],
  ['suppressed', 'Earlier mail to the address came back, so none goes there since Friday'],
] as const)(
  'says on both pages that Bill gets no mail because it %s, and leads to the form',
  async (how, why) => {
    const { first, page } = await failed(how);
    for (const shown of [await first(), await page()]) {
      expect(textOf(shown)).toContain('Bill gets no mail');
      expect(textOf(shown)).toContain(why);
      expect(textOf(shown)).toContain('One thing needs you.');
      expect(shown).toMatch(/<a class="button" href="[^"]*#correct-address-p2">\s*Correct the address/);
      expect(shown).toContain('/recap/p2"');
    }
    const form = textOf(formIn(await page(), 'correct-address-p2'));
    expect(form).toContain('What was missed is not sent late.');
    expect(form.includes('Ask in person first whether mail is welcome.')).toBe(how === 'complained');
  },
);

it('leads from the mail to the open form, whose button sends the recap to the right address', async () => {
  const { web, id, page, first, see } = await failed('bounced');
  await web.world.advance(at('2027-01-11T10:00:00Z'));
  const mail = web.world.ses.inbox.find(({ to, kind }) => to === DANA && kind === 'address-failed');
  const text = String(JSON.parse(Buffer.from(mail?.raw ?? '').toString()).text);
  expect(text).toContain('Our mail does not reach Bill');
  expect(text).toContain(`/conversations/${id}/recap/p2`);
  const [, link = ''] = /nevertwice\.test(\/conversations\/\S+#correct-address-p2)/.exec(text) ?? [];
  const [path = '', anchor = ''] = link.split('#');
  const opened = await see(path);
  expect(formIn(opened, anchor)).toContain(`value="${BILL}"`);
  expect(opened).toMatch(new RegExp(`<details class="fold" open="">(?:(?!</details>).)*id="${anchor}"`, 's'));
  const pressed = await web.press(`/conversations/${id}/commands`, {
    token: hiddenOf(opened, 'token'),
    version: hiddenOf(opened, 'version'),
    type: 'correct-address',
    person: 'p2',
    email: RIGHT,
  });
  expect(pressed.status).toBe(303);
  for (const shown of [await first(), await page()]) expect(textOf(shown)).not.toContain('gets no mail');
  await web.world.advance(plus(web.world.now(), HOUR));
  const theirs = (await left(web.world, id)).filter(({ to }) => to === RIGHT);
  expect(theirs.map(({ key }) => key).sort()).toEqual(['invitation_k1_p2_1_a2', 'recap_all_p2_1_a2']);
});

it('lets a manager whose own mail fails try the address again', async () => {
  const web = await makeWebWorld();
  web.world.ses.fate = (to) => (to === DANA ? 'bounced' : 'delivered');
  const { id } = await begun(web);
  const page = await (await web.see(`/conversations/${id}`)).text();
  expect(textOf(page)).toContain('Your own mail does not reach you');
  expect(formIn(page, 'correct-address-p1')).toContain(`value="${DANA}"`);
});

it('says which mail somebody has stopped, at the person, at each mail and in JSON', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  ok(await web.world.useCases.optOut(await tokenOf(web.world, id, 'p2'), ['nudges', 'check-ins']));
  const text = textOf(await (await web.see(`/conversations/${id}`)).text());
  expect(text).toContain('Bill has stopped by mail: mails about start and due date, what you talk about.');
  expect(text).toContain('not sent, this kind of mail is not wanted');
  const json = await (await web.api('GET', `/api/v1/conversations/${id}`)).json();
  expect(json).toMatchObject({
    state: {
      people: expect.arrayContaining([
        expect.objectContaining({ id: 'p2', optedOut: ['nudges', 'check-ins'] }),
      ]),
    },
  });
  const skipped = json.plan.filter(({ skipped }: { skipped?: string }) => skipped === 'opted-out');
  expect(skipped.map(({ kind, to }: { kind: string; to: string }) => `${kind} ${to}`)).toEqual(
    expect.arrayContaining([`start ${BILL}`, `heads-up ${BILL}`, `due-check ${BILL}`, `agenda ${BILL}`]),
  );
});

/** The sentence that counts, on the first page and on the conversation's. */
async function counts(web: WebWorld, id: string): Promise<(string | undefined)[]> {
  const pages = [await web.see('/'), await web.see(`/conversations/${id}`)];
  const texts = await Promise.all(pages.map(async (page) => textOf(await page.text())));
  return texts.map((text) => /Nothing needs you|\w+ things? needs? you/.exec(text)?.[0]);
}

it('counts the same on the first page and on the conversation’s, all its life long', async () => {
  const web = await makeWebWorld(RECORDED, ACME);
  web.world.ses.fate = (to) => (to === BILL ? 'bounced' : 'delivered');
  const id = await submitted(web.world, DISCOUNTS);
  const seen = new Set<string | undefined>();
  for (const day of [1, 4, 6, 7, 8, 10, 11]) {
    await web.world.advance(plus(RECORDED, day * DAY + 8 * HOUR));
    const [first, own] = await counts(web, id);
    expect([day, own]).toEqual([day, first]);
    seen.add(own);
  }
  expect([...seen].length).toBeGreaterThan(2);
});
