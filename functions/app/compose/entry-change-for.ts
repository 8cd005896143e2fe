import { wordsIn } from '../../../templates/words/words.ts';
import type { Conversation, Person } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { PersonId } from '../../domain/ids.ts';
import { personOf } from '../../domain/parties.ts';
import { isSideTalk, talkOf } from '../../domain/side-talks.ts';
import { mayReceive, type Tenant } from '../../domain/tenant.ts';
import type { EntryChange, EntryPut, EntryRef } from '../calendar-provider.ts';
import { entryId } from '../hash.ts';
import { dueBody, talkBody } from './entry-body.ts';

function managerAt({ manager, handovers }: Conversation, fact: number): PersonId {
  return handovers.find((handover) => handover.fact > fact)?.from ?? manager;
}

/**
 * In whose calendar an entry stands for its whole life: of who managed the conversation when it came up, so that a
 * hand-over moves nothing. Undefined for a subject that is in no calendar.
 */
function entryOwner(conversation: Conversation, subject: string): Person | undefined {
  const cause =
    talkOf(conversation, subject)?.added ??
    conversation.commitments.find(({ id }) => id === subject)?.entry[0];
  const owner = cause && personOf(conversation, managerAt(conversation, cause.fact));
  const side = conversation.sideTalks.find(({ id }) => id === subject);
  // A talk that the manager is not asked to stands in no calendar of theirs.
  return side && owner && !side.people.includes(owner.id) ? undefined : owner;
}

/** Where a subject's entry stands; undefined when whoever it would be written as has no address. */
export function entryRef(conversation: Conversation, subject: string, tenant: Tenant): EntryRef | undefined {
  const calendar = entryOwner(conversation, subject)?.email;
  return calendar === undefined
    ? undefined
    : { calendar, id: entryId(tenant.slug, conversation.id, subject) };
}

type Body = Pick<
  EntryPut,
  'start' | 'end' | 'summary' | 'description' | 'busy' | 'meets' | 'location' | 'series'
>;

function bodyOf(conversation: Conversation, subject: string, done: boolean): Body {
  const { locale } = conversation;
  const { calendar } = wordsIn(locale);
  const talk = talkOf(conversation, subject);
  if (talk)
    return {
      ...talkBody(conversation, talk, locale),
      description: isSideTalk(talk) ? calendar.sharedSideAbout[talk.kind] : calendar.sharedTalkAbout,
      meets: true,
    };
  const commitment = conversation.commitments.find(({ id }) => id === subject);
  if (!commitment) throw new RangeError(`${subject} is in no calendar of ${conversation.id}`);
  return {
    ...dueBody(commitment, done, locale),
    description: done ? calendar.sharedDoneAbout : calendar.sharedDueAbout(commitment.action),
    meets: false,
  };
}

function takesOut({ kind }: Delivery): boolean {
  return kind === 'invitation-cancelled' || kind === 'entry-cancelled';
}

function isOver(conversation: Conversation, subject: string): boolean {
  return conversation.status !== 'open' || talkOf(conversation, subject)?.cancelled !== undefined;
}

type Standing = {
  holders: readonly { person: PersonId; key: string }[];
  ref: EntryRef;
  subject: string;
  tenant: Tenant;
};

/**
 * What makes an entry what it is to be once `due` have arrived, all about one subject. `holders`: who has the entry
 * already. Who is taken out of it drops out; with nobody left, or when it is over, it goes.
 */
export function entryChangeFor(
  conversation: Conversation,
  due: readonly Delivery[],
  { holders, ref, subject, tenant }: Standing,
): Omit<EntryPut, 'decidedAt'> | Omit<Extract<EntryChange, { action: 'cancel' }>, 'decidedAt'> {
  const out = new Set(due.filter(takesOut).map(({ to }) => to));
  const joining = due.filter((delivery) => !takesOut(delivery)).map(({ to }) => to);
  const staying = holders.filter(({ person }) => !out.has(person));
  const people = [...new Set([...staying.map(({ person }) => person), ...joining])];
  // Who may have it already is in it from now on: their own delivery counts as arrived, whatever became of it before.
  const marks = Object.fromEntries([
    ...staying.map(({ person, key }) => [person, key]),
    ...due.map(({ to, key }) => [to, key]),
  ]);
  const written = { ...ref, conversation: conversation.id, subject, marks };
  if (joining.length === 0 && (people.length === 0 || isOver(conversation, subject)))
    return { ...written, action: 'cancel' };
  const owner = entryOwner(conversation, subject)?.id;
  return {
    ...written,
    ...bodyOf(
      conversation,
      subject,
      due.some(({ kind }) => kind === 'entry-done'),
    ),
    action: 'put',
    zone: conversation.zone,
    guests: people
      .filter((id) => id !== owner)
      .flatMap((id) => {
        const { name, email } = personOf(conversation, id);
        return email === undefined || !mayReceive(tenant, email) ? [] : [{ name, email }];
      }),
  };
}
