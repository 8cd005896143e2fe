import type { Instant } from '../domain/instant.ts';

/** The claim moment of the newest mail whose Send event arrived: proof that the event pipeline is alive. */
export type NoteSendEvent = (claimedAt: Instant) => Promise<void>;
export type NewestSendEvent = () => Promise<Instant | undefined>;

/** Why SES takes no mail of this tenant for now. */
export const HELD_REASONS = ['paused', 'quota', 'unreachable'] as const;
export type HeldReason = (typeof HELD_REASONS)[number];
/** Notes that a mail was refused for what is no fault of its own. */
export type NoteHeld = (held: { claimedAt: Instant; why: HeldReason }) => Promise<void>;
/** The first and the last such mail since the Send event of another; undefined once one claimed later has left. */
export type ReadHeld = () => Promise<{ since: Instant; last: Instant; why: HeldReason } | undefined>;
