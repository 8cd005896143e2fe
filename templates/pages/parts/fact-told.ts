import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Fact } from '../../../functions/domain/facts.ts';
import type { CommitmentId } from '../../../functions/domain/ids.ts';
import { momentOf } from '../../../functions/domain/moments.ts';
import { own, type Phrase } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';

const { facts, tone, contact } = enPages;

/** A calendar day in words, the same one in every zone. */
export function dayTold(date: string, reader: Reader): string {
  return reader.day(momentOf({ wall: `${date}T12:00`, zone: reader.zone }));
}

function ownerOf(conversation: Conversation, id: CommitmentId) {
  return conversation.commitments.find((commitment) => commitment.id === id)?.owner ?? 'system';
}

function explained(fact: Extract<Fact, { type: 'explained' }>, conversation: Conversation, reader: Reader) {
  const owner = ownerOf(conversation, fact.commitment);
  const by = reader.named(fact.by);
  return fact.by === owner ? facts.explained(by) : facts.explainedFor(by, reader.named(owner));
}

function silence(fact: Extract<Fact, { type: 'silencePassed' }>, conversation: Conversation, reader: Reader) {
  const owner = reader.named(ownerOf(conversation, fact.commitment));
  if (fact.verdict === 'missed-not-reported') return facts.silenceMissed(owner);
  return fact.asksManager ? facts.silenceAsks(owner) : facts.silenceOpen(owner);
}

function answered(
  fact: Extract<Fact, { type: 'requestAnswered' }>,
  conversation: Conversation,
  reader: Reader,
) {
  const commitment = conversation.commitments.find(({ id }) => id === fact.commitment);
  const request = commitment?.requests.find((candidate) => candidate.fact === fact.request);
  const asker = reader.named(request?.by ?? ownerOf(conversation, fact.commitment));
  return facts.requestAnswered(reader.named(fact.by), fact.accepted, asker);
}

function wrote(fact: Extract<Fact, { type: 'wrote' }>, reader: Reader): Phrase {
  const person = reader.named(fact.person);
  if (!fact.isTheirs) return facts.wroteUnproved(person);
  return fact.proposed === undefined
    ? facts.wrote(person)
    : facts.wroteTime(person, own(reader.brief(fact.proposed)));
}

/** What happened, in one sentence for its reader. */
export function factTold(fact: Fact, conversation: Conversation, reader: Reader): Phrase {
  const by = reader.named(fact.by);
  switch (fact.type) {
    case 'recorded':
      if (fact.kind === 'digest') return facts.weekRecorded;
      return fact.kind === 'share' ? facts.shared(by) : facts.recorded(by);
    case 'amended':
      return facts.amended(by);
    case 'agreed':
      return fact.commitments.length === 0 ? facts.fairOnly(by) : facts.agreed(by, fact.fair.length > 0);
    case 'changeAsked':
      return facts.changeAsked(by);
    case 'dateProposed':
      return facts.dateProposed(by, reader.moment(fact.due, ownerOfWhen(conversation, fact.commitment)));
    case 'consequenceProposed':
      return facts.consequenceProposed(by);
    case 'consequenceAccepted':
      return facts.consequenceAccepted(by);
    case 'requestAnswered':
      return answered(fact, conversation, reader);
    case 'reported':
      return fact.kept ? facts.reportedKept(by) : facts.reportedMissed(by);
    case 'explained':
      return explained(fact, conversation, reader);
    case 'contested':
      return facts.contested(by);
    case 'judged':
      return facts.judged(by, fact.verdict);
    case 'silencePassed':
      return silence(fact, conversation, reader);
    case 'renegotiated':
      return facts.renegotiated(by, reader.moment(fact.due, ownerOfWhen(conversation, fact.commitment)));
    case 'asked':
      return facts.asked(reader.named(fact.person));
    case 'noted':
      return facts.noted[fact.about](by);
    case 'followed':
      return facts.followed[fact.how](by);
    case 'askAnswered':
      return facts.askAnswered(by);
    case 'toneChosen':
      return facts.toneChosen[fact.tone](by, tone.names[fact.step]);
    case 'contactChosen':
      return facts.contactChosen(by, contact.levels[fact.level]);
    case 'checkInAdded':
      return facts.checkInAdded(by, reader.moment(fact.checkIn.at));
    case 'coachingAdded':
      return facts.coachingAdded(by, fact.people.map(reader.named), reader.moment(fact.checkIn.at));
    case 'cadenceAdded':
      return facts.cadenceAdded(by, fact.people.map(reader.named), reader.moment(fact.checkIn.at));
    case 'talkDeclined':
      return facts.talkDeclined(by);
    case 'checkInMoved':
      return facts.checkInMoved(by, reader.moment(fact.checkIn.at));
    case 'checkInCancelled':
      return facts.checkInCancelled(by);
    case 'paused':
      return facts.paused(
        by,
        reader.named(fact.person),
        dayTold(fact.from, reader),
        dayTold(fact.until, reader),
      );
    case 'resumed':
      return facts.resumed(by, reader.named(fact.person));
    case 'optedOut':
      return facts.optedOut(reader.named(fact.person), fact.kinds);
    case 'addressFailed':
      return facts.addressFailed(reader.named(fact.person), fact.why);
    case 'addressCorrected':
      return facts.addressCorrected(by, reader.named(fact.person));
    case 'personRemoved':
      return facts.personRemoved(by, reader.named(fact.person));
    case 'handedOver':
      return facts.handedOver(by, reader.named(fact.person));
    case 'saidInPerson':
      return facts.saidInPerson(by, reader.named(fact.person), fact.said);
    case 'objected':
      return facts.objected(by);
    case 'invitationAnswered':
      return facts.invitationAnswered[fact.answer](by);
    case 'wrote':
      return wrote(fact, reader);
    case 'undone':
      return facts.undone(by);
    case 'policyChanged':
      return facts.policyChanged;
    case 'quietWeek':
      return facts.quietWeek;
    case 'takenBack':
      return facts.takenBack(by);
    case 'cancelled':
      return facts.cancelled(by);
    case 'closed':
      return facts.closed(by);
  }
}

function ownerOfWhen(conversation: Conversation, id: CommitmentId) {
  const owner = ownerOf(conversation, id);
  return owner === 'system' ? undefined : owner;
}

/** The commitments a fact is about, so that it can say which. */
export function aboutOf(fact: Fact): readonly CommitmentId[] {
  if ('commitments' in fact && fact.type !== 'recorded') return fact.commitments;
  return 'commitment' in fact && fact.commitment !== undefined ? [fact.commitment] : [];
}
