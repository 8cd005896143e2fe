import type { Commitment, Conversation, Person } from '../../../functions/domain/conversation.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import { clearBy } from '../../../functions/domain/talk.ts';
import type { Reader } from '../parts/reader.ts';

/** As which owner a command knows somebody: their address, or their name where they have none. */
const ownerAs = ({ email, name }: Person) => email ?? name;

/** Who can clear something away, the manager first. */
export function obstacleOwners(conversation: Conversation, reader: Reader) {
  const { manager, people } = conversation;
  const others = people.filter(
    ({ id, role, removed }) => id !== manager && role === 'participant' && !removed,
  );
  return [personOf(conversation, manager), ...others].map((person) => {
    const { name, you } = reader.named(person.id);
    return { value: ownerAs(person), label: you ? `${name} (you)` : name };
  });
}

/** What an obstacle begins as: its owner's words of what was in the way, for the manager, before the next talk. */
export function obstacleBegins(conversation: Conversation, { judgement }: Commitment, now: Instant) {
  return {
    action: judgement?.reason === 'in-the-way' ? judgement.words : '',
    owner: ownerAs(personOf(conversation, conversation.manager)),
    dueBy: clearBy(conversation, now),
  };
}
