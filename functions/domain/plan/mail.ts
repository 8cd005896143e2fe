import type { Conversation } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { checkInStart } from '../moments.ts';
import { personOf } from '../parties.ts';
import { answersTo } from '../sequence.ts';
import { afterAnswer, owe } from './owe.ts';

/** To the manager: somebody cannot come to a check-in as it stands now. */
export function planDeclines(conversation: Conversation): Delivery[] {
  const manager = personOf(conversation, conversation.manager);
  return conversation.invitationAnswers.flatMap((declined) => {
    const checkIn = conversation.checkIns.find(({ id, cancelled }) => id === declined.about && !cancelled);
    if (declined.answer !== 'declined' || declined.person === manager.id) return [];
    if (!checkIn || !answersTo(conversation, checkIn).includes(declined)) return [];
    return [
      owe(conversation, {
        kind: 'declined',
        subject: checkIn.id,
        to: manager.id,
        at: afterAnswer(manager, declined),
        rev: declined.fact,
        cause: declined,
        notAfter: checkInStart(checkIn),
      }),
    ];
  });
}

/** To the manager: what people wrote to their reply addresses. */
export function planWrote(conversation: Conversation): Delivery[] {
  const manager = personOf(conversation, conversation.manager);
  return conversation.wrote
    .filter((mail) => mail.person !== manager.id || !mail.isTheirs)
    .map((mail) =>
      owe(conversation, {
        kind: 'wrote',
        subject: 'all',
        to: manager.id,
        at: afterAnswer(manager, mail),
        rev: mail.fact,
        cause: mail,
      }),
    );
}
