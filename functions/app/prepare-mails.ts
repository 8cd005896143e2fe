import type { Conversation } from '../domain/conversation.ts';
import type { Delivery, DeliveryKind } from '../domain/delivery.ts';
import type { Fact } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import { earliest, type Instant } from '../domain/instant.ts';
import type { Week } from '../domain/overview/week.ts';
import { mayReceive } from '../domain/tenant.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { CalendarProvider } from './calendar-provider.ts';
import { composeMail, groupMails, type RenderMail } from './compose-mail.ts';
import type { Deps } from './deps.ts';
import { linkToken } from './links.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import type { SendMail } from './send-mail.ts';

/** The way out: turning a mail into bytes, waiting for a turn in the send rate, and handing it to SES. */
export type Outbox = {
  /** off: nothing is claimed and nothing leaves; whoever is owed something stays overdue. */
  sending?: 'on' | 'off';
  renderMail?: RenderMail | undefined;
  writeMime: (mail: OutgoingMail) => Promise<Uint8Array>;
  writeCalendar: (event: CalendarEvent) => string;
  /** Resolves when the next mail may leave within the send rate. */
  awaitTurn: () => Promise<void>;
  /** Hands a mail to SES in its turn. */
  sendMail: SendMail;
  /** Where entries are written instead of mailed, for a tenant that has one. */
  calendar?: CalendarProvider | undefined;
};

/** A mail ready to leave: nothing that follows the claim can fail for its sake. */
export type Prepared = {
  mail: string;
  keys: readonly string[];
  to: PersonId;
  kind: DeliveryKind;
  /** When the first of its deliveries was due. */
  due: Instant;
  from: string;
  email: string;
  /** Whether the tenant (still) sends to this address. */
  isAllowed: boolean;
  raw: Uint8Array;
};

/** What the mails tell of: the conversation as it is now, all of its facts, and for a digest the week. */
type Told = { conversation: Conversation; facts: readonly Fact[]; week: Week | undefined };

async function prepare(
  deps: Deps,
  outbox: Outbox,
  { conversation, facts, week }: Told,
  group: readonly Delivery[],
): Promise<Prepared | undefined> {
  const to = group[0]?.to;
  if (to === undefined) return undefined;
  const sentAt = deps.now();
  const token = linkToken(deps.keyring, conversation, to);
  const composed = composeMail(conversation, group, {
    tenant: deps.tenant,
    appUrl: deps.appUrl,
    token: () => token,
    sentAt,
    facts,
    week,
    render: outbox.renderMail,
  });
  const mail = deps.newId();
  const { sender } = deps.tenant;
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const { kind, calendar, to: reader, ...parts } = composed;
  const raw = await outbox.writeMime({
    ...parts,
    to: reader,
    messageId: `${mail}@${domain}`,
    thread: `${conversation.id}@${domain}`,
    date: sentAt,
    ...(calendar ? { calendar: { content: outbox.writeCalendar(calendar), method: calendar.method } } : {}),
  });
  return {
    mail,
    keys: group.map(({ key }) => key),
    to,
    kind,
    due: earliest(group.map(({ at }) => at)) ?? sentAt,
    from: composed.from.email,
    email: reader.email,
    isAllowed: mayReceive(deps.tenant, reader.email),
    raw,
  };
}

/**
 * Composes every mail that is due and waits for the first one's turn, all before anything is claimed: a fault here leaves nothing
 * behind. Whoever the tenant no longer sends to is marked (checked at record, at amend and here).
 */
export async function prepareMails(
  deps: Deps,
  outbox: Outbox,
  told: Told,
  due: readonly Delivery[],
): Promise<Prepared[]> {
  const prepared = await Promise.all(groupMails(due).map((group) => prepare(deps, outbox, told, group)));
  const mails = prepared.filter((mail) => mail !== undefined);
  if (mails.length > 0) await outbox.awaitTurn();
  return mails;
}
