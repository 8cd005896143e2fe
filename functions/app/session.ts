import type { Instant } from '../domain/instant.ts';
import { decrypt, encrypt, type Keyring } from './keyring.ts';

/** A signed-in manager; `expiresAt` in epoch ms. */
export type Session = { email: string; expiresAt: number };

const PURPOSE = 'session';

/** The value of the session cookie; `salt` as `encrypt` wants it. */
export function sealSession({ email, expiresAt }: Session, keyring: Keyring, salt: string): string {
  return encrypt(keyring, PURPOSE, `${expiresAt} ${email}`, salt);
}

/** Who the cookie signs in; undefined when it is not ours or has ended. */
export function openSession(cookie: string, keyring: Keyring, now: Instant): Session | undefined {
  const [expiresAt, email] = decrypt(keyring, PURPOSE, cookie)?.split(' ') ?? [];
  if (expiresAt === undefined || email === undefined || Number(expiresAt) <= now) return undefined;
  return { email, expiresAt: Number(expiresAt) };
}
