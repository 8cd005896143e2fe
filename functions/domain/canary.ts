import { SIMULATOR } from './address.ts';
import type { Shift } from './hours.ts';
import { DAY, HOUR, type Instant, instant, MINUTE, toIso } from './instant.ts';
import type { Tenant } from './tenant.ts';

/** Who records the canary. At SES's simulator "success" is delivered, with any label behind it. */
export const CANARY_MANAGER = `success+nevertwice-manager@${SIMULATOR}`;
const CANARY_PARTICIPANT = `success+nevertwice-participant@${SIMULATOR}`;
const ADDRESSES: readonly string[] = [CANARY_MANAGER, CANARY_PARTICIPANT];

/**
 * Beyond this a canary's mail is late. Two minutes are no fault: one until the full minute for which an alarm is set, one in which
 * Scheduler may ring. A sweep that does the alarms' work takes three or more for one of them (see canaryRequest).
 */
export const CANARY_LATE_MS = 150_000;

const KEPT_DAYS = 7;
const SWEEP_EVERY_MS = 5 * MINUTE;
// The nightly run is over an hour past it, so that the opening of the next day comes before the next run.
const OPENING = '00:04';
const ALWAYS: readonly Shift[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: OPENING, to: OPENING }];

/** The tenant as its sender knows it: mail may also go to the canary's two addresses, and to no other of the simulator. */
export function admitCanary(tenant: Tenant): Tenant {
  return { ...tenant, recipientAddresses: [...tenant.recipientAddresses, ...ADDRESSES] };
}

/**
 * The tenant as the canary records under it: it alone manages and it alone gets mail, every hour of every day is worked,
 * and everything about it is erased once whoever got an alarm has had a week to look.
 */
export function canaryTenant(tenant: Tenant): Tenant {
  return {
    ...tenant,
    recipientDomains: [],
    recipientAddresses: [...ADDRESSES],
    managers: [CANARY_MANAGER],
    workingHours: [...ALWAYS],
    holidays: { [tenant.country]: [] },
    policy: { ...tenant.policy, eraseDaysAfterClose: KEPT_DAYS },
  };
}

/** The first full five minutes at or after a moment, in wall time of UTC. */
function wallAfter(now: Instant, ms: number): string {
  const first = Math.ceil(now / SWEEP_EVERY_MS) * SWEEP_EVERY_MS;
  return toIso(instant(first + ms)).slice(0, 16);
}

/**
 * What the canary records: c1 is kept at once, c2 and c3 are asked about when they are due, and the agenda comes at the next
 * opening. Those three moments are two minutes apart in the sweep's five, so that a sweep that does the alarms' work is
 * at least three minutes late for one of them.
 */
export function canaryRequest(now: Instant) {
  return {
    title: 'Canary',
    timezone: 'UTC',
    manager: { name: 'Canary Manager', email: CANARY_MANAGER },
    participants: [{ name: 'Canary Participant', email: CANARY_PARTICIPANT }],
    whatHappened: 'Nothing. Nobody is behind this conversation.',
    neverAgain: 'Every night one conversation shows that mails leave in time.',
    commitments: [
      { owner: CANARY_PARTICIPANT, action: 'Report at once', dueBy: wallAfter(now, 30 * HOUR) },
      { owner: CANARY_PARTICIPANT, action: 'Be asked', dueBy: wallAfter(now, 6 * HOUR) },
      { owner: CANARY_MANAGER, action: 'Be asked too', dueBy: wallAfter(now, 12 * HOUR + 2 * MINUTE) },
    ],
    checkIn: { at: wallAfter(now, 2 * DAY), minutes: 5 },
  };
}
