import type { Instant } from '../domain/instant.ts';
import { type Keyring, seal, unseal } from './keyring.ts';

/** A signed-in manager; `expiresAt` in epoch ms. */
export type Session = { email: string; expiresAt: number };

const PURPOSE = 'session';

/** The value of the session cookie. */
export function sealSession(session: Session, keyring: Keyring): string {
  return seal(keyring, PURPOSE, `${session.expiresAt}.${Buffer.from(session.email).toString('base64url')}`);
}

/** Who the cookie signs in; undefined when it is not ours or has ended. */
export function openSession(cookie: string, keyring: Keyring, now: Instant): Session | undefined {
  const [expiresAt, email] = unseal(keyring, PURPOSE, cookie)?.split('.') ?? [];
  if (expiresAt === undefined || email === undefined || Number(expiresAt) <= now) return undefined;
  return { email: Buffer.from(email, 'base64url').toString(), expiresAt: Number(expiresAt) };
}
