import { isAddress } from '../domain/address.ts';

/**
 * The address as it goes on the wire, where it must be exactly one in its normal form: ASCII, because SES takes no
 * SMTPUTF8, with the domain's IDNA form. People's input is checked and normalised long before.
 * @throws Error when `email` is anything else
 */
export function addrSpec(email: string): string {
  if (!isAddress(email)) throw new Error('not exactly one e-mail address in its normal form');
  return email;
}
