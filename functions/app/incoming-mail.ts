import type { Instant } from '../domain/instant.ts';

/** What SES says of a mail that it took in; its text lies in the bucket under `id`. `source`: the return path, "" for none. */
export type ReceivedMail = {
  id: string;
  at: Instant;
  source: string;
  recipients: readonly string[];
  spam: Verdict;
  virus: Verdict;
  dmarc: Verdict;
};
export type Verdict = 'pass' | 'fail' | 'unsure';

/** One entry of a calendar part. `answer`: PARTSTAT in lower case, "" where there is none. */
export type AnsweredEntry = {
  uid: string;
  sequence: number | undefined;
  stamp: Instant | undefined;
  start: Instant | undefined;
  /** The one occasion of a series that it is about. */
  occasion: Instant | 'unknown' | undefined;
  attendees: readonly { email: string; answer: string }[];
  comment: string;
};

/** A calendar part. `method` in upper case, "" where it is missing; `program`: PRODID. */
export type CalendarPart = { method: string; program: string; entries: readonly AnsweredEntry[] };

/** A mail as far as it matters here: who says they sent it, whether a machine did, and what it says as plain text. */
export type IncomingMail = {
  /** Every address in every From, in normal form; exactly one in a mail that is in order. */
  from: readonly string[];
  isAutomatic: boolean;
  /** What its sender calls it, "" where it has no name: the same mail may come twice. */
  messageId: string;
  subject: string;
  text: string;
  /** Whether there is more that nobody looks at: files and pictures, or an end that comes too late. */
  hasMore: boolean;
  /** What the files that came with it are called, at most ten names of one line; pictures within its text are none. */
  files: readonly string[];
  calendar: CalendarPart | undefined;
};

/** The bytes of a mail, only its beginning if it is very long; undefined when it is not (or no longer) there. */
export type FetchMail = (id: string) => Promise<Uint8Array | undefined>;
/** Idempotent. */
export type DeleteMail = (id: string) => Promise<void>;
/** Never throws; undefined for bytes that are no mail. Attachments are not looked into. */
export type ReadMail = (raw: Uint8Array) => Promise<IncomingMail | undefined>;
