import { writeCalendar, writeFeed } from '../../functions/adapters/ical.ts';
import { writeMime } from '../../functions/adapters/mime.ts';
import type { RenderMail } from '../../functions/app/compose-mail.ts';
import type { Deps } from '../../functions/app/deps.ts';
import { takeFeedback } from '../../functions/app/feedback.ts';
import { takeMail } from '../../functions/app/inbound.ts';
import type { IncomingMail, ReceivedMail } from '../../functions/app/incoming-mail.ts';
import type { MailEvent } from '../../functions/app/mail-report.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import type { OutgoingMail } from '../../functions/app/outgoing-mail.ts';
import type { Store } from '../../functions/app/ports.ts';
import type { Outbox } from '../../functions/app/prepare-mails.ts';
import { sweep } from '../../functions/app/sweep.ts';
import type { UseCases } from '../../functions/app/use-cases.ts';
import { wake } from '../../functions/app/wake.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import type { Random } from '../simulation/random.ts';
import { KEYRING } from '../simulation/world.ts';
import type { Process, Processes } from './processes.ts';
import type { Services } from './services.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Everything that runs in AWS, each call of it one process that may break. Answers whether its work was done. */
export type Lambdas = {
  wake: (conversation: string) => Promise<boolean>;
  feedback: (event: MailEvent) => Promise<boolean>;
  sweep: () => Promise<boolean>;
  inbound: (received: ReceivedMail, conversation: string, isLast: boolean) => Promise<boolean>;
  /** Answers undefined when the person saw an error page. */
  web: <T>(conversation: string, work: (useCases: UseCases) => Promise<T>) => Promise<T | undefined>;
  /** Turns the mails that left since into bytes, and fails where one of them could not be. */
  writeMimes: () => Promise<void>;
};

type World = {
  now: () => Instant;
  random: Random;
  tenant: Tenant;
  zoneData: () => string;
  services: Services;
  /** The store with whoever watches what is really written to it. */
  store: Store;
  bucket: Map<string, IncomingMail>;
  processes: Processes;
  isRendered: (conversation: string) => boolean;
  failed: (conversation: string | undefined, kind: string, problem: unknown) => void;
};

/** A mail in one line: what it says was checked against its schema before. */
const inShort: RenderMail = ({ sections }) => {
  const kinds = sections.map(({ kind }) => kind).join(' ');
  return { subject: kinds, html: kinds, text: kinds };
};

/** The Lambdas over the services of a batch. */
export function makeLambdas(world: World): Lambdas {
  const { now, random, services, store, bucket, processes } = world;
  const { rings, ses, calendar } = services;
  const newId = () => Array.from({ length: 26 }, () => BASE32.charAt(random.below(32))).join('');
  const mails: OutgoingMail[] = [];

  const depsOf = (process: Process): Deps => ({
    store: process.ports(store),
    ring: process.ports({ ring: rings.ring }).ring,
    armAlarm: process.ports({ armAlarm: rings.armAlarm }).armAlarm,
    tenant: world.tenant,
    keyring: KEYRING,
    appUrl: 'https://nevertwice.test',
    zoneData: world.zoneData(),
    now,
    newId,
  });
  const outboxOf = (process: Process, conversation: string): Outbox => {
    const isRendered = world.isRendered(conversation);
    const { changeEntry, readEntry } = process.ports({
      changeEntry: calendar.change,
      readEntry: calendar.read,
    });
    const turns = process.ports({ awaitTurn: async () => undefined });
    return {
      renderMail: isRendered ? undefined : inShort,
      writeMime: async (mail) => {
        if (isRendered) mails.push(mail);
        return new Uint8Array();
      },
      writeCalendar: isRendered ? writeCalendar : ({ uid, sequence }) => `${uid} ${sequence}`,
      awaitTurn: turns.awaitTurn,
      sendMail: process.ports({ sendMail: ses.sendMail }).sendMail,
      calendar:
        world.tenant.calendar === 'mail'
          ? undefined
          : { name: 'google', change: changeEntry, read: readEntry, busy: calendar.busy },
    };
  };
  const run: Processes['run'] = async (about, work) => {
    const ended = await processes.run(about, work);
    if ('failed' in ended) world.failed(about.conversation, about.kind, ended.failed);
    return ended;
  };
  const done = async (...asked: Parameters<Processes['run']>) => 'ok' in (await run(...asked));

  return {
    wake: (conversation) =>
      done({ kind: 'wake', conversation }, (process) =>
        wake(depsOf(process), outboxOf(process, conversation), conversation),
      ),
    feedback: (event) =>
      done({ kind: 'feedback', conversation: event.conversation }, (process) =>
        takeFeedback(depsOf(process), event, async () => depsOf(process)),
      ),
    sweep: () =>
      done({ kind: 'sweep', conversation: undefined }, (process) =>
        sweep({ ...depsOf(process), queueDepth: process.ports({ queueDepth: rings.queueDepth }).queueDepth }),
      ),
    inbound: (received, conversation, isLast) =>
      done({ kind: 'inbound', conversation, sheltered: isLast }, (process) => {
        const ports = process.ports({
          fetchMail: async (id: string) => (bucket.has(id) ? Buffer.from(id) : undefined),
          deleteMail: async (id: string) => {
            bucket.delete(id);
          },
          readMail: async (raw: Uint8Array) => bucket.get(Buffer.from(raw).toString()),
        });
        const { fetchMail, deleteMail, readMail } = ports;
        return takeMail({ ...depsOf(process), fetchMail, deleteMail, readMail }, received);
      }),
    web: async (conversation, work) => {
      let answer: Awaited<ReturnType<typeof work>> | undefined;
      await run({ kind: 'web', conversation }, async (process) => {
        const answered = await work(makeUseCases({ ...depsOf(process), writeCalendar, writeFeed }));
        if (!process.isDead) answer = answered;
      });
      return answer;
    },
    writeMimes: async () => {
      for (const mail of mails.splice(0)) {
        const raw = await writeMime(mail);
        if (raw.length === 0) throw new Error(`${mail.messageId} became nothing`);
      }
    },
  };
}
