import * as z from 'zod';

const time = z.strictObject({
  dateTime: z.iso.datetime({ offset: true }),
  timeZone: z.string().optional(),
});
const attendee = z.strictObject({
  email: z.email(),
  displayName: z.string().max(1024).optional(),
  responseStatus: z.enum(['needsAction', 'accepted', 'declined', 'tentative']).default('needsAction'),
});

const conference = z.strictObject({
  createRequest: z.strictObject({
    requestId: z.string().min(1),
    conferenceSolutionKey: z.strictObject({ type: z.literal('hangoutsMeet') }),
  }),
});

const properties = z
  .record(z.string().min(1).max(44), z.string().max(1024))
  .refine((all) => Object.keys(all).length <= 300);

/** What may be written of an event; strict, because Google drops a field it does not know, and nobody would notice. */
export const writtenEvent = z.strictObject({
  id: z.string().optional(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).default('confirmed'),
  summary: z.string().max(1024).default(''),
  description: z.string().max(8192).default(''),
  location: z.string().max(1024).default(''),
  start: time,
  end: time,
  recurrence: z
    .array(z.string().regex(/^(RRULE|RDATE|EXDATE)[:;]/))
    .max(20)
    .optional(),
  transparency: z.enum(['opaque', 'transparent']).default('opaque'),
  visibility: z.enum(['default', 'public', 'private']).default('default'),
  colorId: z.string().optional(),
  guestsCanInviteOthers: z.boolean().default(true),
  attendees: z.array(attendee).max(200).default([]),
  conferenceData: conference.optional(),
  extendedProperties: z.strictObject({ private: properties }).default({ private: {} }),
});
export type WrittenEvent = z.infer<typeof writtenEvent>;

/** An event as it is kept. `version` is its ETag; `organizer` whose calendar it is in. */
export const keptEvent = z.object({
  ...writtenEvent.shape,
  id: z.string(),
  organizer: z.string(),
  version: z.int(),
  hangoutLink: z.string().optional(),
});
export type KeptEvent = z.infer<typeof keptEvent>;
