import type { SideTalk } from '../../../functions/domain/check-in.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Delivery } from '../../../functions/domain/delivery.ts';
import { personId } from '../../../functions/domain/ids.ts';
import { checkInStart } from '../../../functions/domain/moments.ts';
import { isSideTalk, talkOf } from '../../../functions/domain/side-talks.ts';
import { cut } from '../../parts/cut.ts';
import { own, type Phrase, quote } from '../../parts/phrase.ts';
import { everybody } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';

const ABOUT_PEOPLE: ReadonlySet<Delivery['kind']> = new Set(['not-answered']);
// A wrap-up says by its own moment which talk it follows.
const ABOUT_CHECK_IN: ReadonlySet<Delivery['kind']> = new Set([
  'agenda',
  'invitation',
  'invitation-cancelled',
]);

/** Whom a mail to the manager is about: the last part of its key names them ("p2", "1-p2"). */
function peopleIn(deliveries: readonly Delivery[], reader: Reader): Phrase {
  const ids = deliveries.flatMap(({ key }) => {
    const read = personId.safeParse(key.split(/[_-]/).at(-1));
    return read.success ? [read.data] : [];
  });
  return everybody([...new Set(ids)].map(reader.named));
}

/** What deliveries of one kind and moment are about: people, a commitment's words, or which of several check-ins. */
function aboutDeliveries(
  deliveries: readonly [Delivery, ...Delivery[]],
  conversation: Conversation,
  reader: Reader,
): Phrase | undefined {
  const [{ kind, subject }] = deliveries;
  if (ABOUT_PEOPLE.has(kind)) return peopleIn(deliveries, reader);
  const [id] = subject.split('-');
  const commitment = conversation.commitments.find((candidate) => candidate.id === id);
  if (commitment) return [quote(cut(commitment.action, 80))];
  const talk = talkOf(conversation, subject);
  if (!talk || !ABOUT_CHECK_IN.has(kind)) return undefined;
  const isOnly = !isSideTalk(talk) && conversation.checkIns.length < 2;
  return isOnly ? undefined : own(reader.brief(checkInStart(talk)));
}

function sideTalkIn({ sideTalks }: Conversation, subject: string): SideTalk | undefined {
  return sideTalks.find(({ id }) => id === subject);
}

function isInvitation(kind: Delivery['kind']): kind is 'invitation' | 'invitation-cancelled' {
  return kind === 'invitation' || kind === 'invitation-cancelled';
}

/** Why such a delivery comes at all, told to whoever got it. */
export function reasonOf({ kind, subject }: Delivery, conversation: Conversation): string {
  const { reasons, sideReasons } = enPages.deliveries;
  const side = sideTalkIn(conversation, subject);
  return side && isInvitation(kind) ? sideReasons[side.kind][kind] : reasons[kind];
}

/** What a delivery is called, with what it is about. */
export function titleOfDeliveries(
  deliveries: readonly [Delivery, ...Delivery[]],
  conversation: Conversation,
  reader: Reader,
): Phrase {
  const [{ kind, subject }] = deliveries;
  const { kinds, sideKinds, title } = enPages.deliveries;
  const side = sideTalkIn(conversation, subject);
  const called = side && isInvitation(kind) ? sideKinds[side.kind][kind] : kinds[kind];
  return title(called, aboutDeliveries(deliveries, conversation, reader));
}
