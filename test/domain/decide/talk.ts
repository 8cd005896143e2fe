import type { PersonId } from '../../../functions/domain/ids.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import { type Given, given } from '../given.ts';
import { body, NOW, tenant } from '../record/sample.ts';

export const DANA = 'p1';
export const BILL = 'p2';
export const MEI = 'p3';
export const PAT = 'p4';

/** What Bill says when c1 is done. */
export const kept = { type: 'report', commitment: 'c1', kept: true };

export const NOT_YOURS = 'commitment: This one is somebody else’s. Only its owner can say that.';
export const GONE =
  'commitment: There is no commitment c9 here. It may have been removed; open the page again.';

const due = { dueBy: '2027-01-15', consequence: 'We look at the price list together.' };

/**
 * Recorded on Friday 8 January, 10:00: c1 is Bill's, with Pat as partner, c2 Mei's, c3 the manager's own, all due on the
 * 15th; c4 is a habit of Bill's. They talk again on Monday the 18th at 09:30.
 */
export function talk(changes: Record<string, unknown> = {}, mail: boolean = true): Given {
  const request = body({
    participants: [
      { name: 'Bill', email: 'bill@acme.example' },
      { name: 'Mei', ...(mail ? { email: 'mei@acme.example' } : {}) },
    ],
    commitments: [
      { owner: 'bill@acme.example', action: 'Call first.', partner: 'pat@acme.example', ...due },
      { owner: mail ? 'mei@acme.example' : 'Mei', action: 'Write the limits down.', ...due },
      { owner: 'dana@acme.example', action: 'Answer within the hour.', ...due },
      { owner: 'bill@acme.example', action: 'Ask before every offer.', habit: true },
    ],
    ...changes,
  });
  return given(request, tenant, NOW);
}

/** What a command brings about now: the facts' types, or the refusal as "path: message". */
export function brings(story: Given, by: PersonId, command: Record<string, unknown>): string[] {
  const decision = story.decision(by, command);
  return isRefusal(decision)
    ? decision.errors.map(({ path, message }) => `${path}: ${message}`)
    : decision.map(({ type }) => type);
}

/** A commitment as it stands. */
export function commitmentOf(story: Given, id: string) {
  const commitment = story.conversation.commitments.find((candidate) => candidate.id === id);
  if (!commitment) throw new Error(`no commitment ${id}`);
  return commitment;
}

/** The verdict on a commitment, when there is one. */
export function verdictOf(story: Given, id: string) {
  return commitmentOf(story, id).judgement?.verdict;
}

/** A person as they stand. */
export function personOf(story: Given, id: string) {
  const person = story.conversation.people.find((candidate) => candidate.id === id);
  if (!person) throw new Error(`no person ${id}`);
  return person;
}

/** An hour after it was recorded, nobody has answered yet. */
export const later = () => talk().at('2027-01-08T11:00');

/** Both participants have agreed to everything, consequences included. */
export function agreedTalk(): Given {
  const fair = { type: 'agree', consequence: 'fair' };
  return talk().at('2027-01-08T11:00').command(BILL, fair).command(MEI, fair);
}
