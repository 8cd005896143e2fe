import type { Person } from '../domain/conversation.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { addressHash } from './hash.ts';
import { decrypt, encryptSteadily, type Keyring } from './keyring.ts';

/** What the address of a calendar names: whose it is, and how often it was made anew. */
export type FeedLink = { person: string; revision: number };

const PURPOSE = 'calendar';
const YEAR_DAYS = 365;
const YEARS = 3;

/**
 * Whose calendar a conversation stands in: whoever reads the person's mail now. So a mistaken address sees nothing of a
 * conversation any more, the moment it is corrected. Undefined once they were erased.
 */
export function feedPerson(person: Person): string | undefined {
  if (person.email !== undefined) return addressHash(person.email);
  return person.mail ? undefined : person.person;
}

/** The token of somebody's calendar; it holds for two to three years, and is the same for each year it is made in. */
export function feedToken(keyring: Keyring, { person, revision }: FeedLink, now: Instant): string {
  const lastDay = (Math.floor(now / DAY / YEAR_DAYS) + YEARS) * YEAR_DAYS;
  return encryptSteadily(keyring, PURPOSE, [person, revision, lastDay].join('.'));
}

/** What a token names, or undefined for any that is mutated, foreign or over. Whether it was made anew, the table says. */
export function readFeedToken(keyring: Keyring, token: string, now: Instant): FeedLink | undefined {
  const [person, revision, lastDay, ...rest] = decrypt(keyring, PURPOSE, token)?.split('.') ?? [];
  if (person === undefined || rest.length > 0 || Number(lastDay) < Math.floor(now / DAY)) return undefined;
  return { person, revision: Number(revision) };
}

/** Where a calendar program finds it. */
export function feedUrl(appUrl: string, token: string): string {
  return `${appUrl}/f/${token}.ics`;
}
