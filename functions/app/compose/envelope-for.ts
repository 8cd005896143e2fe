import type { Envelope } from '../../../templates/mail/envelope.ts';
import type { Section } from '../../../templates/mail/section.ts';
import type { Commitment } from '../../domain/conversation.ts';
import { CALENDAR_KINDS, type Delivery, type DeliveryKind, OPT_OUT } from '../../domain/delivery.ts';
import type { PersonId } from '../../domain/ids.ts';
import { decidersOf, participants, personOf } from '../../domain/parties.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { answerAbout, mailAbout } from './mail-in.ts';
import { asideAbout } from './note.ts';
import { calledName, commitmentAbout, isManager, named, type Scope } from './scope.ts';

export type Addresses = { appUrl: string; token: string };

const LOGO_WIDTH = 280;
const LOGO_HEIGHT = 80;

export function isCalendar(kind: string | undefined): boolean {
  return CALENDAR_KINDS.some((calendar) => calendar === kind);
}

/** Whether the reader can stop a mail like this one (timeline rule 11). */
export function canStop(deliveries: readonly Delivery[]): boolean {
  return deliveries.some(({ kind }) => OPT_OUT[kind] !== undefined);
}

export function unsubscribeUrl({ appUrl, token }: Addresses): string {
  return `${appUrl}/u/${token}`;
}

function tenantProps({ name, branding: { colour, logo } }: Tenant): Envelope['tenant'] {
  if (!logo) return { name, colour };
  const scale = Math.min(1, LOGO_WIDTH / logo.width, LOGO_HEIGHT / logo.height);
  const width = Math.round(logo.width * scale);
  const height = Math.round(logo.height * scale);
  return { name, colour, logo: { url: logo.url, alt: name, width, height } };
}

function managerPage({ conversation: { id, kind } }: Scope, { appUrl }: Addresses): string {
  return `${appUrl}/${kind === 'share' ? 'shares' : 'conversations'}/${id}`;
}

function links(scope: Scope, deliveries: readonly Delivery[], addresses: Addresses): Envelope['links'] {
  const { page } = scope;
  return {
    page,
    why: `${page}/why`,
    ...(canStop(deliveries) ? { unsubscribe: unsubscribeUrl(addresses) } : {}),
    ...(isManager(scope) && scope.conversation.kind !== 'digest'
      ? { conversationPage: managerPage(scope, addresses) }
      : {}),
  };
}

/** The two sides of a commitment; the manager's own miss is told to everybody, so it has no two sides. */
function sides({ conversation }: Scope, { owner }: Commitment): PersonId[] | undefined {
  return owner === conversation.manager ? undefined : [owner, conversation.manager];
}

function wasMissed(section: Section): boolean {
  return (
    section.kind === 'correction' &&
    [section.was, section.is].some((verdict) => verdict === 'missed' || verdict === 'missed-not-reported')
  );
}

const ABOUT_ONE: ReadonlySet<DeliveryKind> = new Set([
  'consequence',
  'missed-not-reported',
  'no-report',
  'nothing-counts',
]);

/** Who knows of a need that was told to the manager, or of a talk beside the check-ins. */
function privyToTalk(scope: Scope, delivery: Delivery): PersonId[] | undefined {
  const { conversation, reader } = scope;
  if (delivery.kind === 'note') {
    const { by } = asideAbout(scope, delivery);
    return by === 'system' ? [reader.id] : [by, reader.id];
  }
  const side = conversation.sideTalks.find(({ id }) => id === delivery.subject);
  return side && [...new Set([...side.people, conversation.manager])];
}

/** Who sees what a delivery says of one person's miss or answer; undefined where there is nothing private in it. */
function privy(scope: Scope, delivery: Delivery, sections: readonly Section[]): PersonId[] | undefined {
  const { conversation, reader } = scope;
  if (ABOUT_ONE.has(delivery.kind) || (delivery.kind === 'correction' && sections.some(wasMissed)))
    return sides(scope, commitmentAbout(scope, delivery));
  if (delivery.kind === 'change-asked' || delivery.kind === 'change-unanswered') {
    const commitment = commitmentAbout(scope, delivery);
    const request = commitment.requests.find(({ fact }) => fact === delivery.fact);
    return request && [request.by, ...decidersOf(conversation, commitment, request)];
  }
  if (delivery.kind === 'declined') return [answerAbout(scope, delivery).person, reader.id];
  if (delivery.kind === 'wrote') {
    const { person, isTheirs } = mailAbout(scope, delivery);
    return isTheirs ? [person, reader.id] : [reader.id];
  }
  if (delivery.kind === 'not-answered' || delivery.kind === 'address-failed') return [reader.id];
  return privyToTalk(scope, delivery);
}

/** The others who see a mail about one person; none where it is about several. */
function privateTo(scope: Scope, deliveries: readonly Delivery[], sections: readonly Section[]) {
  const groups = deliveries.flatMap((delivery) => {
    const those = privy(scope, delivery, sections);
    return those ? [those.filter((id) => id !== scope.reader.id)] : [];
  });
  const [first] = groups;
  if (!first) return undefined;
  const same = groups.every((group) => group.join() === first.join());
  return same ? first.map((id) => named(scope, id)) : [];
}

function footer(
  scope: Scope,
  deliveries: readonly Delivery[],
  sections: readonly Section[],
): Envelope['footer'] {
  const { conversation, reader } = scope;
  const others = participants(conversation).filter(({ id }) => id !== reader.id);
  const manager = isManager(scope) ? [] : [named(scope, conversation.manager)];
  const isShare = deliveries.some(({ kind }) => kind === 'share');
  const isAnswerable = !isManager(scope) && !deliveries.some(({ kind }) => isCalendar(kind));
  return {
    ...(isAnswerable ? { repliesReadBy: named(scope, conversation.manager) } : {}),
    answersSeenBy: manager,
    agreedSeenBy: others.map(({ id }) => named(scope, id)),
    consequencesHidden: conversation.policy.consequencesSeenBy === 'owner-and-manager',
    privateTo: privateTo(scope, deliveries, sections),
    ...(isShare ? { sharedWith: others.map(({ id }) => named(scope, id)) } : {}),
    erasedFrom: conversation.kind === 'conversation' ? 'closing' : 'leaving',
    erasedAfterDays: conversation.policy.eraseDaysAfterClose,
  };
}

/** What stands around the sections of one mail. */
export function envelopeFor(
  scope: Scope,
  deliveries: readonly Delivery[],
  sections: readonly Section[],
  tenant: Tenant,
  addresses: Addresses,
): Envelope {
  const { conversation, reader, sentAt } = scope;
  return {
    sentAt,
    language: reader.locale,
    tenant: tenantProps(tenant),
    reader: {
      name: calledName(conversation, reader.id),
      zone: reader.zone,
      isManager: isManager(scope),
    },
    conversation: {
      title: conversation.title,
      manager: named(scope, conversation.manager),
      managerName: personOf(conversation, conversation.manager).name,
    },
    links: links(scope, deliveries, addresses),
    footer: footer(scope, deliveries, sections),
  };
}
