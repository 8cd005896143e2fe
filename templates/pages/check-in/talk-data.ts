import type { CheckIn } from '../../../functions/domain/check-in.ts';
import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { personOf, standing } from '../../../functions/domain/parties.ts';
import type { Slot, TalkAgenda } from '../../../functions/domain/talk.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Typed } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { obstacleBegins } from './obstacle-owners.ts';

const { checkIn: words } = enPages;

/** What the page of a talk is made of. `talk`: undefined where none is planned. */
export type TalkData = {
  conversation: Conversation;
  talk: CheckIn | undefined;
  agenda: TalkAgenda;
  slots: readonly Slot[];
  planned: readonly CheckIn[];
  now: Instant;
};

/** The form of the page: what its fields' ids begin with. */
export const TALK_FORM = 'check-in';

export type PartProps = { data: TalkData; reader: Reader; typed: Typed };

/** How a commitment stands in the form's own words: what its verdict pill begins with. */
export function verdictOf({ judgement }: Commitment): string {
  const verdict = judgement?.verdict;
  return verdict === 'kept' || verdict === 'kept-late' || verdict === 'missed' ? verdict : '';
}

/** What every field begins with: what is known already. */
export function beginTalk({ conversation, planned, slots, now }: TalkData): Record<string, string> {
  const commitments = standing(conversation).flatMap((commitment) => [
    [`${commitment.id}.verdict`, verdictOf(commitment)],
    [`${commitment.id}.learned`, commitment.learned?.words ?? ''],
    [`${commitment.id}.follows`, commitment.followUp?.how ?? ''],
    [`${commitment.id}.instead`, commitment.followUp?.words ?? ''],
    [`${commitment.id}.reason`, commitment.judgement?.reason ?? ''],
    ...Object.entries(obstacleBegins(conversation, commitment, now)).map(([field, value]) => [
      `${commitment.id}.obstacle.${field}`,
      value,
    ]),
  ]);
  const next = planned.length > 0 ? 'stands' : (slots[0]?.wall ?? '');
  return { ...Object.fromEntries(commitments), next };
}

type Named = keyof typeof words.path;
const isNamed = (field: string): field is Named => Object.hasOwn(words.path, field);

/** What a field of the page is called, for the list of what is wrong: "Bill, the new date". */
export function talkFieldName(conversation: Conversation, path: string): string | undefined {
  if (path.startsWith('next')) return words.nextName;
  if (path.startsWith('micro')) return words.microName;
  const [id, field = ''] = path.split('.');
  const commitment = conversation.commitments.find((candidate) => candidate.id === id);
  if (!commitment || !isNamed(field)) return undefined;
  return words.path[field](personOf(conversation, commitment.owner).name);
}
