import type { Cadence, CheckIn, SideTalk } from '../../domain/check-in.ts';
import type { Commitment, Conversation, Person } from '../../domain/conversation.ts';
import type { When } from '../../domain/facts.ts';
import { toIso } from '../../domain/instant.ts';
import { momentOf } from '../../domain/moments.ts';
import { answersTo } from '../../domain/sequence.ts';
import { occurrencesOf } from '../../domain/series.ts';
import { inSideTalk } from '../../domain/side-talks.ts';
import { draftOf, toneOf } from '../../domain/tone.ts';
import { zoned } from './zoned.ts';

function presentWhen(when: When) {
  const at = momentOf(when);
  return { at: toIso(at), local: zoned(at, when.zone), dateOnly: when.dateOnly === true };
}

function presentPerson(person: Person) {
  const { id, role, name, email, zone, locale, addressFailed, pause, optedOut, removed } = person;
  return {
    id,
    role,
    name,
    ...(email === undefined ? {} : { email }),
    timezone: zone,
    locale,
    ...(addressFailed ? { addressFailed: addressFailed.why } : {}),
    ...(pause ? { pause: { from: pause.from, until: pause.until } } : {}),
    optedOut,
    removed: removed !== undefined,
  };
}

function presentCommitment(conversation: Conversation, commitment: Commitment) {
  const { id, owner, partner, action, evidence, celebration, habit, start, due } = commitment;
  const { judgement, consequence, helped, learned, followUp, askAnswer } = commitment;
  const draft = draftOf(conversation, commitment);
  return {
    id,
    owner,
    ...(partner === undefined ? {} : { partner }),
    action,
    evidence,
    celebration,
    habit,
    start: presentWhen(start),
    ...(due ? { due: presentWhen(due) } : {}),
    agreement: commitment.agreement.state,
    consequence: { state: consequence.state, words: consequence.words, by: consequence.by },
    requests: commitment.requests.map((request) => ({
      request: request.fact,
      kind: request.kind,
      words: request.words,
      by: request.by,
      at: toIso(request.at),
      answered: request.answered,
      ...(request.kind === 'date' ? { due: presentWhen(request.due) } : {}),
    })),
    ...(judgement
      ? {
          verdict: {
            verdict: judgement.verdict,
            how: judgement.how,
            at: toIso(judgement.at),
            words: judgement.words,
            ...(judgement.reason === undefined ? {} : { reason: judgement.reason }),
          },
        }
      : {}),
    helped,
    tone: toneOf(conversation, commitment),
    ...(draft === undefined ? {} : { toneDraft: draft }),
    ...(askAnswer
      ? { askAnswer: { how: askAnswer.how, help: askAnswer.help, at: toIso(askAnswer.at) } }
      : {}),
    ...(learned ? { learned } : {}),
    ...(followUp
      ? { followUp: { how: followUp.how, words: followUp.words, by: followUp.by, at: toIso(followUp.at) } }
      : {}),
    removed: commitment.removed !== undefined,
  };
}

function presentTalk(conversation: Conversation, talk: CheckIn) {
  return {
    id: talk.id,
    at: presentWhen(talk.at),
    minutes: talk.minutes,
    where: talk.where,
    cancelled: talk.cancelled !== undefined,
    answers: answersTo(conversation, talk).map(({ person, answer, at }) => ({
      person,
      answer,
      at: toIso(at),
    })),
  };
}

function presentSeries({ at, series }: Cadence) {
  const { cadence, days, until, skip } = series;
  return { cadence, weekdays: days, until, skip, times: occurrencesOf(at, series).length };
}

function presentSideTalk(conversation: Conversation, talk: SideTalk) {
  const { kind, people } = talk;
  const about =
    talk.kind === 'coaching'
      ? { commitment: talk.commitment, how: talk.how }
      : { topic: talk.topic, cadence: presentSeries(talk) };
  const cancelled = inSideTalk(conversation, talk).length === 0;
  return { ...presentTalk(conversation, talk), cancelled, kind, people, ...about };
}

/** How a conversation stands, as the manager may see it: all of it. */
export function presentState(conversation: Conversation) {
  const { status, title, zone, locale, recorded, leavesAt } = conversation;
  return {
    status,
    title,
    timezone: zone,
    locale,
    recordedAt: toIso(recorded.at),
    leavesAt: toIso(leavesAt),
    whatHappened: conversation.whatHappened,
    includeWhatHappened: conversation.includeWhatHappened,
    neverAgain: conversation.neverAgain,
    ...(conversation.repeats === undefined ? {} : { repeats: conversation.repeats }),
    ...(conversation.notRepeats === undefined ? {} : { notRepeats: conversation.notRepeats }),
    overlooked: conversation.overlooked,
    includeOverlooked: conversation.includeOverlooked,
    manager: conversation.manager,
    people: conversation.people.map(presentPerson),
    commitments: conversation.commitments.map((commitment) => presentCommitment(conversation, commitment)),
    checkIns: conversation.checkIns.map((checkIn) => presentTalk(conversation, checkIn)),
    sideTalks: conversation.sideTalks.map((talk) => presentSideTalk(conversation, talk)),
  };
}
