import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Which fact brought something about, and when it was recorded. */
export type Cause = { fact: number; at: Instant; by: PersonId | 'system' };
