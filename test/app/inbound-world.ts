import { readMail } from '../../functions/adapters/read-mail.ts';
import type { ReceivedMail } from '../../functions/app/incoming-mail.ts';
import type { InboundDeps } from '../../functions/app/taken.ts';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { ics, rawMail } from '../adapters/replies/raw-mail.ts';
import { ACME, BILL, RECORDED } from '../simulation/acme.ts';
import { loaded, submitted } from '../simulation/acting.ts';
import { observe } from '../simulation/observe.ts';
import { makeWorld, type World } from '../simulation/world.ts';

/** A conversation that was recorded an hour ago, and the reply address of each person in it. */
export async function begun() {
  const world = makeWorld({ seed: 3, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  const first = (await loaded(world, id)).facts[0];
  const people = first?.type === 'recorded' ? first.people : [];
  const reply = (person: string) => people.find((one) => one.id === person)?.reply ?? '';
  return { world, id, reply };
}

/** The bucket of a world, whose calls can break as the others do. */
export function bucketOf(world: World) {
  const objects = new Map<string, Uint8Array>();
  const around: World['faults']['around'] = (name, call) => world.faults.around(name, call);
  const port = observe(
    {
      fetchMail: async (id: string) => objects.get(id),
      deleteMail: async (id: string) => {
        objects.delete(id);
      },
    },
    around,
  );
  const deps: InboundDeps = { ...world.deps, ...port, readMail };
  return { objects, deps };
}

export const received = (world: World, to: string, more: Partial<ReceivedMail> = {}): ReceivedMail => ({
  id: 'm1',
  at: world.now(),
  source: BILL,
  recipients: [`R+${to.toUpperCase()}@${ACME.replyDomain}`],
  spam: 'pass',
  virus: 'pass',
  dmarc: 'pass',
  ...more,
});

export const says = (text: string, headers: Record<string, string> = {}) =>
  rawMail(
    { From: BILL, To: 'x', Subject: 'Re: x', ...headers },
    { type: 'text/plain; charset=utf-8', body: text },
  );

/** What a calendar program answers; with a start it proposes that instead. */
export const answers = (
  id: string,
  answer: string,
  more: { person?: string; sequence?: number; from?: string; start?: string } = {},
) => {
  const method = more.start === undefined ? 'REPLY' : 'COUNTER';
  return rawMail(
    { From: more.from ?? BILL, To: 'x', Subject: answer },
    {
      type: `text/calendar; method=${method}`,
      body: ics(
        'BEGIN:VCALENDAR',
        `METHOD:${method}`,
        'BEGIN:VEVENT',
        ...(more.start === undefined ? [] : [`DTSTART:${more.start}`]),
        `UID:${id}-k1-${more.person ?? 'p2'}@${ACME.replyDomain}`,
        `SEQUENCE:${more.sequence ?? 0}`,
        `ATTENDEE;PARTSTAT=${answer}:mailto:${BILL}`,
        'END:VEVENT',
        'END:VCALENDAR',
      ),
    },
  );
};
