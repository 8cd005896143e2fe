/** Wakes a conversation now, or after `delaySeconds`; a delay beyond the queue's longest rings early. */
export type Ring = (ring: { conversation: string; delaySeconds?: number }) => Promise<void>;

/**
 * Rings a conversation once at `at` (epoch milliseconds, a whole minute, more than 90 s ahead).
 * `name`: 1 to 64 of `[0-9A-Za-z_.-]`; one name is one alarm, so arming it again changes nothing.
 * `lost`: it could not be armed, and the sweep does its work.
 */
export type ArmAlarm = (alarm: {
  name: string;
  at: number;
  conversation: string;
}) => Promise<'armed' | 'already-armed' | 'lost'>;
