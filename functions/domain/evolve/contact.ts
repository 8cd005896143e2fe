import { levelOf, levelOfStreak, streakOf } from '../contact.ts';
import type { ContactChange, Conversation, Person } from '../conversation.ts';
import type { Fact, FactOf, Level } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import { causeOf } from './change.ts';

function changeTo(level: Level, why: ContactChange['why'], fact: Fact): ContactChange {
  return { ...causeOf(fact), level, why };
}

/** What a person brings along from earlier conversations with this manager. */
export function carriedContact(fact: FactOf<'recorded'>, person: PersonId): ContactChange[] {
  const level = levelOfStreak(fact.carried?.[person]?.streak ?? 0);
  return fact.policy.contact === 'normal' || level === 'normal' ? [] : [changeTo(level, 'carried', fact)];
}

/** A person's own choice holds until they choose again, whatever their record says. */
function followed(conversation: Conversation, person: Person, fact: Fact): Person {
  if (person.contact.at(-1)?.why === 'chosen') return person;
  const level =
    conversation.policy.contact === 'normal' ? 'normal' : levelOfStreak(streakOf(conversation, person));
  if (level === levelOf(person)) return person;
  return { ...person, contact: [...person.contact, changeTo(level, 'record', fact)] };
}

/** Each person's contact after a fact that changed a verdict, or the rules. */
export function withContact(before: Conversation, after: Conversation, fact: Fact): Conversation {
  const judged = after.commitments.some(
    ({ judgement }, index) => judgement !== before.commitments[index]?.judgement,
  );
  return judged || fact.type === 'policyChanged'
    ? { ...after, people: after.people.map((person) => followed(after, person, fact)) }
    : after;
}

export function contactChosen(conversation: Conversation, fact: FactOf<'contactChosen'>): Conversation {
  const people = conversation.people.map((person) =>
    person.id === fact.by
      ? { ...person, contact: [...person.contact, changeTo(fact.level, 'chosen', fact)] }
      : person,
  );
  return { ...conversation, people };
}
