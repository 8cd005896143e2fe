import { mailSchema } from '../../../templates/mail/mail.ts';
import { viewsOf } from '../../../templates/mail/render-mail.ts';
import type { DraftData } from '../../../templates/pages/parts/conversation-data.ts';
import type { Commitment, Conversation } from '../../domain/conversation.ts';
import type { Delivery, DeliveryKind } from '../../domain/delivery.ts';
import type { Fact, Tone } from '../../domain/facts.ts';
import type { Instant } from '../../domain/instant.ts';
import { personOf, standing } from '../../domain/parties.ts';
import { plan } from '../../domain/plan.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { draftOf } from '../../domain/tone.ts';
import { envelopeFor } from './envelope-for.ts';
import type { Scope } from './scope.ts';
import { sectionsFor } from './sections-for.ts';

const TONED: ReadonlySet<DeliveryKind> = new Set(['start', 'heads-up', 'today', 'due-check']);

type Drafting = { conversation: Conversation; facts: readonly Fact[]; tenant: Tenant; appUrl: string };

function pressed({ conversation }: Drafting, { id }: Commitment, step: Tone): Conversation {
  const commitments = conversation.commitments.map((one) =>
    one.id === id ? { ...one, toneChosen: { ...conversation.recorded, step, tone: 'firmer' as const } } : one,
  );
  return { ...conversation, commitments };
}

function drafted(drafting: Drafting, commitment: Commitment, step: Tone, next: Delivery): DraftData[] {
  const { conversation, facts, tenant, appUrl } = drafting;
  const reader = personOf(conversation, commitment.owner);
  const firm = pressed(drafting, commitment, step);
  // Nobody but its reader has the links of a mail: these lead nowhere, and are not shown.
  const scope: Scope = { conversation: firm, reader, sentAt: next.at, facts, page: appUrl };
  const sections = sectionsFor(scope, [next]);
  const envelope = envelopeFor(scope, [next], sections, tenant, { appUrl, token: '' });
  const [view] = viewsOf(mailSchema.parse({ ...envelope, sections }));
  return view ? [{ commitment: commitment.id, step, at: next.at, view }] : [];
}

/** The next mail about each commitment whose words wait for the manager, as it would read. */
export function draftsOf(drafting: Drafting, now: Instant): DraftData[] {
  const { conversation } = drafting;
  const wanted = standing(conversation).flatMap((commitment) => {
    const step = draftOf(conversation, commitment);
    return step ? [{ commitment, step }] : [];
  });
  if (wanted.length === 0) return [];
  const ahead = plan(conversation).filter(
    ({ at, skipped, kind, key }) => at > now && !skipped && TONED.has(kind) && !conversation.claimed.has(key),
  );
  return wanted.flatMap(({ commitment, step }) => {
    // How a habit is going is asked in one tone.
    const next = ahead.find(
      ({ subject, kind }) => subject === commitment.id && !(commitment.habit && kind === 'due-check'),
    );
    return next ? drafted(drafting, commitment, step, next) : [];
  });
}
