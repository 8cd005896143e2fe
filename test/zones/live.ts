import { createHash } from 'node:crypto';
import type { CalendarEvent } from '../../functions/app/calendar-event.ts';
import { conversationId } from '../../functions/app/hash.ts';
import type { Answer } from '../../functions/app/use-cases.ts';
import type { Delivery } from '../../functions/domain/delivery.ts';
import type { Fact } from '../../functions/domain/facts.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { DAY, HOUR, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import { KEYRING } from '../simulation/world.ts';
import type { Product } from './product-by.ts';
import { bodyOf, type Scene } from './scene.ts';
import { makeWorld, type Running, type World } from './world.ts';

/** A conversation lived to its end: what left and when, by delivery; what went into calendars; and its facts. */
export type Lived = {
  scene: Scene;
  left: { key: string; at: number }[];
  entries: { at: number; event: CalendarEvent }[];
  facts: readonly Fact[];
  /** Why a delivery was not owed, by key, as the program itself says it at the end. */
  skipped: ReadonlyMap<string, string>;
  digest: string;
};

export type Upgrade = { at: number; to: Running };

function must<T>(answer: Answer<T>): T {
  if ('ok' in answer) return answer.ok;
  throw new Error(answer.refused.errors.map(({ path, message }) => `${path} ${message}`).join(' | '));
}

/** Gives everybody an address of their own in the world. */
function addressed(scene: Scene, number: number): ReturnType<typeof bodyOf> {
  return JSON.parse(JSON.stringify(bodyOf(scene)).replaceAll('@acme', `.${number}@acme`));
}

/** What people do in it: p2 and p3 agree, p4 never answers, and p3 says it is done unless they are away. */
function act(world: World, id: string, manager: string, scene: Scene, running: () => Running): void {
  const asPerson = async (person: PersonId, command: unknown) => {
    const stored = await world.store.load(id);
    if (!stored) throw new Error(`there is no ${id}`);
    const { linkToken, openConversation } = running().product;
    must(await world.cases().act(linkToken(KEYRING, openConversation(stored), person), command));
  };
  const later = (ms: number, work: () => Promise<unknown>) =>
    world.agenda.add(plus(instant(scene.recordedAt), ms), work);
  later(3 * HOUR + 7 * MINUTE, () => asPerson('p2', { type: 'agree', consequence: 'fair' }));
  later(5 * HOUR + 11 * MINUTE, () => asPerson('p3', { type: 'agree', consequence: 'fair' }));
  const { paused } = scene.people.p3;
  if (paused) {
    const command = { type: 'pause', person: 'p3', ...paused };
    later(DAY, async () => must(await world.cases().command({ email: manager }, id, command, {})));
  }
}

/** Records one conversation in a world of its own, and answers what is planned. */
export async function recordOne(product: Product, scene: Scene): Promise<Delivery[]> {
  const start = instant(scene.recordedAt);
  const world = makeWorld({ seed: 1, start, running: { product, zoneData: 'now' }, isRendered: () => false });
  const actor = { email: 'p1.0@acme.example' };
  const { view } = must(await world.cases().submit(actor, addressed(scene, 0), 'plan'));
  return view.deliveries.map(({ delivery }) => delivery);
}

const DONE_AFTER_MS = 20 * MINUTE;

/** Answers the due check of c2 a while after it came. */
function answerDueChecks(world: World, numbers: ReadonlyMap<string, Scene>, running: () => Running): void {
  const { sendMail } = world.ses;
  world.ses.sendMail = async (mail) => {
    const outcome = await sendMail(mail);
    const { conversation = '' } = mail.tags;
    const scene = numbers.get(conversation);
    if (scene && !scene.people.p3.paused && mail.to.startsWith('p3.'))
      world.agenda.add(plus(world.now(), DONE_AFTER_MS), async () => {
        const stored = await world.store.load(conversation);
        if (!stored) return;
        const { linkToken, openConversation } = running().product;
        const now = openConversation(stored);
        const c2 = now.commitments.find(({ id }) => id === 'c2');
        if (!c2?.asked || c2.judgement) return;
        const token = linkToken(KEYRING, now, 'p3');
        must(await world.cases().act(token, { type: 'report', commitment: 'c2', kept: true }));
      });
    return outcome;
  };
}

async function read(world: World, id: string, scene: Scene, running: Running): Promise<Lived> {
  const stored = await world.store.load(id);
  if (!stored) throw new Error(`there is no ${id}`);
  const mails = world.ses.inbox.filter(({ conversation }) => conversation === id);
  const entries = world.entries.filter(({ event }) => event.uid.startsWith(id));
  const hash = createHash('sha256');
  for (const { mail, at, raw } of mails) hash.update(`${mail} ${at} `).update(raw);
  hash.update(JSON.stringify([entries, stored.facts, stored.claims, stored.wakeAt]));
  const { plan, openConversation } = running.product;
  const skipped = plan(openConversation(stored)).flatMap(({ key, skipped: why }) =>
    why === undefined ? [] : [[key, why] as const],
  );
  return {
    scene,
    left: mails.flatMap(({ mail, at }) => (stored.claims[mail]?.keys ?? []).map((key) => ({ key, at }))),
    entries,
    facts: stored.facts,
    skipped: new Map(skipped),
    digest: hash.digest('hex').slice(0, 20),
  };
}

/** Lives conversations side by side in one world, and another version of the program takes over in the middle. */
export async function live(
  scenes: readonly Scene[],
  first: Running,
  upgrade: Upgrade | undefined,
  options: { seed: number; rendered: number },
): Promise<Lived[]> {
  let running = first;
  const start = instant(Math.min(...scenes.map(({ recordedAt }) => recordedAt)) - HOUR);
  const ids = scenes.map((_, number) => conversationId(`p1.${number}@acme.example`, `zones-${number}`));
  const rendered = new Set(ids.slice(0, options.rendered));
  const world = makeWorld({ seed: options.seed, start, running, isRendered: (id) => rendered.has(id) });
  answerDueChecks(world, new Map(scenes.map((scene, n) => [ids[n] ?? '', scene])), () => running);
  scenes.forEach((scene, number) => {
    const manager = `p1.${number}@acme.example`;
    const id = ids[number] ?? '';
    world.agenda.add(instant(scene.recordedAt), async () => {
      must(await world.cases().submit({ email: manager }, addressed(scene, number), `zones-${number}`));
      act(world, id, manager, scene, () => running);
    });
  });
  if (upgrade)
    world.agenda.add(instant(upgrade.at), async () => {
      running = upgrade.to;
      world.upgrade(running);
    });
  await world.advance(instant(Math.max(...scenes.map(({ endsAt }) => endsAt))));
  const lived: Lived[] = [];
  for (const [number, scene] of scenes.entries())
    lived.push(await read(world, ids[number] ?? '', scene, running));
  return lived;
}
