import type { EntryPut } from '../../../functions/app/calendar-provider.ts';
import type { Claim } from '../../../functions/app/ports.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Delivery } from '../../../functions/domain/delivery.ts';
import type { Fact } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Ledger } from './ledger.ts';

/** What became of the Send event of a mail: SES's own word that it left. */
type SendEvent = 'coming' | 'taken' | 'lost';

/** One time that a delivery really left, as SES saw it. */
type Leaving = { mail: string; at: Instant };

/** What is known of one conversation by whoever stands beside the services and sees what they really did. */
export type Watched = {
  /** Its number in the run, and its id. */
  number: number;
  id: string;
  facts: Fact[];
  ledger: Ledger;
  claims: Map<string, Claim>;
  /** By key, each time that it left by mail. */
  left: Map<string, Leaving[]>;
  sendEvents: Map<string, SendEvent>;
  /** Mails that the mailbox took, as its server said. */
  arrived: Set<string>;
  /** Mails of which nothing final is recorded yet; parked ones are known to be in doubt. */
  open: Map<string, 'silent' | 'parked'>;
  /** Mails of which it was not known for a while whether they had left. */
  doubted: Set<string>;
  refused: Map<string, { at: Instant; isFinal: boolean }>;
  /** When something of it was last broken on purpose. */
  brokenAt: Instant | undefined;
  wakeAt: Instant | undefined;
  /** As the program reads it: what it owes, and since when nothing has left that is owed. */
  conversation: Conversation | undefined;
  deliveries: readonly Delivery[];
  owed: { delivery: Delivery; at: Instant } | undefined;
  isErased: boolean;
};

type Appended = {
  of: Watched;
  now: Instant;
  facts: readonly Fact[];
  claims: readonly (Claim & { mail: string })[];
};

export type Left = { of: Watched; now: Instant; mail: string; email: string; keys: readonly string[] };
/** `rings`: when it will be woken by something that is set already. */
type Looked = { of: Watched; now: Instant; rings: readonly Instant[] };
/** `entries`: what stands in calendars that we write into. */
export type Ended = { of: Watched; now: Instant; receipts: readonly Told[]; entries: readonly EntryPut[] };
export type Told = {
  mail: string;
  keys: readonly string[];
  to: PersonId;
  outcome: string;
  detail?: string | undefined;
};

/**
 * Something that always holds. Each look answers what is wrong, in words, and nothing when all is well. `appended`: at each
 * write; `left`: at each mail that really left; `changed`: after each step that changed a conversation; `looked`: every five
 * minutes; `ended`: once the storm is over and everything had the time to be put right.
 */
export type Invariant = {
  name: string;
  means: string;
  appended?: (sight: Appended) => readonly string[];
  left?: (sight: Left) => readonly string[];
  changed?: (sight: Looked) => readonly string[];
  looked?: (sight: Looked) => readonly string[];
  ended?: (sight: Ended) => readonly string[];
};

export type Violation = { invariant: string; number: number; id: string; at: Instant; what: string };
