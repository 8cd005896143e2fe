import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { textOf } from '../http/page-text.ts';
import { makeWebWorld, type WebWorld } from '../http/web-world.ts';
import { type Body, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, manage, submitted, tokenOf } from '../simulation/acting.ts';

const BILL = 'bill@acme.example';
const MEI = 'mei@acme.example';
const PROPOSED = 'I sign every offer myself for a month.';
const OWN = 'I take the phone on Saturdays.';
const [BILLS, MEIS, DANAS] = DISCOUNTS.commitments;
const BODY: Body = { ...DISCOUNTS, commitments: [BILLS, MEIS, { ...DANAS, consequence: OWN }] };

type Lived = { web: WebWorld; id: string; told: (kind: string, to?: string) => string[] };

/** Bill says yes to what he does and not to what follows; Mei accepts what follows for Dana; Bill and Dana miss. */
async function lived(): Promise<Lived> {
  const web = await makeWebWorld();
  const { world } = web;
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, DAY / 4));
  await act(world, id, 'p2', { type: 'agree' });
  await act(world, id, 'p3', { type: 'agree', consequence: 'fair' });
  await act(world, id, 'p3', { type: 'accept-consequence', commitment: 'c3' });
  await world.advance(plus(RECORDED, 7 * DAY));
  await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: false });
  await manage(world, id, { type: 'report', commitment: 'c3', kept: false });
  await world.advance(plus(RECORDED, 10 * DAY));
  const told = (kind: string, to?: string) =>
    world.ses.inbox
      .filter((mail) => mail.kind === kind && (to === undefined || mail.to === to))
      .map(({ raw }) => Buffer.from(raw).toString('utf8'));
  return { web, id, told };
}

let life: Lived;
beforeAll(async () => {
  life = await lived();
});

describe('a consequence that its owner never accepted', () => {
  it('is sent to nobody as what follows, and raised at the check-in', async () => {
    for (const mail of life.told('consequence', BILL)) expect(mail).not.toContain(PROPOSED);
    const page = textOf(await (await life.web.see(`/conversations/${life.id}/check-in`)).text());
    expect(page).toContain(`You proposed ${PROPOSED} , and it was never accepted.`);
  });

  it('is read by its owner and the manager alone', async () => {
    const mei = await (await life.web.ask(`/p/${await tokenOf(life.web.world, life.id, 'p3')}`)).text();
    const mails = life.web.world.ses.inbox.filter(({ to }) => to === MEI);
    for (const text of [mei, ...mails.map(({ raw }) => Buffer.from(raw).toString('utf8'))])
      expect(text).not.toContain(PROPOSED);
  });
});

describe('what the manager misses', () => {
  it('is told to every participant exactly as theirs is to the manager, with what was agreed to follow', () => {
    for (const to of [BILL, MEI]) {
      const [mail, ...more] = life
        .told('consequence', to)
        .filter((text) => text.includes('Answer the phone'));
      expect(more).toEqual([]);
      expect(mail).toContain(OWN);
    }
    expect(life.told('consequence', DANA).some((text) => text.includes('Call before any discount'))).toBe(
      true,
    );
  });

  it('stands on every participant’s page', async () => {
    for (const person of ['p2', 'p3'] as const) {
      const page = textOf(
        await (await life.web.ask(`/p/${await tokenOf(life.web.world, life.id, person)}`)).text(),
      );
      expect(page).toContain('Dana Not yet, said on Friday 15 January Answer the phone within an hour.');
      expect(page).toContain(`If it doesn’t happen ${OWN}`);
    }
  });
});
