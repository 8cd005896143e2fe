import type { GuestAnswer } from '../../../functions/app/calendar-provider.ts';

/** An event as the console tells of it, whoever's calendar it is in. Moments are in UTC. */
export type ShownEvent = {
  id: string;
  status: string;
  summary: string;
  description: string;
  location: string;
  organizer: string;
  start: { dateTime: string };
  end: { dateTime: string };
  transparency: string;
  /** Where people meet by video. */
  link?: string | undefined;
  attendees: readonly { email: string; responseStatus: string }[];
};

/** What somebody says in their own calendar; false when there is no such event, or they are no guest of it. */
export type AnswerAsGuest = (id: string, email: string, answer: GuestAnswer) => boolean;
