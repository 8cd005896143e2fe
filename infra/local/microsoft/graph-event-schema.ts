import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

const time = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?$/),
  timeZone: z.string(),
});

const ANSWERS = ['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded'] as const;
const attendee = z.strictObject({
  type: z.enum(['required', 'optional', 'resource']).default('required'),
  emailAddress: z.strictObject({ name: z.string().default(''), address: z.email() }),
  status: z
    .strictObject({ response: z.enum(ANSWERS), time: z.string().optional() })
    .default({ response: 'none' }),
});

const property = z.strictObject({
  id: z.string().regex(/^String \{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\} Name \w+$/i),
  value: z.string().max(32_000),
});

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const recurrence = z.strictObject({
  pattern: z.strictObject({
    type: z.enum(['daily', 'weekly']),
    interval: z.int().min(1).max(99),
    daysOfWeek: z.array(z.enum(DAYS)).min(1),
    firstDayOfWeek: z.enum(DAYS).default('sunday'),
  }),
  range: z.strictObject({
    type: z.literal('endDate'),
    startDate: z.iso.date(),
    endDate: z.iso.date(),
    recurrenceTimeZone: z.string(),
  }),
});

/** What may be written of an event; strict, because Graph refuses a property that it does not know. */
export const writtenEvent = z.strictObject({
  subject: z.string().max(255).default(''),
  body: z
    .strictObject({ contentType: z.enum(['text', 'html']), content: z.string() })
    .default({ contentType: 'text', content: '' }),
  start: time,
  end: time,
  recurrence: recurrence.nullish(),
  location: z.strictObject({ displayName: z.string() }).default({ displayName: '' }),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']).default('busy'),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).default('normal'),
  responseRequested: z.boolean().default(true),
  isOnlineMeeting: z.boolean().default(false),
  onlineMeetingProvider: z.literal('teamsForBusiness').optional(),
  categories: z.array(z.string()).default([]),
  attendees: z.array(attendee).max(500).default([]),
  transactionId: z.string().optional(),
  singleValueExtendedProperties: z.array(property).default([]),
});
export type WrittenEvent = z.infer<typeof writtenEvent>;

/** An event as it is kept. `posted`: what it was made from; `organizer`: whose calendar it is in. */
export const keptEvent = z.object({
  ...writtenEvent.shape,
  id: z.string(),
  organizer: z.string(),
  version: z.int(),
  posted: z.string(),
  isDeleted: z.boolean(),
  joinUrl: z.string().optional(),
});
export type KeptEvent = z.infer<typeof keptEvent>;

/** Epoch milliseconds. */
export function momentOf({ dateTime, timeZone }: z.infer<typeof time>): number {
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime(timeZone).epochMilliseconds;
}

/** A moment as Graph writes it when it was asked for UTC. */
export function inUtc(at: number) {
  return { dateTime: `${new Date(at).toISOString().slice(0, 19)}.0000000`, timeZone: 'UTC' };
}
