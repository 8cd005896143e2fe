import type { WallTime } from '../../../functions/domain/wall-time.ts';

/** The request that a mail's link is about ("c2-7"), and the answer it would give; only the page's button gives it. */
export type MeantChange = { change: string | undefined; accept: 'yes' | 'no' | undefined };

/**
 * What a link to a conversation's page is about: a person, a commitment and maybe a request about it, or a check-in (`move`)
 * that could be at another time (`at`, on the conversation's clock).
 */
export type ManagerMeant = MeantChange & {
  commitment: string | undefined;
  person?: string | undefined;
  move?: string | undefined;
  at?: WallTime | undefined;
};
