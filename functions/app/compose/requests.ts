import type { Section } from '../../../templates/mail/section.ts';
import type { Commitment, Person, Request } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { personId } from '../../domain/ids.ts';
import { latest } from '../../domain/instant.ts';
import { personOf, standing } from '../../domain/parties.ts';
import { recapAt } from '../../domain/plan/owe.ts';
import { commitmentFor, withoutConsequence } from './commitment-for.ts';
import {
  commitmentAbout,
  momentFor,
  named,
  nextTalk,
  revisionOf,
  type Scope,
  saying,
  typedMoment,
} from './scope.ts';

type AskedChange = Extract<Section, { kind: 'change-asked' }>['change'];

function requestAbout(commitment: Commitment, delivery: Delivery): Request {
  const request = commitment.requests.find(({ fact }) => fact === delivery.fact);
  if (!request) throw new RangeError(`${delivery.key} is about no request`);
  return request;
}

/** Names a request in links: the commitment and the number of the fact that asked, "c1-7". */
function changeRef(commitment: Commitment, request: Request): string {
  return `${commitment.id}-${request.fact}`;
}

function askedChange(scope: Scope, delivery: Delivery): AskedChange {
  const commitment = commitmentAbout(scope, delivery);
  const request = requestAbout(commitment, delivery);
  const asked = {
    ref: changeRef(commitment, request),
    told: { by: named(scope, request.by), at: momentFor(scope, request.at) },
  };
  const words = saying(scope, request.words, request.by);
  switch (request.kind) {
    case 'words':
      return {
        ...asked,
        asks: 'words',
        commitment: { ...commitmentFor(scope, commitment), answer: undefined },
        words,
      };
    case 'date':
      return {
        ...asked,
        asks: 'date',
        commitment: commitmentFor(scope, commitment),
        words,
        date: {
          ...typedMoment(scope, request.due),
          ...(request.due.dateOnly ? { endOfDayOf: named(scope, commitment.owner) } : {}),
        },
      };
    case 'consequence':
      return {
        ...asked,
        asks: 'consequence',
        commitment: withoutConsequence(scope, commitment),
        proposal: words,
      };
    case 'kept-after-all':
      return { ...asked, asks: 'done-after-all', commitment: commitmentFor(scope, commitment), words };
  }
}

/** What somebody asks, to whoever decides. */
export function changeAskedSection(scope: Scope, delivery: Delivery): Section {
  return { kind: 'change-asked', change: askedChange(scope, delivery) };
}

/** The same once more, when due has come and nobody answered (timeline rule 4). */
export function changeUnansweredSection(scope: Scope, delivery: Delivery): Section {
  const ordinal = revisionOf(delivery).endsWith('-2') ? 2 : 1;
  return { kind: 'change-unanswered', change: askedChange(scope, delivery), ordinal };
}

/** To whoever asked in vain. */
export function nothingCountsSection(scope: Scope, delivery: Delivery): Section {
  const commitment = commitmentAbout(scope, delivery);
  const request = requestAbout(commitment, delivery);
  return {
    kind: 'nothing-counts',
    commitment: withoutConsequence(scope, commitment),
    askedAt: momentFor(scope, request.at),
    talk: nextTalk(scope),
  };
}

/** Who has not answered: the last part of the key names them ("1-p2", "p2"). */
function silentPerson({ conversation }: Scope, delivery: Delivery): Person {
  const id = personId.parse(revisionOf(delivery).split('-').at(-1));
  return personOf(conversation, id);
}

function openOf(scope: Scope, person: Person, deliveries: readonly Delivery[]): Commitment[] {
  const subjects = deliveries.map(({ subject }) => subject);
  return standing(scope.conversation).filter(
    ({ id, owner, agreement }) =>
      owner === person.id &&
      agreement.state === 'unanswered' &&
      (subjects.includes('all') || subjects.includes(id)),
  );
}

/** To the manager: who has not answered, one part a person. */
export function notAnsweredSections(scope: Scope, deliveries: readonly Delivery[]): Section[] {
  const { conversation } = scope;
  const people = [...new Set(deliveries.map((delivery) => silentPerson(scope, delivery)))];
  return [
    {
      kind: 'not-answered',
      people: people.map((person) => {
        const about = deliveries.filter((delivery) => silentPerson(scope, delivery) === person);
        const open = openOf(scope, person, about);
        const asked = open.map(({ agreement }) => agreement.cause.at);
        const recap = recapAt(conversation, person);
        const since = about.some(({ subject }) => subject === 'all') ? recap : latest(recap, ...asked);
        return {
          person: named(scope, person.id),
          since: momentFor(scope, since),
          reached: person.email !== undefined && !person.addressFailed,
          commitments: open.map((commitment) => withoutConsequence(scope, commitment)),
        };
      }),
      checkIn: nextTalk(scope),
    },
  ];
}
