import type { ConversationView } from '../../app/use-cases.ts';
import { toIso } from '../../domain/instant.ts';
import { participants } from '../../domain/parties.ts';
import type { Row } from '../../domain/row.ts';
import { shareAnswer, shareListAnswer } from './answer-schemas.ts';
import { presentPlanned } from './present.ts';

const linkTo = (appUrl: string, id: string) => `${appUrl}/shares/${id}`;

/** A note with who got it, as far as mailboxes tell. */
export function presentShare({ conversation, deliveries }: ConversationView, appUrl: string) {
  return shareAnswer.parse({
    id: conversation.id,
    url: linkTo(appUrl, conversation.id),
    title: conversation.title,
    note: conversation.note,
    sharedAt: toIso(conversation.recorded.at),
    takenBack: conversation.status === 'taken-back',
    people: participants(conversation).map(({ id, name, email }) => ({ id, name, email: email ?? null })),
    plan: deliveries
      .filter(({ delivery }) => delivery.kind === 'share')
      .map((planned) => presentPlanned(conversation, planned)),
  });
}

export function presentShares(list: { rows: readonly Row[]; after: string | undefined }, appUrl: string) {
  return shareListAnswer.parse({
    shares: list.rows.map((row) => ({
      id: row.conversation,
      url: linkTo(appUrl, row.conversation),
      title: row.title,
      sharedAt: toIso(row.recordedAt),
      takenBack: row.status === 'taken-back',
      people: row.people.map(({ name }) => name),
    })),
    next: list.after ?? null,
  });
}
