import { aboutOf } from '../domain/about.ts';
import { addressesOf } from '../domain/addresses.ts';
import type { Conversation, Person } from '../domain/conversation.ts';
import type { Carried, Fact } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import { type Instant, toIso } from '../domain/instant.ts';
import { personOf } from '../domain/parties.ts';
import { visibleTo } from '../domain/visible.ts';
import { openConversation } from './open-conversation.ts';
import type { Receipt, Stored } from './ports.ts';

const iso = (at: Instant | undefined) => (at === undefined ? undefined : toIso(at));

/** Who has an address in a conversation now: a slip that was corrected is somebody else. */
export function whoHas(conversation: Conversation, address: string): Person | undefined {
  return conversation.people.find(({ email }) => email === address);
}

function aboutYou({ id, ...you }: Person, facts: readonly Fact[], brought: Carried[PersonId] | undefined) {
  const { name, email, role, zone, locale, shifts, region, optedOut, reply } = you;
  return {
    ...{
      name,
      email,
      role,
      zone,
      locale,
      workingHours: shifts,
      holidaysOf: region,
      optedOut,
      replyAddress: reply,
    },
    earlierAddresses: addressesOf(facts, id).filter((address) => address !== email),
    broughtAlong: brought && { keptInARow: brought.streak, choseSomethingElse: brought.chose },
    contact: you.contact.map(({ level, why, at }) => ({ level, why, at: toIso(at) })),
    joined: toIso(you.joined.at),
    left: iso(you.removed?.at),
    addressFailed: you.addressFailed && { why: you.addressFailed.why, at: toIso(you.addressFailed.at) },
    away: [...you.earlierPauses, ...(you.pause ? [you.pause] : [])].map(({ from, until }) => ({
      from,
      until,
    })),
  };
}

function commitmentsSeen(conversation: Conversation, reader: PersonId) {
  const isManager = reader === conversation.manager;
  return visibleTo(conversation, reader).map(
    ({ commitment, mine, consequence, judgement, learned, followUp, askAnswer }) => ({
      owner: personOf(conversation, commitment.owner).name,
      yours: mine,
      action: commitment.action,
      evidence: commitment.evidence,
      celebration: commitment.celebration,
      start: commitment.start,
      due: commitment.due,
      agreement: mine || isManager ? commitment.agreement.state : undefined,
      consequence: consequence && { words: consequence.words, state: consequence.state },
      howYouDoIt: askAnswer && { how: askAnswer.how, help: askAnswer.help, at: toIso(askAnswer.at) },
      verdict: judgement && {
        verdict: judgement.verdict,
        how: judgement.how,
        at: toIso(judgement.at),
        words: judgement.words,
        reason: judgement.reason,
      },
      helped: mine || isManager ? commitment.helped : undefined,
      whatChanges: learned?.words,
      whatFollows: followUp && { how: followUp.how, words: followUp.words, at: toIso(followUp.at) },
    }),
  );
}

/** What a person did, in their own words, and what was noted about them; another's words are not theirs to have. */
function factsOf(conversation: Conversation, facts: readonly Fact[], reader: PersonId) {
  const own = new Set(conversation.commitments.filter(({ owner }) => owner === reader).map(({ id }) => id));
  return facts.flatMap((fact) => {
    const { person, commitments } = aboutOf(fact);
    const isTheirs = fact.by === reader;
    if (!isTheirs && person !== reader && !commitments.some((id) => own.has(id))) return [];
    const { type, no, at, words } = fact;
    const about = commitments.filter((id) => isTheirs || own.has(id));
    return [{ fact: no, what: type, at: toIso(at), by: fact.by, about, words: isTheirs ? words : undefined }];
  });
}

function mailTo({ keys, outcome, times, detail }: Receipt) {
  const at = Object.fromEntries(Object.entries(times).map(([name, moment]) => [name, iso(moment)]));
  return { deliveries: keys, outcome, at, detail };
}

/** What one conversation holds about whoever has an address in it; undefined when nobody has. Safe to hand to them. */
export function conversationFor(stored: Stored, address: string) {
  const conversation = openConversation(stored);
  const you = whoHas(conversation, address);
  if (!you) return undefined;
  const isManager = you.id === conversation.manager;
  return {
    conversation: stored.id,
    kind: conversation.kind,
    title: conversation.title,
    status: conversation.status,
    recorded: toIso(conversation.recorded.at),
    ended: iso(conversation.ended?.at),
    erased: typeof stored.keepUntil === 'number' ? toIso(stored.keepUntil) : undefined,
    you: aboutYou(you, stored.facts, conversation.carried[you.id]),
    people: conversation.people.filter(({ id }) => id !== you.id).map(({ name, role }) => ({ name, role })),
    note: conversation.note,
    neverAgain: conversation.neverAgain,
    overlooked: isManager || conversation.includeOverlooked ? conversation.overlooked : undefined,
    repeats: isManager ? conversation.repeats : undefined,
    whatHappened: isManager || conversation.includeWhatHappened ? conversation.whatHappened : undefined,
    commitments: commitmentsSeen(conversation, you.id),
    facts: factsOf(conversation, stored.facts, you.id),
    mailsToYou: stored.receipts.filter(({ to }) => to === you.id).map(mailTo),
  };
}
