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
