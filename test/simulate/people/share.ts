import { conversationId } from '../../../functions/app/hash.ts';
import type { Answer, ConversationView } from '../../../functions/app/use-cases.ts';
import { MAIL_KINDS, type MailKind } from '../../../functions/domain/facts.ts';
import { DAY, MINUTE, plus, SECOND } from '../../../functions/domain/instant.ts';
import type { Random } from '../../simulation/random.ts';
import type { Batch } from '../batch.ts';
import { type makeTown, oneOf } from './cast.ts';

type Town = ReturnType<typeof makeTown>;
type Work = Parameters<Batch['lambdas']['web']>[1];

const TRIES = 5;

/** Presses a button, and again where an error page came back. */
async function press(batch: Batch, id: string, work: Work, left = TRIES): Promise<void> {
  const answer = await batch.lambdas.web(id, work);
  if (answer === undefined && left > 0)
    batch.agenda.add(plus(batch.now(), MINUTE), () => press(batch, id, work, left - 1));
}

function told(batch: Batch, id: string, answer: Answer<unknown>): void {
  const refused = 'refused' in answer ? `refused: ${answer.refused.errors[0]?.message}` : 'done';
  batch.trace.note(id, { who: 'manager', what: `share – ${refused}`, quiet: false });
}

/** A manager shares a note some day, and now and then takes it back within the minute. Answers what it will be called. */
export function shareSometime(batch: Batch, town: Town, random: Random, number: number): string {
  const manager = oneOf(random, town.managers);
  const participants = random.shuffled(town.others).slice(0, 1 + random.below(3));
  const body = {
    title: 'The loading bay opens earlier',
    note: 'From Monday on it opens at half past six.',
    manager,
    participants,
    undoSeconds: random.chance(0.5) ? 60 : 0,
  };
  const key = `share-${number}`;
  const id = conversationId(manager.email, key);
  const at = plus(batch.now(), random.below(10 * DAY));
  batch.agenda.add(at, () =>
    press(batch, id, async ({ shares }) => {
      const sent: Answer<{ view: ConversationView }> = await shares.send(manager, body, key);
      told(batch, id, sent);
      return sent;
    }),
  );
  if (random.chance(0.15))
    batch.agenda.add(plus(at, 20 * SECOND + random.below(60 * SECOND)), () =>
      press(batch, id, ({ shares }) => shares.takeBack(manager, id)),
    );
  return id;
}

/** A manager stops some kinds of mail on a page of theirs, and may want them again days later. */
export function stopMailsSometime(batch: Batch, town: Town, random: Random): void {
  const manager = oneOf(random, town.managers);
  const kinds = oneOf(random, [['digest'], ['digest'], MAIL_KINDS] as const);
  const at = plus(batch.now(), random.below(8 * DAY));
  const stop = (stopped: readonly MailKind[]) =>
    press(batch, '', async ({ mails }) => {
      await mails.stop(manager, stopped);
      return true;
    });
  batch.agenda.add(at, () => stop(kinds));
  if (random.chance(0.5)) batch.agenda.add(plus(at, random.below(6 * DAY)), () => stop([]));
}
