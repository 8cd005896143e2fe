import * as z from 'zod';
import { type Reply, readJson } from '../aws/wire.ts';
import type { CalendarStore } from '../calendar/calendar-store.ts';
import { graphError, jsonReply } from './graph-error.ts';
import { inUtc, type KeptEvent, momentOf } from './graph-event-schema.ts';
import type { Asked } from './graph-events.ts';

const LONGEST_MS = 62 * 24 * 60 * 60 * 1000;

const time = z.strictObject({ dateTime: z.iso.datetime({ local: true }), timeZone: z.string() });
const asked = z.strictObject({
  schedules: z.array(z.email()).min(1).max(20),
  startTime: time,
  endTime: time,
  availabilityViewInterval: z.int().min(5).max(1440).default(30),
});

/** As what an event stands in somebody's calendar; undefined when it does not. */
function statusFor(person: string, event: KeptEvent): string | undefined {
  const { organizer, attendees, isDeleted, showAs } = event;
  if (isDeleted) return undefined;
  if (organizer.toLowerCase() === person) return showAs;
  const own = attendees.find(({ emailAddress }) => emailAddress.address.toLowerCase() === person);
  if (!own || own.status.response === 'declined') return undefined;
  // What nobody answered yet holds its time as tentative, unless it shows as free anyway.
  return own.status.response === 'accepted' || showAs === 'free' ? showAs : 'tentative';
}

/** `calendar: getSchedule` for whoever has a mailbox. */
export function makeSchedule(store: CalendarStore<KeptEvent>, hasMailbox: (email: string) => boolean) {
  return ({ request }: Asked): Reply => {
    const body = asked.safeParse(readJson(request));
    if (!body.success) return graphError(400, 'ErrorInvalidRequest', z.prettifyError(body.error));
    const from = momentOf(body.data.startTime);
    const until = momentOf(body.data.endTime);
    if (until <= from || until - from > LONGEST_MS)
      return graphError(
        400,
        'ErrorInvalidTimeInterval',
        'The requested time duration specified for FreeBusyViewOptions.TimeWindow is not valid.',
      );
    const value = body.data.schedules.map((scheduleId) => {
      if (!hasMailbox(scheduleId))
        return {
          scheduleId,
          error: { message: 'Unable to resolve e-mail address.', responseCode: 'ErrorMailRecipientNotFound' },
        };
      const scheduleItems = store.events().flatMap((event) => {
        const status = statusFor(scheduleId.toLowerCase(), event);
        const [start, end] = [momentOf(event.start), momentOf(event.end)];
        const isSeen = status !== undefined && start < until && end > from;
        return isSeen ? [{ status, start: inUtc(start), end: inUtc(end) }] : [];
      });
      return { scheduleId, scheduleItems };
    });
    return jsonReply(200, { value });
  };
}
