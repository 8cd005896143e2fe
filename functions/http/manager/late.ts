import { HOUR, type Instant, plus } from '../../domain/instant.ts';
import { addDays, atMinute, dayOf, wallOf } from '../../domain/wall-time.ts';
import { localAt, momentAt } from '../../domain/zone.ts';

const FROM_HOUR = 7;
const TO_HOUR = 20;
const MORNING_MINUTES = 8 * 60;

/** The hour of the manager's own day is no hour to send mail at: when it should wait until instead. */
export type Late = { time: string; wall: string; at: string; isToday: boolean };

/**
 * Outside 07:00–20:00 on the manager's wall: the next 08:00 there, as a wall time of the conversation's zone.
 * Undefined within those hours.
 */
export function lateness(now: Instant, managerZone: string, conversationZone: string): Late | undefined {
  const here = localAt(managerZone, now);
  const today = dayOf(here);
  const hour = (here - atMinute(today, 0)) / HOUR;
  if (hour >= FROM_HOUR && hour < TO_HOUR) return undefined;
  const isToday = hour < FROM_HOUR;
  const morning = momentAt(managerZone, atMinute(isToday ? today : addDays(today, 1), MORNING_MINUTES));
  return {
    time: wallOf(here).slice(11),
    wall: wallOf(localAt(conversationZone, plus(morning, 0))),
    at: wallOf(localAt(managerZone, morning)).slice(11),
    isToday,
  };
}
