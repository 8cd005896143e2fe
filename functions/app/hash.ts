import { hash } from 'node:crypto';
import { normalAddress } from '../domain/address.ts';

// RFC 4648 §6 in lower case: it fits SES tags and schedule names, and survives what changes the case of a local part.
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 26;

/** sha256 as 26 characters of lower-case base32 (130 bits), only [a-z2-7]. */
function shortHash(text: string): string {
  const digest = hash('sha256', text, 'buffer');
  let letters = '';
  let bits = 0;
  let held = 0;
  for (const byte of digest) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    for (; held >= 5 && letters.length < LENGTH; held -= 5)
      letters += BASE32.charAt((bits >> (held - 5)) & 31);
  }
  return letters;
}

/** Stands for a mail address where the address itself must not: 26 characters, the same for every spelling of it. */
export function addressHash(address: string): string {
  return shortHash(JSON.stringify(['address', normalAddress(address)]));
}

/** The id of the conversation that a manager records under an idempotency key: 26 characters, only [a-z2-7]. */
export function conversationId(manager: string, idempotencyKey: string): string {
  return shortHash(JSON.stringify(['conversation', manager, idempotencyKey]));
}

/** The id of what a manager is told of one week, named by the date of its Monday. */
export function digestId(manager: string, week: string): string {
  return shortHash(JSON.stringify(['digest', normalAddress(manager), week]));
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** 26 characters that differ when a parsed JSON body differs; the order of its keys does not count. */
export function fingerprint(body: unknown): string {
  return shortHash(`fingerprint ${JSON.stringify(body, sortKeys)}`);
}

const BASE32_HEX = '0123456789abcdefghijklmnopqrstuv';

/** The id of a calendar entry for its whole life: 26 characters of [0-9a-v], as Google's calendars take them. */
export function entryId(tenant: string, conversation: string, subject: string): string {
  return shortHash(JSON.stringify(['entry', tenant, conversation, subject])).replace(/./gu, (letter) =>
    BASE32_HEX.charAt(BASE32.indexOf(letter)),
  );
}
