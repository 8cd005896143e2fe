import { domainOf, SIMULATOR } from '../domain/address.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { PersonId } from '../domain/ids.ts';
import { type Instant, MINUTE } from '../domain/instant.ts';
import { mayReceive, type Tenant } from '../domain/tenant.ts';
import { calendarDetail, type ProviderName } from './calendar-provider.ts';
import { entryRef } from './compose/entry-change-for.ts';
import { isCalendar } from './compose/envelope-for.ts';
import type { Claim, Receipt, Stored } from './ports.ts';

/** What a calendar that could not be reached is waited for before an invitation goes by mail. */
const FALLBACK_AFTER_MS = 30 * MINUTE;
const GRANT_GONE = calendarDetail('grant-gone');
const REJECTED = calendarDetail('rejected');

/** By which way an entry reaches a person. */
type Channel = 'mail' | ProviderName;

type Leaving = { claim: Claim; receipt: Receipt | undefined; key: string; person: PersonId };

/** Every attempt to bring one subject into somebody's calendar, in the order of time. */
function attempts({ claims, receipts }: Stored, subject: string): Leaving[] {
  const byMail = new Map(receipts.map((receipt) => [receipt.mail, receipt]));
  return Object.entries(claims)
    .flatMap(([mail, claim]) =>
      claim.keys.flatMap((key) => {
        const [kind, about] = key.split('_');
        return about === subject && isCalendar(kind)
          ? [{ claim, key, receipt: byMail.get(mail), person: claim.to }]
          : [];
      }),
    )
    .sort((a, b) => a.claim.at - b.claim.at);
}

/** Not known to have come to nothing. */
function hasLeft({ receipt }: Leaving): boolean {
  return receipt?.outcome !== 'refused';
}

const wayOf = ({ claim }: Leaving): Channel => claim.via ?? 'mail';

/** Whoever has an entry through the provider, as far as is known, with the delivery that brought or changed it last. */
export function holdersOf(stored: Stored, subject: string): { person: PersonId; key: string }[] {
  const newest = new Map<PersonId, Leaving>();
  for (const one of attempts(stored, subject)) if (hasLeft(one)) newest.set(one.person, one);
  return [...newest.values()]
    .filter((one) => one.claim.via !== undefined && !/^(invitation|entry)-cancelled_/.test(one.key))
    .map(({ person, key }) => ({ person, key }));
}

/** Whether the provider was tried for this delivery and it is time to give the person a mail instead. */
function isGivenUp(tried: readonly Leaving[], now: Instant): boolean {
  const [first] = tried;
  const details = tried.map(({ receipt }) => receipt?.detail);
  return (
    first !== undefined &&
    (details.includes(GRANT_GONE) || details.includes(REJECTED) || now - first.claim.at >= FALLBACK_AFTER_MS)
  );
}

/** Whether somebody has anything of this subject, which then keeps its way: two ways would give two entries. */
export function hasOwnWay(stored: Stored, { subject, to }: Delivery): boolean {
  return attempts(stored, subject).some((one) => one.person === to && hasLeft(one));
}

type Asking = { conversation: Conversation; stored: Stored; tenant: Tenant; now: Instant };

/**
 * By which way a calendar delivery goes. Whoever has an entry gets every change to it by the way it came. Somebody new
 * gets it as the others have it; who is first, through the provider, and by mail when that cannot be.
 */
export function channelOf(
  delivery: Delivery,
  provider: ProviderName | undefined,
  { conversation, stored, tenant, now }: Asking,
): Channel {
  const { subject, to } = delivery;
  const ref = entryRef(conversation, subject, tenant);
  if (provider === undefined || ref === undefined || domainOf(ref.calendar) === SIMULATOR) return 'mail';
  const reader = conversation.people.find(({ id }) => id === to)?.email;
  if (reader === undefined || !mayReceive(tenant, reader)) return 'mail';
  if (isBeyond(provider, conversation, subject)) return 'mail';
  const all = attempts(stored, subject);
  const left = all.filter(hasLeft);
  const own = left.findLast(({ person }) => person === to);
  if (own) return wayOf(own) === provider ? provider : 'mail';
  if (left.length > 0 && left.every((one) => wayOf(one) === 'mail')) return 'mail';
  const tried = all.filter(({ person, claim }) => person === to && claim.via !== undefined);
  return isGivenUp(tried, now) ? 'mail' : provider;
}

/** Graph takes no days that a series leaves out, and taking each out by itself would mail everybody each time. */
function isBeyond(provider: ProviderName, { sideTalks }: Conversation, subject: string): boolean {
  const talk = sideTalks.find(({ id }) => id === subject);
  return provider === 'microsoft' && talk?.kind === 'cadence' && talk.series.skip.length > 0;
}
