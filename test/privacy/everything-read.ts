import { conversationFor } from '../../functions/app/person-file.ts';
import { DAY, plus } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { makeWebWorld, type WebWorld } from '../http/web-world.ts';
import { type Body, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, loaded, manage, submitted, tokenOf } from '../simulation/acting.ts';

export const READERS = ['manager', 'owner', 'other', 'partner'] as const;
export type Reader = (typeof READERS)[number];
/** Everything each reader could read: every page, mail, file and answer that reaches them, as text. */
export type Read = Readonly<Record<Reader, readonly string[]>>;

const PERSON = { manager: 'p1', owner: 'p2', other: 'p3', partner: 'p4' } as const;
const ADDRESS: Record<Reader, string> = {
  manager: DANA,
  owner: 'bill@acme.example',
  other: 'mei@acme.example',
  partner: 'paula@acme.example',
};

/** What is said in the life below, by whom it may be read by every policy, and where a policy may say otherwise. */
export const SAID = {
  consequence: 'I sign every offer myself for a month.',
  why: 'The fair was that week.',
  learned: 'We print the list.',
};

const [BILLS, ...OTHERS] = DISCOUNTS.commitments;
const BODY: Body = {
  ...DISCOUNTS,
  commitments: [{ ...BILLS, consequence: SAID.consequence, partner: ADDRESS.partner }, ...OTHERS],
};
const topic = (title: string): Body => ({ ...DISCOUNTS, title });

/** Bill misses and says why, Mei and Dana say nothing; two more topics end, so that there are figures. */
async function live(web: WebWorld): Promise<string> {
  const { world } = web;
  const id = await submitted(world, BODY);
  const more = await Promise.all(
    ['The stock list', 'Keys of the van'].map((title, at) => submitted(world, topic(title), `more-${at}`)),
  );
  const again = await submitted(world, topic('Files that come late'), 'again');
  await world.advance(plus(RECORDED, DAY / 4));
  for (const one of [id, again, ...more])
    for (const person of ['p2', 'p3'] as const)
      await act(world, one, person, { type: 'agree', consequence: 'fair' });
  await world.advance(plus(RECORDED, 7 * DAY));
  const reason = 'chose-something-else';
  await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: false, reason, words: SAID.why });
  for (const one of more) {
    for (const commitment of ['c1', 'c2'])
      await manage(world, one, { type: 'verdict', commitment, verdict: 'kept' });
    await manage(world, one, { type: 'report', commitment: 'c3', kept: true });
    await manage(world, one, { type: 'close' });
  }
  await chooseSomethingElse(web, again);
  await manage(world, id, { type: 'learned', commitment: 'c1', words: SAID.learned });
  await world.advance(plus(RECORDED, 13 * DAY));
  return id;
}

/** In another conversation nobody keeps theirs; Bill, who chose something else, gets another date. */
async function chooseSomethingElse({ world }: WebWorld, id: string): Promise<void> {
  const reason = 'chose-something-else';
  await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: false, reason });
  await act(world, id, 'p3', { type: 'report', commitment: 'c2', kept: false, reason: 'in-the-way' });
  await manage(world, id, { type: 'report', commitment: 'c3', kept: false, reason: 'needed-to-learn' });
  await world.advance(plus(world.now(), DAY / 24));
  await manage(world, id, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-20' });
}

/** Where a link leads, and every page that stands behind it. */
async function behindLink(web: WebWorld, id: string, person: `p${number}`): Promise<string[]> {
  const own = `/p/${await tokenOf(web.world, id, person)}`;
  const paths = [own, `${own}/why`, own.replace('/p/', '/u/'), `${own}/calendar/k1`];
  const pages = await Promise.all(paths.map(async (path) => (await web.ask(path)).text()));
  const [, feed] = /nevertwice\.test(\/f\/[^"]+)"/.exec(pages[0] ?? '') ?? [];
  return feed === undefined ? pages : [...pages, await (await web.ask(feed)).text()];
}

/** Every page of a manager and every answer of the API, as they are registered: a new one is read without anybody thinking of it. */
async function asManager(web: WebWorld, id: string): Promise<string[]> {
  const bill = (await loaded(web.world, id)).facts[0];
  const person = bill?.type === 'recorded' ? bill.people.find((one) => one.id === 'p2')?.person : undefined;
  const known = web.routes.filter(({ method, path }) => method === 'GET' && !/^\/[puf]\/|\*|sign/.test(path));
  return Promise.all(
    [...new Set(known.map(({ path }) => path))].map(async (path) => {
      const filled = path
        .replace(':id', id)
        .replace(':person', path.startsWith('/people') ? (person ?? '') : 'p2');
      const init = { headers: { authorization: web.authorization } };
      return (await (path.startsWith('/api') ? web.ask(filled, init) : web.see(filled))).text();
    }),
  );
}

/** A life under a tenant's policy, and everything that every reader could read of it. */
export async function everythingRead(tenant: Tenant): Promise<{ web: WebWorld; id: string; read: Read }> {
  const web = await makeWebWorld(RECORDED, tenant);
  const id = await live(web);
  const readBy = async (reader: Reader): Promise<string[]> => {
    const stored = await loaded(web.world, id);
    return [
      ...web.world.ses.inbox
        .filter(({ to }) => to === ADDRESS[reader])
        .map(({ raw }) => Buffer.from(raw).toString('utf8')),
      ...(await behindLink(web, id, PERSON[reader])),
      JSON.stringify(conversationFor(stored, ADDRESS[reader])),
      ...(reader === 'manager' ? await asManager(web, id) : []),
    ];
  };
  const read = Object.fromEntries(
    await Promise.all(READERS.map(async (reader) => [reader, await readBy(reader)])),
  );
  return { web, id, read };
}
