import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Request } from '../aws/wire.ts';

const sealed = z.object({ holder: z.string(), scope: z.string(), exp: z.number() });

export const LASTS_SECONDS = 3600;

/** Bearer tokens of one token server: they end, and nobody else can make one. `now`: epoch milliseconds. */
export function openSeal(now: () => number) {
  const secret = randomBytes(32);
  const sealOf = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  const seconds = () => Math.floor(now() / 1000);
  return {
    /** `scope`: what its holder may do with it, in words of the service. */
    issue(holder: string, scope: string): string {
      const text = JSON.stringify({ holder, scope, exp: seconds() + LASTS_SECONDS });
      const payload = Buffer.from(text).toString('base64url');
      return `${payload}.${sealOf(payload)}`;
    },
    /** Whom a request's token stands for, and for what; undefined for none or one that ended. */
    held({ headers }: Request): { holder: string; scope: string } | undefined {
      const [payload = '', seal] = (headers.authorization ?? '').replace(/^Bearer /, '').split('.');
      if (seal !== sealOf(payload)) return undefined;
      const held = sealed.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      return held.exp > seconds() ? held : undefined;
    },
  };
}
