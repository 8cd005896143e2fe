import * as z from 'zod/mini';

/** "p1" is who recorded the conversation; the others are numbered as they join. Never an address. */
export type PersonId = `p${number}`;
export type CommitmentId = `c${number}`;
export type CheckInId = `k${number}`;

const idOf = <T extends string>(letter: string) =>
  z.custom<T>((value) => typeof value === 'string' && new RegExp(`^${letter}[1-9]\\d*$`).test(value));
export const personId = idOf<PersonId>('p');
export const commitmentId = idOf<CommitmentId>('c');
export const checkInId = idOf<CheckInId>('k');
/** What has an entry in a calendar. */
export const entryId = z.union([checkInId, commitmentId]);
