import type { InvitationAnswer } from '../check-in.ts';
import type { CommandOf } from '../commands.ts';
import type { Conversation } from '../conversation.ts';
import type { CheckInId, CommitmentId, PersonId } from '../ids.ts';
import { type Instant, MINUTE, plus } from '../instant.ts';
import { checkInStart, dueOf } from '../moments.ts';
import { standing } from '../parties.ts';
import { ENTRY_MINUTES, invitationSequence, lastPutSequence } from '../sequence.ts';
import { endedFor } from '../side-talks.ts';
import type { Acting, Decision } from './context.ts';

/** The entry that somebody has in their calendar now; undefined when it is not, or no longer, theirs. */
function entryOf(
  conversation: Conversation,
  about: CheckInId | CommitmentId,
  person: PersonId,
): { sequence: number; start: Instant } | undefined {
  const talk = conversation.sideTalks.find(({ id }) => id === about);
  if (talk && (!talk.people.includes(person) || endedFor(conversation, talk, person))) return undefined;
  const checkIn = talk ?? conversation.checkIns.find(({ id, cancelled }) => id === about && !cancelled);
  if (checkIn) return { sequence: invitationSequence(checkIn), start: checkInStart(checkIn) };
  const commitment = standing(conversation).find(({ id, owner }) => id === about && owner === person);
  const due = commitment && dueOf(commitment);
  if (!commitment || due === undefined) return undefined;
  return { sequence: lastPutSequence(commitment, person), start: plus(due, -ENTRY_MINUTES * MINUTE) };
}

/** Whether somebody proposed another time after an answer of theirs. */
function hasProposed({ wrote }: Conversation, { person, about, fact }: InvitationAnswer): boolean {
  return wrote.some(
    (mail) =>
      mail.person === person &&
      mail.isTheirs &&
      mail.checkIn === about &&
      mail.proposed !== undefined &&
      mail.fact > fact,
  );
}

/**
 * What a calendar answered. An answer to an entry that was changed since says nothing about the new one, and one that was
 * given before another does not undo it (RFC 5546 §2.1.5). Neither is refused: nobody is there to be told.
 */
export function answerInvitation(
  conversation: Conversation,
  command: CommandOf<'answer-invitation'>,
  acting: Acting,
): Decision {
  const { about, answer, stamp } = command;
  const entry = entryOf(conversation, about, acting.by);
  if (!entry) return [];
  // A program that leaves SEQUENCE out means 0 (RFC 5545 §3.8.7.4), unless it repeats the very time that stands.
  const answered = command.sequence ?? (command.start === entry.start ? entry.sequence : 0);
  if (answered < entry.sequence) return [];
  const sequence = entry.sequence;
  const before = conversation.invitationAnswers.find(
    (one) => one.person === acting.by && one.about === about && one.sequence === sequence,
  );
  if (before && before.stamp > stamp) return [];
  // The same answer again says something only to a proposal that they made in between, and only if it is a later one.
  const settles = before && before.stamp < stamp && hasProposed(conversation, before);
  if (before?.answer === answer && !settles) return [];
  return [{ type: 'invitationAnswered', by: acting.by, person: acting.by, about, answer, sequence, stamp }];
}

/** A mail to somebody's reply address: kept as it is written, and never guessed into anything. */
export function write(command: CommandOf<'write'>, acting: Acting): Decision {
  const { words, isTheirs, files = [], checkIn, proposed } = command;
  if (words === '' && files.length === 0 && proposed === undefined) return [];
  const said = {
    ...(words === '' ? {} : { words }),
    ...(files.length === 0 ? {} : { files: files.join('\n') }),
  };
  return [
    {
      type: 'wrote',
      by: isTheirs ? acting.by : 'system',
      person: acting.by,
      isTheirs,
      ...(checkIn === undefined ? {} : { checkIn }),
      ...(proposed === undefined ? {} : { proposed }),
      ...(Object.keys(said).length === 0 ? {} : { words: said }),
    },
  ];
}
