import type { Section } from '../../../templates/mail/section.ts';
import type { Commitment, Conversation } from '../../domain/conversation.ts';
import type { When } from '../../domain/facts.ts';
import { visibleTo } from '../../domain/visible.ts';
import { commitmentFor } from './commitment-for.ts';
import { isManager, named, type Scope, typedMoment } from './scope.ts';

type Change = Extract<Section, { kind: 'changed' }>['changes'][number];
type Value = NonNullable<Change['after']>;
type Field = { what: Change['what']; before: Value | undefined; after: Value | undefined };

const wordsOf = (words: string): Value | undefined => (words === '' ? undefined : { words });

function whenOf(scope: Scope, when: When | undefined, owner: Commitment['owner']): Value | undefined {
  if (!when) return undefined;
  const moment = typedMoment(scope, when);
  return { moment: when.dateOnly ? { ...moment, endOfDayOf: named(scope, owner) } : moment };
}

function startOf(scope: Scope, { start }: Commitment): Value {
  const moment = typedMoment(scope, start);
  return { moment: start.dateOnly ? { at: moment.at, zone: start.zone, dayOnly: true } : moment };
}

function consequenceOf(scope: Scope, conversation: Conversation, id: Commitment['id']): Value | undefined {
  const seen = visibleTo(conversation, scope.reader.id).find(({ commitment }) => commitment.id === id);
  return wordsOf(seen?.consequence?.words ?? '');
}

/** What only owner and manager read: how everybody knows, what follows when it is done, who helps. */
function terms(scope: Scope, was: Commitment, is: Commitment): Field[] {
  if (!isManager(scope) && is.owner !== scope.reader.id) return [];
  const partner = (one: Commitment) => one.partner && { person: named(scope, one.partner) };
  return [
    { what: 'evidence', before: wordsOf(was.evidence), after: wordsOf(is.evidence) },
    { what: 'celebration', before: wordsOf(was.celebration), after: wordsOf(is.celebration) },
    { what: 'partner', before: partner(was), after: partner(is) },
  ];
}

function fieldsOf(
  scope: Scope,
  states: { before: Conversation; after: Conversation },
  was: Commitment,
  is: Commitment,
): Field[] {
  const { before, after } = states;
  return [
    { what: 'owner', before: { person: named(scope, was.owner) }, after: { person: named(scope, is.owner) } },
    { what: 'action', before: wordsOf(was.action), after: wordsOf(is.action) },
    { what: 'start', before: startOf(scope, was), after: startOf(scope, is) },
    { what: 'due', before: whenOf(scope, was.due, was.owner), after: whenOf(scope, is.due, is.owner) },
    {
      what: 'consequence',
      before: consequenceOf(scope, before, is.id),
      after: consequenceOf(scope, after, is.id),
    },
    ...terms(scope, was, is),
  ];
}

const differs = ({ before, after }: Field) => JSON.stringify(before) !== JSON.stringify(after);

function changesOf(
  scope: Scope,
  states: { before: Conversation; after: Conversation },
  is: Commitment,
): Change[] {
  const was = states.before.commitments.find(({ id }) => id === is.id);
  const commitment = commitmentFor(scope, is);
  const stands = whenOf(scope, is.due, is.owner) ?? { words: is.action };
  if (!was) return is.removed ? [] : [{ what: 'commitment', commitment, after: stands }];
  if (is.removed) return was.removed ? [] : [{ what: 'commitment', commitment, before: stands }];
  return fieldsOf(scope, states, was, is)
    .filter(differs)
    .map((field) => ({ ...field, commitment }));
}

function peopleChanges(scope: Scope, before: Conversation, after: Conversation): Change[] {
  return after.people.flatMap((person): Change[] => {
    const was = before.people.find(({ id }) => id === person.id);
    if (!was) return [{ what: 'person', after: { person: named(scope, person.id) } }];
    if (person.removed && !was.removed)
      return [{ what: 'person', before: { person: named(scope, person.id) } }];
    return [];
  });
}

/** What one fact changed, as this reader may see it: empty when all of it is between others. */
export function differences(scope: Scope, states: { before: Conversation; after: Conversation }): Change[] {
  const { before, after } = states;
  const top: Field[] = [
    { what: 'title', before: wordsOf(before.title), after: wordsOf(after.title) },
    { what: 'never-again', before: wordsOf(before.neverAgain), after: wordsOf(after.neverAgain) },
  ];
  return [
    ...top.filter(differs),
    ...peopleChanges(scope, before, after),
    ...after.commitments.flatMap((commitment) => changesOf(scope, states, commitment)),
  ];
}
