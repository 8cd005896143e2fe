import type { Fact, MailKind } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ProviderName } from './calendar-provider.ts';
import type { ReadReflection, SaveReflection } from './reflection.ts';
import type { FreshenRow, ListRows, PutRow, RemoveRow } from './row-ports.ts';
import type { NewestSendEvent, NoteHeld, NoteSendEvent, ReadHeld } from './send-events.ts';

/** What is known of a mail. It only climbs, in this order; `refused` is final for that mail and frees its keys. */
export const OUTCOMES = [
  'claimed',
  'unknown',
  'refused',
  'accepted',
  'delayed',
  'delivered',
  'bounced',
  'complained',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The detail of a mail of unknown outcome that waits for proof before it is sent again. */
export const PARKED = 'parked';
/**
 * A mail about to leave: which deliveries it carries, for whom, and when it was claimed. `via`: into which calendar it is
 * written instead; this is what remembers by which way somebody has an entry.
 */
export type Claim = { keys: readonly string[]; to: PersonId; at: Instant; via?: ProviderName | undefined };

/** The outcome of one mail. `detail` is a code or a reason without names or addresses. */
export type Receipt = {
  mail: string;
  keys: readonly string[];
  to: PersonId;
  outcome: Outcome;
  /** When each outcome was reached. */
  times: Partial<Record<Outcome, Instant>>;
  sesId?: string | undefined;
  /** SES took this mail twice: the id of one more that left under it. */
  otherSesId?: string | undefined;
  detail?: string | undefined;
  /** After a refusal: when its deliveries may be tried again, and how often they were refused in a row. */
  retryAt?: Instant | undefined;
  refusals?: number | undefined;
};

export type Stored = {
  id: string;
  /** Counts the writes; every write is conditional on it. */
  revision: number;
  facts: readonly Fact[];
  claims: Readonly<Record<string, Claim>>;
  receipts: readonly Receipt[];
  wakeAt: Instant | undefined;
  /** Hash of the body that created it: the same idempotency key with another body is a conflict. */
  fingerprint: string;
  /** What `keepUntil` set; `partly` when some of its items do not have it (they were written later, or it was cut short). */
  keepUntil: Instant | 'partly' | undefined;
  /** For `setAside`, once it is worth it. */
  grown?: Grown | undefined;
};

/**
 * What the item that every write rewrites holds by now, as the store keeps it, and references to what was set aside before.
 */
export type Grown = {
  revision: number;
  facts: readonly object[];
  claims: Readonly<Record<string, Claim>>;
  aside: readonly string[];
};

/**
 * Writes only the words of facts, so that this can happen beside other calls before `create` or `append` is told that they
 * are saved. Words nothing refers to are never shown; repeating it changes nothing.
 */
export type SaveWords = (id: string, facts: readonly Pick<Fact, 'words'>[]) => Promise<void>;

/** One conversation with its words and receipts, strongly consistent; undefined when there is none or it was erased. */
export type LoadConversation = (id: string) => Promise<Stored | undefined>;

/** Writes the words (unless `wordsSaved`), then HEAD if there is none yet. `exists`: it was there, and stays as it was. */
export type CreateConversation = (created: {
  id: string;
  fingerprint: string;
  facts: readonly Fact[];
  wakeAt: Instant;
  wordsSaved?: boolean;
}) => Promise<'created' | 'exists'>;

/**
 * Writes the new facts' words (unless `wordsSaved`), then appends facts and claims and sets `wakeAt`, if `revision` is still
 * the one read. Claims of earlier mails stay. `aside`: what `setAside` answered for this revision.
 */
export type AppendFacts = (change: {
  id: string;
  revision: number;
  facts: readonly Fact[];
  claims: Readonly<Record<string, Claim>>;
  wakeAt: Instant | undefined;
  wordsSaved?: boolean;
  aside?: readonly string[] | undefined;
}) => Promise<'stored' | 'conflict'>;

/**
 * Copies facts and claims to where they are never written again; the `append` that is told of it takes them out of the item that
 * grows. Without one, nothing has changed. Words are not in it.
 */
export type SetAside = (id: string, grown: Grown) => Promise<readonly string[]>;

/**
 * Puts a receipt, or lifts it to a higher outcome together with that outcome's detail and retry. A lower or equal one only
 * adds what is missing of `times`, `sesId` and `otherSesId`; of one outcome the first time stays.
 */
export type RecordOutcome = (conversation: string, receipt: Receipt) => Promise<void>;

/** One receipt as it was a moment ago; undefined for none, or for an erased one. */
export type ReadReceipt = (conversation: string, mail: string) => Promise<Receipt | undefined>;

/**
 * Lets everything stored of a conversation so far be erased at a moment (or, undefined, never). Idempotent; what is written
 * afterwards is not covered, so call it again when a loaded `keepUntil` is not the one wanted.
 */
export type KeepUntil = (conversation: string, until: Instant | undefined) => Promise<void>;

/** Ids of conversations whose `wakeAt` has passed, oldest first, at most `limit`. */
export type FindOverdue = (now: Instant, limit: number) => Promise<readonly string[]>;

/** Conversations to be woken strictly after a moment, soonest first, at most `limit`. */
export type FindAhead = (
  after: Instant,
  limit: number,
) => Promise<readonly { id: string; wakeAt: Instant }[]>;

/** The time-zone data that alarms were set by, and how far (by `wakeAt`) they have been set anew. */
export type ZoneDataMark = { version: string; rearmedUpTo: Instant | undefined };
export type ReadZoneData = () => Promise<ZoneDataMark | undefined>;
export type SaveZoneData = (mark: ZoneDataMark) => Promise<void>;

/** What is known of a person across the tenant's conversations. Keyed by person id, never by address. */
export type PersonStatus = {
  optedOut: readonly MailKind[];
  /** The address that failed, as a hash: a corrected address is not suppressed. */
  failed: { why: 'bounced' | 'complained' | 'suppressed'; addressHash: string; at: Instant } | undefined;
  /** How often the address of their calendar was made anew; an earlier address opens nothing. Undefined: never. */
  feedRevision?: number | undefined;
};
/** Answers for every person asked about; a person nothing is known of has opted out of nothing. */
export type ReadStatuses = (people: readonly string[]) => Promise<Readonly<Record<string, PersonStatus>>>;
/** Replaces the kinds of mail that a person stopped. */
export type SaveOptOut = (person: string, kinds: readonly MailKind[]) => Promise<void>;
export type MarkFailed = (person: string, failed: NonNullable<PersonStatus['failed']>) => Promise<void>;
export type ClearFailed = (person: string) => Promise<void>;

/**
 * Says that somebody is in a conversation: a pointer for their calendar, which can always be rebuilt from the facts.
 * `version`: the number of facts it was made from, as of a row; `keepUntil`: when it is erased, once the conversation ended.
 */
export type Pointer = {
  conversation: string;
  version: number;
  recordedAt: Instant;
  keepUntil?: Instant | undefined;
};
/** `person`: the hash of the address they read, see feed-link.ts. */
export type PutPointer = (person: string, pointer: Pointer) => Promise<void>;
/** Somebody's open conversations, newest first, at most `limit`, and their `feedRevision` (0: never made anew). */
export type ReadFeed = (
  person: string,
  limit: number,
) => Promise<{ revision: number; conversations: readonly string[] }>;
/** Counts `feedRevision` up if it is still `from`. */
export type RenewFeed = (person: string, from: number) => Promise<void>;

/**
 * Whose a reply address is: one person in one conversation. `reader`: the hash of the address that answers come from;
 * `version` and `keepUntil` as of a pointer.
 */
export type ReplyTo = Omit<Pointer, 'recordedAt'> & { person: PersonId; reader: string };
/** `reply`: the unguessable local part, in lower case. An older one never replaces a newer one. */
export type PutReply = (reply: string, to: ReplyTo) => Promise<void>;
/** Undefined for an address that is nobody's, or no longer anybody's. */
export type FindReply = (reply: string) => Promise<ReplyTo | undefined>;

/** Person ids of corrected addresses (by address hash); an address that was never corrected is its own person. */
export type FindPeople = (addressHashes: readonly string[]) => Promise<Readonly<Record<string, string>>>;
export type LinkAddress = (addressHash: string, person: string) => Promise<void>;

/**
 * Adds one to each counter of a window and answers the new counts, in order; a counter ends with its window. `shared`: it stands
 * with others in a few items, so that many are counted in few calls; a scope is always counted in the same way.
 */
export type CountUp = (
  counters: readonly { scope: string; window: string; endsAt: Instant; shared?: boolean }[],
) => Promise<readonly number[]>;

/** `usedAt`: when it was last used, noted about once an hour; undefined for one that never was. */
export type ApiToken = { email: string; name: string; createdAt: Instant; usedAt?: Instant | undefined };
/** Saves a token under its manager and its hash; `exists` for a hash that was ever saved, which stays as it was. */
export type SaveToken = (manager: string, hash: string, token: ApiToken) => Promise<'saved' | 'exists'>;
export type FindToken = (manager: string, hash: string) => Promise<ApiToken | undefined>;
/** A manager's tokens, the newest first. */
export type ListTokens = (manager: string) => Promise<readonly (ApiToken & { hash: string })[]>;
/** From now on it is not found; one that is not there stays that way. */
export type EndToken = (manager: string, hash: string) => Promise<void>;
/** Notes a use; never brings a token back, and never an earlier use after a later one. */
export type NoteTokenUse = (manager: string, hash: string, at: Instant) => Promise<void>;

/** Everything the table does; one record so that a twin can stand in for it, proved by the same contract suite. */
export type Store = {
  load: LoadConversation;
  saveWords: SaveWords;
  create: CreateConversation;
  append: AppendFacts;
  setAside: SetAside;
  recordOutcome: RecordOutcome;
  readReceipt: ReadReceipt;
  keepUntil: KeepUntil;
  findOverdue: FindOverdue;
  findAhead: FindAhead;
  readZoneData: ReadZoneData;
  saveZoneData: SaveZoneData;
  readStatuses: ReadStatuses;
  saveOptOut: SaveOptOut;
  markFailed: MarkFailed;
  clearFailed: ClearFailed;
  findPeople: FindPeople;
  linkAddress: LinkAddress;
  putPointer: PutPointer;
  readFeed: ReadFeed;
  renewFeed: RenewFeed;
  putReply: PutReply;
  findReply: FindReply;
  saveReflection: SaveReflection;
  readReflection: ReadReflection;
  putRow: PutRow;
  freshenRow: FreshenRow;
  removeRow: RemoveRow;
  listRows: ListRows;
  countUp: CountUp;
  saveToken: SaveToken;
  findToken: FindToken;
  listTokens: ListTokens;
  endToken: EndToken;
  noteTokenUse: NoteTokenUse;
  noteSendEvent: NoteSendEvent;
  newestSendEvent: NewestSendEvent;
  noteHeld: NoteHeld;
  readHeld: ReadHeld;
};
