import { conversationId } from '../../functions/app/hash.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { type Instant, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { type Agenda, makeAgenda } from '../simulate/agenda.ts';
import type { Somebody } from '../simulate/people/cast.ts';
import type { Deed, Life } from '../simulate/people/life.ts';
import { manageAfter, manageFor } from '../simulate/people/manager.ts';
import { drawWay, reactTo, type Way } from '../simulate/people/participant.ts';
import type { Random } from '../simulation/random.ts';
import type { Body } from './casts.ts';
import type { Client } from './client.ts';
import { carryOut, type Promised } from './deeds.ts';
import type { Disk } from './disk/read-disk.ts';
import type { Follower } from './follow.ts';

type One = { life: Life; ways: Map<PersonId, Way> };

export type People = {
  agenda: Agenda;
  /** By id, in the order in which they were to be recorded. */
  numberOf: (id: string) => number;
  /** Lets a manager record something at a moment, and go on trying until there is an answer. */
  record: (at: Instant, random: Random, body: () => Body) => void;
  /** Lets everybody answer the mails that have come since the last time. */
  readMail: (disk: Disk) => void;
  /** What was promised since the last time. */
  promised: () => Promised[];
  /** What was done since the last time, in words. */
  told: () => string[];
};

const TRIES = 6;

type Making = {
  client: Client;
  follower: () => Follower;
  now: () => Instant;
  managers: readonly Somebody[];
};

/** Everybody who uses one system, as the simulation's people do, but over HTTP and by the links in their mails. */
export function makePeople({ client, follower, now, managers }: Making): People {
  const agenda = makeAgenda();
  const all = new Map<string, One>();
  const numbers = new Map<string, number>();
  const read = new Set<string>();
  const promises = new Map<string, Promised>();
  const words: string[] = [];
  let recorded = 0;
  const later = (random: Random) => plus(now(), 5 * SECOND + random.below(40 * SECOND));
  const note = (id: string, what: string) => words.push(`#${numbers.get(id)} ${what}`);

  async function attempt(life: Life, deed: Deed, key: string, left: number): Promise<void> {
    const conversation = life.conversation();
    const disk = follower().disk();
    if (!conversation || !disk) return;
    const done = await carryOut({ client, disk }, conversation, deed, key);
    note(life.id, `${JSON.stringify('manage' in deed ? deed.manage : deed)} ${done.became}`);
    if (done.became === 'done') promises.set(done.promised.about, done.promised);
    if (done.became === 'broken' && left > 0)
      agenda.add(later(life.random), () => attempt(life, deed, key, left - 1));
  }

  function lifeOf(id: string, random: Random): Life {
    let deeds = 0;
    const life: Life = {
      id,
      random,
      now,
      conversation: () => follower().watch.all.get(id)?.conversation,
      soon: (afterMs, make) =>
        agenda.add(plus(now(), afterMs), async () => {
          const deed = make();
          deeds += 1;
          if (deed) await attempt(life, deed, `${id} ${deeds}`, TRIES);
        }),
    };
    return life;
  }

  async function submit(random: Random, body: Body, key: string): Promise<void> {
    const id = conversationId(body.manager.email, key);
    const answer = await client.manage(body.manager.email, '', body, key);
    note(id, `recorded: ${answer?.status ?? 'broken'}`);
    if (answer === undefined) {
      agenda.add(plus(now(), MINUTE), () => submit(random, body, key));
      return;
    }
    if (answer.status !== 201) {
      note(id, answer.text);
      return;
    }
    promises.set(id, {
      about: id,
      conversation: id,
      what: 'its record',
      holds: ({ stored }) => stored.has(id),
    });
    const life = lifeOf(id, random);
    all.set(id, { life, ways: new Map() });
    manageFor(life, managers);
  }

  function react({ life, ways }: One, to: PersonId, key: string): void {
    const [kind = '', subject = ''] = key.split('_');
    const way = ways.get(to) ?? drawWay(life);
    ways.set(to, way);
    if (life.conversation()?.manager === to) manageAfter(life, kind, subject);
    else reactTo({ life, person: to, way }, kind);
  }

  return {
    agenda,
    numberOf: (id) => numbers.get(id) ?? -1,
    record: (at, random, body) => {
      const number = recorded;
      recorded += 1;
      const key = `record-${number}`;
      agenda.add(at, async () => {
        const drawn = body();
        numbers.set(conversationId(drawn.manager.email, key), number);
        await submit(random, drawn, key);
      });
    },
    readMail: ({ mails }) => {
      for (const { id, tags } of mails) {
        if (read.has(id)) continue;
        const { conversation = '', mail = '' } = tags;
        const one = all.get(conversation);
        const of = follower().watch.all.get(conversation);
        const claim = of?.claims.get(mail);
        if (!one || !claim || !of?.arrived.has(mail)) continue;
        read.add(id);
        for (const key of claim.keys) react(one, claim.to, key);
      }
    },
    promised: () => {
      const open = [...promises.values()];
      promises.clear();
      return open;
    },
    told: () => words.splice(0),
  };
}
