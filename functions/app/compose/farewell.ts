import type { Section } from '../../../templates/mail/section.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { momentFor, named, namedBy, nextTalk, type Scope, saying } from './scope.ts';

const FAILED = { bounced: 'bounced', complained: 'complained', suppressed: 'refused' } as const;

/** The conversation was called off, or the reader was taken out of it. */
export function cancelledSection(scope: Scope, delivery: Delivery): Section {
  const { conversation, reader, facts } = scope;
  const { ended } = conversation;
  if (ended?.fact === delivery.fact) {
    const fact = facts.find(({ no }) => no === ended.fact);
    return {
      kind: 'cancelled',
      what: 'conversation',
      told: { by: namedBy(scope, ended.by, conversation.manager), at: momentFor(scope, ended.at) },
      reason: saying(scope, fact?.words?.words ?? '', conversation.manager),
    };
  }
  const removed = reader.removed ?? { at: delivery.at, by: conversation.manager };
  return {
    kind: 'cancelled',
    what: 'person',
    told: { by: namedBy(scope, removed.by, conversation.manager), at: momentFor(scope, removed.at) },
  };
}

/** Another manager has it now. */
export function handedOverSection(scope: Scope, delivery: Delivery): Section {
  const handover = scope.conversation.handovers.find(({ fact }) => fact === delivery.fact);
  if (!handover) throw new RangeError(`${delivery.key} is about no handover`);
  return {
    kind: 'handed-over',
    from: named(scope, handover.from),
    to: named(scope, handover.to),
    at: momentFor(scope, handover.at),
    checkIn: nextTalk(scope),
  };
}

/** To the manager: an address takes no mail any more. */
export function addressFailedSection(scope: Scope, delivery: Delivery): Section {
  const person = scope.conversation.people.find(({ addressFailed }) => addressFailed?.fact === delivery.fact);
  const failed = person?.addressFailed;
  if (!person || !failed) throw new RangeError(`${delivery.key} is about no failed address`);
  return {
    kind: 'address-failed',
    person: named(scope, person.id),
    ref: person.id,
    address: person.email ?? '',
    why: FAILED[failed.why],
    at: momentFor(scope, failed.at),
  };
}
