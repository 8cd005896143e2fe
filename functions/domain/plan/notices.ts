import { awayAt } from '../away.ts';
import type { Cause } from '../cause.ts';
import type { Change, Conversation, Person } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { dueOf } from '../moments.ts';
import { personOf, standing } from '../parties.ts';
import { nextWorkingMoment } from '../working-time.ts';
import { afterAnswer, keyOf, owe, reachedAt, recapAt } from './owe.ts';

/** A partner's recap is of what they help with: whoever only comes to a session has none. */
function hasRecap(conversation: Conversation, { id, role }: Person): boolean {
  const helps = standing(conversation).some(({ partner }) => partner === id);
  return role !== 'partner' || helps || conversation.claimed.has(keyOf('recap', 'all', id, 1));
}

/** Everyone's recap, each their own; a partner's has the lines that they help with. */
export function planRecaps(conversation: Conversation): Delivery[] {
  const people = conversation.people.filter((person) => hasRecap(conversation, person));
  return people.map((person) => {
    const at = reachedAt(conversation, person);
    return owe(conversation, {
      kind: 'recap',
      subject: 'all',
      to: person.id,
      at,
      rev: 1,
      cause: person.joined,
      plannedAt: at,
    });
  });
}

function changeMoment({ manager }: Conversation, person: Person, change: Change) {
  // An owner's sooner date binds at once, but can be a mis-tap like any answer.
  const sooner = change.what === 'date' && change.by !== manager;
  const answers = sooner || change.what === 'answered' || change.what === 'consequence-agreed';
  return answers ? afterAnswer(person, change) : nextWorkingMoment(person.calendar, change.at);
}

/** One mail a person for everything that one fact changed. */
export function planChanges(conversation: Conversation): Delivery[] {
  const seen = new Set<string>();
  return conversation.changes.flatMap((change) =>
    change.to.flatMap((to) => {
      const kind = change.what === 'handed-over' ? 'handed-over' : 'changed';
      const key = keyOf(kind, 'all', to, change.fact);
      if (seen.has(key)) return [];
      seen.add(key);
      const person = personOf(conversation, to);
      return [
        owe(conversation, {
          kind,
          subject: 'all',
          to,
          at: changeMoment(conversation, person, change),
          rev: change.fact,
          cause: change,
          skipped: change.at < recapAt(conversation, person) ? 'recap-covers-it' : undefined,
        }),
      ];
    }),
  );
}

function recapKeys(person: Person): string[] {
  const corrected = Array.from({ length: person.addressRevision - 1 }, (_, index) => `1_a${index + 2}`);
  return ['1', ...corrected].map((rev) => keyOf('recap', 'all', person.id, rev));
}

function planCancelled(conversation: Conversation, person: Person, cause: Cause): Delivery {
  return owe(conversation, {
    kind: 'cancelled',
    subject: 'all',
    to: person.id,
    at: nextWorkingMoment(person.calendar, cause.at),
    rev: cause.fact,
    cause,
    onlyIfLeft: recapKeys(person),
  });
}

/** A conversation called off: everybody who had the recap is told, whoever called it off aside. */
export function planFarewell(conversation: Conversation, ended: Cause): Delivery[] {
  return conversation.people
    .filter((person) => person.id !== ended.by && !person.removed)
    .map((person) => planCancelled(conversation, person, ended));
}

/** People who were taken out of the conversation, and the manager about addresses that no longer take mail. */
export function planPeople(conversation: Conversation): Delivery[] {
  const handedOver = new Set(conversation.handovers.map((handover) => handover.fact));
  return conversation.people.flatMap((person) => {
    const failed = person.addressFailed;
    const left =
      person.removed && !handedOver.has(person.removed.fact)
        ? [planCancelled(conversation, person, person.removed)]
        : [];
    if (!failed || person.id === conversation.manager) return left;
    const manager = personOf(conversation, conversation.manager);
    const at = nextWorkingMoment(manager.calendar, failed.at);
    const rev = `${failed.fact}`;
    return [
      ...left,
      owe(conversation, { kind: 'address-failed', subject: 'all', to: manager.id, at, rev, cause: failed }),
    ];
  });
}

/** Back from a pause: new dates for what fell due meanwhile (rule 5). */
export function planNewDates(conversation: Conversation): Delivery[] {
  return standing(conversation).flatMap((commitment) => {
    const owner = personOf(conversation, commitment.owner);
    const due = dueOf(commitment);
    const away = due === undefined ? undefined : awayAt(owner, due);
    if (!away) return [];
    return [
      owe(conversation, {
        kind: 'new-dates',
        subject: commitment.id,
        to: owner.id,
        at: away.back,
        rev: away.fact,
        cause: away,
        waitsForAgreement: commitment.agreement.state !== 'agreed',
        skipped: commitment.judgement ? 'settled' : undefined,
      }),
    ];
  });
}
