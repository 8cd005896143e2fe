import { conversationId } from '../../functions/app/hash.ts';
import type { Store } from '../../functions/app/ports.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { DAY, type Instant, instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { ACME } from '../simulation/acme.ts';
import { makeRandom, type Random } from '../simulation/random.ts';
import { type Batch, makeBatch } from './batch.ts';
import { BATCH_SIZE } from './batch-size.ts';
import { drawBody, makeTown, oneOf } from './people/cast.ts';
import { type Life, makeLife } from './people/life.ts';
import { mailBack } from './people/mail-back.ts';
import { manageAfter, manageFor } from './people/manager.ts';
import { drawWay, reactTo, type Way } from './people/participant.ts';
import { shareSometime, stopMailsSometime } from './people/share.ts';
import { seedOf } from './seed-of.ts';
import type { Invariant } from './watch/watched.ts';

const RENDERED_EVERY = 50;
const STORM_DAYS = 14;
const CALM_DAYS = 5;

/** `batch`: its number in the run. `size`: how many conversations are in it. */
export type BatchOptions = {
  seed: number;
  batch: number;
  size: number;
  invariants: readonly Invariant[];
  spoil?: ((store: Store) => Store) | undefined;
};

function drawTenant(random: Random, place: number): Tenant {
  const { policy } = ACME;
  return {
    ...ACME,
    calendar: random.chance(0.35) ? 'google' : 'mail',
    // So few a second that the sweep and the setting anew of alarms have to page.
    sendRate: oneOf(random, [0.1, 0.2, 14]),
    policy: {
      ...policy,
      silence: oneOf(random, ['missed', 'missed', 'ask-manager']),
      eraseDaysAfterClose: oneOf(random, [1, 3, 90]),
      silenceWorkingDays: oneOf(random, [1, 1, 2]),
      digest: place % 4 === 3 ? 'off' : 'monday',
    },
  };
}

/** A moment of 2027 on a working day, so that some runs cross a change of the clocks. */
function drawStart(random: Random): Instant {
  return instant(Date.UTC(2027, 0, 4, 6) + random.below(44) * 7 * DAY + random.below(4) * DAY);
}

/** What the address of a mail does with it: most take it, some are gone, some only now and then. */
function makeFates(random: Random) {
  const known = new Map<string, 'delivered' | 'bounced' | 'suppressed' | 'silence'>();
  return (to: string) => {
    const usual =
      known.get(to) ??
      (random.chance(0.05) ? oneOf(random, ['bounced', 'suppressed', 'silence'] as const) : 'delivered');
    known.set(to, usual);
    if (usual !== 'delivered' || random.chance(0.985)) return usual;
    return oneOf(random, ['full', 'full', 'bounced', 'complained', 'silence'] as const);
  };
}

type Recording = { number: number; id: string; random: Random; life: Life; ways: Map<PersonId, Way> };

/** Lives a batch of conversations through a fortnight of faults and some quiet days. The same options, the same lives. */
export async function runBatch(options: BatchOptions): Promise<Batch> {
  const { seed, batch: place, size, invariants, spoil } = options;
  const random = makeRandom(seedOf(seed, 'batch', place));
  const start = drawStart(random);
  const town = makeTown(random, size);
  const recordings = new Map<string, Recording>();
  const numbers = new Map<string, number>();
  const batch = makeBatch({
    seed: seedOf(seed, 'services', place),
    tenant: drawTenant(random, place),
    start,
    invariants,
    spoil,
    // What a manager is told of their week belongs to the batch: it is lived again with the first of it.
    numberOf: (id) => numbers.get(id) ?? place * BATCH_SIZE,
    isRendered: (id) => (numbers.get(id) ?? (/^[a-c]/.test(id) ? 0 : 1)) % RENDERED_EVERY === 0,
    fate: makeFates(random),
    arrived: ({ watch }, { conversation, mail }) => {
      const of = recordings.get(conversation);
      const claim = watch.all.get(conversation)?.claims.get(mail);
      if (!of || !claim) return;
      for (const key of claim.keys) react(batch, of, claim.to, key);
    },
  });
  for (let index = 0; index < size; index++) {
    const number = place * BATCH_SIZE + index;
    const own = makeRandom(seedOf(seed, 'conversation', number));
    const at = plus(start, own.below(3 * DAY));
    batch.agenda.add(at, async () => {
      const body = drawBody(own, town, batch.now());
      const key = `record-${number}`;
      const id = conversationId(body.manager.email, key);
      numbers.set(id, number);
      const life = makeLife(batch, id, own);
      recordings.set(id, { number, id, random: own, life, ways: new Map() });
      await record(batch, body, key, id, 5);
      manageFor(life, town.managers);
    });
  }
  for (let index = 0; index < size; index++) {
    const number = place * BATCH_SIZE + index;
    const own = makeRandom(seedOf(seed, 'share', number));
    if (own.chance(0.3)) numbers.set(shareSometime(batch, town, own, number), number);
    if (own.chance(0.05)) stopMailsSometime(batch, town, own);
  }
  await batch.advance(plus(start, STORM_DAYS * DAY));
  batch.strikes.calm();
  batch.services.calm();
  await batch.advance(plus(start, (STORM_DAYS + CALM_DAYS) * DAY));
  await batch.watch.end();
  return batch;
}

async function record(
  batch: Batch,
  body: ReturnType<typeof drawBody>,
  key: string,
  id: string,
  tries: number,
) {
  const actor = { email: body.manager.email };
  const answer = await batch.lambdas.web(id, (cases) => cases.submit(actor, body, key));
  if (answer === undefined && tries > 0)
    batch.agenda.add(plus(batch.now(), MINUTE), () => record(batch, body, key, id, tries - 1));
  if (answer && 'refused' in answer)
    batch.trace.note(id, {
      who: 'manager',
      what: `refused: ${JSON.stringify(answer.refused.errors)}`,
      quiet: false,
    });
}

function react(batch: Batch, of: Recording, to: PersonId, key: string): void {
  const [kind = '', subject = ''] = key.split('_');
  const { life, random, ways } = of;
  const way = ways.get(to) ?? drawWay(life);
  ways.set(to, way);
  if (life.conversation()?.manager === to) manageAfter(life, kind, subject);
  else reactTo({ life, person: to, way }, kind);
  if (random.chance(kind === 'invitation' ? 0.2 : 0.02)) mailBack(batch, life, to, kind, subject);
}
