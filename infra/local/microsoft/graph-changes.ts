import { type Notice, noticesOf } from '../calendar/notice.ts';
import { type KeptEvent, momentOf, type WrittenEvent } from './graph-event-schema.ts';

type People = WrittenEvent['attendees'];

const addressOf = ({ emailAddress }: People[number]) => emailAddress.address;

/** Whoever stays keeps their answer, whatever is written of it. */
function answered(written: People, known: People): People {
  const before = new Map(known.map((one) => [addressOf(one).toLowerCase(), one.status]));
  return written.map((one) => ({
    ...one,
    status: before.get(addressOf(one).toLowerCase()) ?? { response: 'none' },
  }));
}

/** An event after what was written of it. Whoever writes the body of a Teams event without its link closes the room. */
export function changed(known: KeptEvent, written: WrittenEvent, version: number): KeptEvent {
  const { joinUrl, ...before } = known;
  const properties = new Map(
    [...known.singleValueExtendedProperties, ...written.singleValueExtendedProperties].map((one) => [
      one.id,
      one,
    ]),
  );
  const isOpen = joinUrl !== undefined && written.body.content.includes(joinUrl);
  return {
    ...before,
    ...written,
    ...(isOpen ? { joinUrl } : {}),
    attendees: answered(written.attendees, known.attendees),
    singleValueExtendedProperties: [...properties.values()],
    transactionId: known.transactionId,
    version,
  };
}

const SILENT = new Set(['singleValueExtendedProperties', 'categories', 'reminderMinutesBeforeStart']);

/**
 * Whom Outlook mails about a change, by the properties that were written: about what people see, everybody; about the
 * attendees alone, those who were added or removed ("Update event", notes).
 */
export function noticesAbout(after: KeptEvent, before: KeptEvent, properties: readonly string[]): Notice[] {
  const about = {
    id: after.id,
    summary: after.subject,
    start: new Date(momentOf(after.start)).toISOString(),
  };
  const told = properties.filter((name) => !SILENT.has(name));
  if (told.length === 0) return [];
  const [had, has] = [before, after].map((event) => event.attendees.map(addressOf));
  const all = noticesOf(about, had ?? [], has ?? []);
  return told.every((name) => name === 'attendees') ? all.filter(({ what }) => what !== 'updated') : all;
}

/** Whom Outlook mails about a new event, or one that was taken out. */
export function noticesOfWhole(event: KeptEvent, what: 'made' | 'gone'): Notice[] {
  const about = {
    id: event.id,
    summary: event.subject,
    start: new Date(momentOf(event.start)).toISOString(),
  };
  const people = event.attendees.map(addressOf);
  return what === 'made' ? noticesOf(about, [], people) : noticesOf(about, people, []);
}
