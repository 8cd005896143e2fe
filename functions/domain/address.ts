import * as z from 'zod/mini';
import { orMissing } from './text.ts';

// One addr-spec and nothing else: no display name, comma, angle bracket, space or control character, because
// "a@x,b@y" reaches two people and a line break reaches whoever it names. RFC 5321 §4.5.3.1: 64 octets before the @.
const ADDR_SPEC =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

const ADDRESS_LIMIT = 254;

/** SES's mailbox simulator (SES developer guide): nobody reads mail there. */
export const SIMULATOR = 'simulator.amazonses.com';

/** The form in which addresses are kept and compared: trimmed, lower-case, the domain in its ASCII (IDNA) form. */
export function normalAddress(typed: string): string {
  const trimmed = typed.trim().toLowerCase();
  const at = trimmed.lastIndexOf('@');
  const domain = trimmed.slice(at + 1);
  // Only a name with non-ASCII letters needs IDNA; the URL parser would quietly mend other mistakes.
  if (at < 1 || /^[\x20-\x7e]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return trimmed;
  const url = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`) : undefined;
  return url ? `${trimmed.slice(0, at)}@${url.hostname}` : trimmed;
}

/** True for exactly one mail address in its normal form. */
export function isAddress(address: string): boolean {
  return address.length <= ADDRESS_LIMIT && address.lastIndexOf('@') <= 64 && ADDR_SPEC.test(address);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Exactly one address; answers its normal form. */
export const addressSchema = z
  .pipe(z.string({ error: orMissing('Write a mail address.') }), z.transform(normalAddress))
  .check(z.refine(isAddress, 'Write exactly one mail address, such as name@example.com.'));

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A mail domain in ASCII form, lower-case. Subdomains are other domains: list each one. */
export const domainSchema = z
  .pipe(
    z.string(),
    z.transform((typed) => normalAddress(`x@${typed}`).slice(2)),
  )
  .check(z.refine((name) => DOMAIN.test(name), 'Write a domain such as example.com.'));

/** True when an address is listed itself or its exact domain is. */
export function isListed(address: string, list: readonly string[]): boolean {
  return list.includes(address) || list.includes(domainOf(address));
}
