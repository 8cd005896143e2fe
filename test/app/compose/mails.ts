import { type Composed, composeMail, groupMails } from '../../../functions/app/compose-mail.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Delivery } from '../../../functions/domain/delivery.ts';
import type { FactDraft } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { type Instant, toIso } from '../../../functions/domain/instant.ts';
import { type Tenant, tenantSchema } from '../../../functions/domain/tenant.ts';
import sample from '../../conversations/02-sales.json' with { type: 'json' };
import { type Given, given, momentIn } from '../../domain/given.ts';

export const APP = 'https://talks.northwind.example';
const ZONE = 'America/New_York';

export const northwind: Tenant = tenantSchema.parse({
  slug: 'northwind',
  name: 'Northwind',
  recipientDomains: ['northwind.example'],
  managers: ['northwind.example'],
  sender: 'nevertwice@northwind.example',
  replyDomain: 'reply.northwind.example',
  timezone: ZONE,
  country: 'US',
  branding: { colour: '#7a2e3a' },
  holidays: { US: ['2026-12-25', '2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31'] },
});

export type Mail = Composed & { at: Instant; person: PersonId; keys: readonly string[] };
export type Told = { story: Given; mails: readonly Mail[] };

export const tokenOf = (person: PersonId) => `link-of-${person}`;
export const replyOf = (person: PersonId) => `${person}${'a'.repeat(24)}`;

/** The same people with the reply addresses that the use cases give them. */
function withReplies(conversation: Conversation): Conversation {
  const people = conversation.people.map((person) => ({ ...person, reply: replyOf(person.id) }));
  return { ...conversation, people };
}

/** One group's mail as it would leave now. */
export function composed(story: Given, deliveries: readonly Delivery[], tenant = northwind): Composed {
  return composeMail(withReplies(story.conversation), deliveries, {
    tenant,
    appUrl: APP,
    token: tokenOf,
    sentAt: story.now,
    facts: story.facts,
  });
}

function accepted(story: Given, leaving: readonly Delivery[]): FactDraft[] {
  return leaving.flatMap((delivery): FactDraft[] => {
    const commitment = story.conversation.commitments.find(({ id }) => id === delivery.subject);
    if (delivery.kind !== 'due-check' || !commitment) return [];
    return [{ type: 'asked', by: 'system', commitment: commitment.id, person: delivery.to }];
  });
}

function wake({ story, mails }: Told, tenant: Tenant): Told {
  const passed = story.time(toIso(story.now));
  const leaving = passed.due();
  const left = groupMails(leaving).map((group): Mail => {
    const mail = composed(passed, group, tenant);
    const keys = group.map(({ key }) => key);
    return { ...mail, at: passed.now, person: group[0]?.to ?? 'p0', keys };
  });
  const claimed = passed.claimed(leaving.map(({ key }) => key)).fact(...accepted(passed, leaving));
  return { story: claimed, mails: [...mails, ...left] };
}

/** Lets every wake up to a moment of the zone's wall happen, and keeps the mails that leave. */
export function run(told: Told, until: string, tenant = northwind, zone = ZONE): Told {
  const end = momentIn(zone, until);
  let running = wake(told, tenant);
  for (let wakes = 0; wakes < 500; wakes++) {
    const next = running.story.wake();
    if (next === undefined || next > end) return { ...running, story: running.story.at(toIso(end)) };
    running = wake({ ...running, story: running.story.at(toIso(next)) }, tenant);
  }
  throw new Error('five hundred wakes and no end');
}

/** The same, with something done at that moment. */
export function act(told: Told, at: string, by: PersonId, command: unknown, tenant = northwind): Told {
  const { story, mails } = run(told, at, tenant);
  return { story: story.command(by, command), mails };
}

/** The sales conversation on the day it was recorded. */
export function sales(changes: object = {}, now = '2026-12-30T15:00', tenant = northwind): Told {
  return { story: given({ ...sample.conversation, ...changes }, tenant, now), mails: [] };
}

/** The mails of one kind to one person. */
export function mailsTo({ mails }: Told, person: PersonId, kind: string): Mail[] {
  return mails.filter((mail) => mail.person === person && mail.kind === kind);
}

/** The first of them; throws with what there is instead. */
export function mailTo(told: Told, person: PersonId, kind: string): Mail {
  const [mail] = mailsTo(told, person, kind);
  if (mail) return mail;
  const there = told.mails.map((one) => `${one.person} ${one.kind}`).join(', ');
  throw new Error(`no ${kind} to ${person}; there are: ${there}`);
}

/** The text with each run of white space as one space, so that a sentence is found wherever its lines break. */
export function flat({ subject, text }: Pick<Composed, 'subject' | 'text'>): string {
  return `${subject}\n${text}`.replace(/\s+/gu, ' ');
}
