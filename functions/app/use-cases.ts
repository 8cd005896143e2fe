import type { DraftData } from '../../templates/pages/parts/conversation-data.ts';
import type { Hint } from '../domain/coach/hint.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Fact, MailKind } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { FieldError } from '../domain/refusal.ts';
import type { Row } from '../domain/row.ts';
import type { TokenCases } from './api-tokens.ts';
import type { FreeTimesCases } from './free-times.ts';
import type { MailCases } from './manager-mails.ts';
import type { Receipt } from './ports.ts';
import type { ReflectionCases } from './reflection.ts';
import type { RowPage } from './row-ports.ts';
import type { HeldReason } from './send-events.ts';
import type { ShareCases } from './shares.ts';

/** Why a request was not carried out, as an HTTP status; `retryAfter` in seconds goes with 429. */
export type Refused = {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;
  errors: readonly FieldError[];
  retryAfter?: number;
};
export type Answer<T> = { ok: T } | { refused: Refused };

/** The signed-in manager (a session) or the subject of an API token: an address in normal form. */
export type Actor = { email: string };

/** A delivery with what became of it. */
export type DeliveryView = {
  delivery: Delivery;
  /** left: see the receipt; ahead; if-agreed: only if its owner agrees by then; skipped (see delivery.skipped); expired while held. */
  state: 'left' | 'ahead' | 'if-agreed' | 'skipped' | 'expired';
  receipt: Receipt | undefined;
};

export type ConversationView = {
  conversation: Conversation;
  facts: readonly Fact[];
  deliveries: readonly DeliveryView[];
  /** Receipts of deliveries that are no longer in the plan (a moved check-in's first invitation). */
  former: readonly Receipt[];
  /** Since when the manager's calendar takes nothing from us, if that was found out in the last week. */
  calendarLost?: Instant | undefined;
  /** Mails whose words wait for the manager, as they would read. */
  drafts?: readonly DraftData[];
  now: Instant;
};

/** `calendar`: where a calendar program finds this person's own, and how often that address was made anew. */
export type PersonalView = ConversationView & {
  person: PersonId;
  optedOut: readonly MailKind[];
  calendar: { url: string; revision: number };
};

export type RenderedMail = { subject: string; html: string; text: string };

export type Previewed = {
  view: ConversationView;
  recaps: readonly { to: PersonId; mail: RenderedMail }[];
  hints: readonly Hint[];
};

/** Everything the pages and the API can do. Made once per cold start; see make-use-cases.ts. */
export type UseCases = FreeTimesCases & {
  /** Records a conversation: 201 with `created`, or the earlier answer to the same idempotency key. */
  submit: (
    actor: Actor,
    input: unknown,
    idempotencyKey: string | undefined,
  ) => Promise<Answer<{ created: boolean; view: ConversationView }>>;
  /** The plan, each person's recap, and what the coach says of a conversation that is not stored. */
  preview: (actor: Actor, input: unknown) => Promise<Answer<Previewed>>;
  /** 404 also for another manager's conversation. */
  read: (actor: Actor, id: string) => Promise<Answer<ConversationView>>;
  list: (actor: Actor, page: RowPage) => Promise<{ rows: readonly Row[]; after: string | undefined }>;
  /** Since when the tenant's mail is held, and why; undefined while it flows. */
  mailHeld: () => Promise<{ since: Instant; why: HeldReason } | undefined>;
  /** A manager's command (managerCommandSchema), or `{ commands: [...] }`, all of them or none; the same idempotency key answers without doing it again. */
  command: (
    actor: Actor,
    id: string,
    input: unknown,
    options: { expectedVersion?: number | undefined; idempotencyKey?: string | undefined },
  ) => Promise<Answer<ConversationView>>;
  /** How it stands now and how it would stand after a command, each with what people get; nothing is stored. */
  previewCommand: (
    actor: Actor,
    id: string,
    input: unknown,
  ) => Promise<Answer<{ before: ConversationView; after: ConversationView }>>;
  /** What a participant's link opens; any bad, old or foreign token is one and the same 404. */
  openLink: (token: string) => Promise<Answer<PersonalView>>;
  /** A participant's command (participantCommandSchema) through their link. */
  act: (token: string, input: unknown) => Promise<Answer<PersonalView>>;
  /** Sets which kinds of mail a person does not want, across the tenant. */
  optOut: (token: string, kinds: readonly MailKind[]) => Promise<Answer<PersonalView>>;
  /** The iCalendar file of a check-in ("k1") for whoever a link is for. */
  invitationFile: (token: string, checkIn: string) => Promise<Answer<string>>;
  /** Somebody's own calendar across their open conversations, as iCalendar; titles and times only. */
  calendarFeed: (token: string) => Promise<Answer<string>>;
  /** Gives the calendar of whoever a link is for another address, if it was made anew only `from` times. */
  renewCalendar: (token: string, from: number) => Promise<Answer<PersonalView>>;
  /** Where a calendar program finds a manager's own calendar. */
  calendarAddress: (actor: Actor) => Promise<string>;
  /** The recap of one person as it reads now, for printing, and the link that goes with it. */
  recapOf: (
    actor: Actor,
    id: string,
    person: PersonId,
  ) => Promise<Answer<{ view: ConversationView; link: string | undefined }>>;
  /** A manager's own side of a conversation, where the policy offers to note it. */
  reflection: ReflectionCases['reflection'];
  reflect: ReflectionCases['reflect'];
  /** The manager behind an API token; undefined for an unknown one. */
  actorOfToken: (token: string) => Promise<Actor | undefined>;
  /** A manager's own API tokens. */
  tokens: TokenCases;
  /** Which kinds of mail a manager wants. */
  mails: MailCases;
  /** A manager's notes to people. */
  shares: ShareCases;
  /** The manager behind a session cookie; undefined when it is not ours or has ended. */
  actorOfSession: (cookie: string) => Actor | undefined;
};
