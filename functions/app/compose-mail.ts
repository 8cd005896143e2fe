import { type MailProps, mailSchema } from '../../templates/mail/mail.ts';
import { type RenderedMail, renderMail } from '../../templates/mail/render-mail.ts';
import { sectionKinds } from '../../templates/mail/section.ts';
import { wordsIn } from '../../templates/words/words.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Delivery, DeliveryKind } from '../domain/delivery.ts';
import type { Fact } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Week } from '../domain/overview/week.ts';
import { personOf } from '../domain/parties.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { calendarEventFor, replyAddress } from './compose/calendar-event-for.ts';
import { canStop, envelopeFor, isCalendar, unsubscribeUrl } from './compose/envelope-for.ts';
import { isManager, type Scope } from './compose/scope.ts';
import { sectionsFor } from './compose/sections-for.ts';
import type { MailPerson } from './outgoing-mail.ts';

/** Turns what a mail says into its subject, html and text; `renderMail` unless something else is named. */
export type RenderMail = (props: MailProps) => RenderedMail;

/**
 * What a mail is composed with. `token`: of one person's link. `facts`: all of the conversation's, because a change says
 * what was before; only a recap does without. `week`: what a digest tells.
 */
export type ComposeContext = {
  tenant: Tenant;
  appUrl: string;
  token: (person: PersonId) => string;
  sentAt: Instant;
  facts?: readonly Fact[];
  week?: Week | undefined;
  render?: RenderMail | undefined;
};

/** One mail to one person, before it becomes bytes. `kind`: what gives it its subject, for the SES tag. */
export type Composed = {
  to: MailPerson;
  from: MailPerson;
  replyTo?: MailPerson;
  subject: string;
  html: string;
  text: string;
  kind: DeliveryKind;
  calendar?: CalendarEvent;
  unsubscribe?: { url: string };
};

/**
 * Splits due deliveries of one conversation into mails, each to one person: everything due to one person is one mail,
 * but each calendar part is a mail of its own (timeline rule 9). Ordinary mails come first.
 */
export function groupMails(deliveries: readonly Delivery[]): Delivery[][] {
  const people = [...new Set(deliveries.map(({ to }) => to))];
  const ordinary = people.map((person) =>
    deliveries.filter(({ to, kind }) => to === person && !isCalendar(kind)),
  );
  const calendar = deliveries.filter(({ kind }) => isCalendar(kind)).map((delivery) => [delivery]);
  return [...ordinary.filter((group) => group.length > 0), ...calendar];
}

function readerOf(deliveries: readonly Delivery[]): PersonId {
  const [first, ...more] = deliveries;
  if (!first) throw new RangeError('a mail carries at least one delivery');
  if (more.some(({ to }) => to !== first.to)) throw new RangeError('a mail goes to one person');
  return first.to;
}

function scopeOf(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  { tenant, sentAt, facts = [], week, appUrl, token }: ComposeContext,
): Scope {
  const reader = personOf(conversation, readerOf(deliveries));
  const hasCalendar = tenant.calendar !== 'mail';
  const page = `${appUrl}/p/${token(reader.id)}`;
  return { conversation, reader, sentAt, facts, week, today: `${appUrl}/`, page, hasCalendar };
}

/** What one group's mail says to its reader, checked. Throws RangeError or ZodError where the mapping is wrong. */
export function mailProps(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  context: ComposeContext,
): MailProps {
  const scope = scopeOf(conversation, deliveries, context);
  const sections = sectionsFor(scope, deliveries);
  const addresses = { appUrl: context.appUrl, token: context.token(scope.reader.id) };
  const envelope = envelopeFor(scope, deliveries, sections, context.tenant, addresses);
  return mailSchema.parse({ ...envelope, sections });
}

/** One group's mail as it reads, also for somebody without an address: for previews and for printing. */
export function renderGroup(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  context: ComposeContext,
): RenderedMail {
  const render = context.render ?? renderMail;
  return render(mailProps(conversation, deliveries, context));
}

/** The kind whose section stands first in the mail and gives it its subject. */
function leadingKind(deliveries: readonly Delivery[]): DeliveryKind {
  const places: readonly string[] = sectionKinds;
  const [first, ...more] = deliveries.map(({ kind }) => kind);
  if (!first) throw new RangeError('a mail carries at least one delivery');
  return more.reduce(
    (leading, kind) => (places.indexOf(kind) < places.indexOf(leading) ? kind : leading),
    first,
  );
}

function displayName(scope: Scope, tenant: Tenant): string {
  const { calendar } = wordsIn(scope.reader.locale);
  const manager = personOf(scope.conversation, scope.conversation.manager);
  return isManager(scope) ? calendar.fromProduct(tenant.name) : calendar.from(manager.name, tenant.name);
}

/** Where answers go: to the reader's own reply address, from where the manager gets them as a note that stays. */
function answersTo({ conversation, reader }: Scope, tenant: Tenant): MailPerson | undefined {
  const { name, email } = personOf(conversation, conversation.manager);
  return email === undefined ? undefined : { name, email: replyAddress(reader, tenant) };
}

/** Composes one group's mail. Pure: the same facts, deliveries and moment always give the same mail. */
export function composeMail(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  context: ComposeContext,
): Composed {
  const { tenant, appUrl } = context;
  const scope = scopeOf(conversation, deliveries, context);
  const { name, email } = scope.reader;
  if (email === undefined) throw new RangeError(`${scope.reader.id} has no address`);
  const rendered = renderGroup(conversation, deliveries, context);
  const mail = { to: { name, email }, ...rendered, kind: leadingKind(deliveries) };
  const from = displayName(scope, tenant);
  const [delivery] = deliveries;
  if (delivery && isCalendar(delivery.kind)) {
    const calendar = calendarEventFor(scope, delivery, tenant, { name, email });
    return { ...mail, from: { name: from, email: replyAddress(scope.reader, tenant) }, calendar };
  }
  const replyTo = isManager(scope) ? undefined : answersTo(scope, tenant);
  const url = unsubscribeUrl({ appUrl, token: context.token(scope.reader.id) });
  return {
    ...mail,
    from: { name: from, email: tenant.sender },
    ...(replyTo ? { replyTo } : {}),
    ...(canStop(deliveries) ? { unsubscribe: { url } } : {}),
  };
}
