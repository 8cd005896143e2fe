import type { Brake } from '../app/brake.ts';
import type { SignIn } from '../app/sign-in.ts';
import type { UseCases } from '../app/use-cases.ts';
import type { Instant } from '../domain/instant.ts';
import type { Tenant } from '../domain/tenant.ts';

/**
 * What the web needs. `appUrl`: absolute, without a slash at the end; links are built from it and from nothing else.
 * `seal`: a text that only we can make of a text (HMAC), for form tokens; it is hashed before a page shows it.
 */
export type WebConfig = {
  useCases: UseCases;
  appUrl: string;
  signIn: SignIn;
  brake: Brake;
  tenant: Tenant;
  seal: (text: string) => string;
  /** The script of the managers' pages. */
  script: string;
  now: () => Instant;
  /** Tells whoever runs this of something that failed and was answered by a page all the same. */
  fault: (what: string, problem: unknown) => void;
};
