import { linkToken } from '../../../functions/app/links.ts';
import type { Answer, UseCases } from '../../../functions/app/use-cases.ts';
import type { Conversation, Person } from '../../../functions/domain/conversation.ts';
import type { MailKind } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { HOUR, type Instant, MINUTE, plus, SECOND } from '../../../functions/domain/instant.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import type { Random } from '../../simulation/random.ts';
import { KEYRING } from '../../simulation/world.ts';
import type { Batch } from '../batch.ts';

/** What somebody does: on their own page, as the manager, or about their mail. */
export type Deed =
  | { person: PersonId; command: object }
  | { person: PersonId; optOut: readonly MailKind[] }
  | { manage: object };

/** One conversation as the people in it live it. `random`: its own chance, apart from the others'. */
export type Life = {
  id: string;
  random: Random;
  now: () => Instant;
  conversation: () => Conversation | undefined;
  /** Does something after so long; whoever sees an error page tries again. */
  soon: (afterMs: number, deed: () => Deed | undefined) => void;
};

const TRIES = 5;

function whoOf(deed: Deed): PersonId | 'manager' {
  return 'manage' in deed ? 'manager' : deed.person;
}

function toldOf(deed: Deed): string {
  if ('manage' in deed) return JSON.stringify(deed.manage);
  return JSON.stringify('command' in deed ? deed.command : { optOut: deed.optOut });
}

function carryOut(
  cases: UseCases,
  conversation: Conversation,
  deed: Deed,
  key: string,
): Promise<Answer<unknown>> {
  if ('manage' in deed) {
    const email = personOf(conversation, conversation.manager).email ?? '';
    return cases.command({ email }, conversation.id, deed.manage, { idempotencyKey: key });
  }
  const token = linkToken(KEYRING, conversation, deed.person);
  return 'command' in deed ? cases.act(token, deed.command) : cases.optOut(token, deed.optOut);
}

/** A conversation's people, over the batch that they live in. */
export function makeLife(batch: Batch, id: string, random: Random): Life {
  const { agenda, lambdas, trace, now } = batch;
  let deeds = 0;
  const conversation = () => batch.watch.all.get(id)?.conversation;
  const attempt = async (deed: Deed, key: string, left: number): Promise<void> => {
    const open = conversation();
    if (!open) return;
    const answer = await lambdas.web(id, (cases) => carryOut(cases, open, deed, key));
    if (answer === undefined && left > 0) {
      agenda.add(plus(now(), 5 * SECOND + random.below(40 * SECOND)), () => attempt(deed, key, left - 1));
      return;
    }
    const refused = answer && 'refused' in answer ? answer.refused.errors[0]?.message : undefined;
    const became = answer === undefined ? 'gave up' : refused === undefined ? 'done' : `refused: ${refused}`;
    trace.note(id, { who: whoOf(deed), what: `${toldOf(deed)} – ${became}`, quiet: false });
  };
  return {
    id,
    random,
    now,
    conversation,
    soon: (afterMs, make) => {
      agenda.add(plus(now(), afterMs), async () => {
        const deed = make();
        deeds += 1;
        if (deed) await attempt(deed, `${id} ${deeds}`, TRIES);
      });
    },
  };
}

/** A while that people take: from minutes to hours. */
export function aWhile(random: Random, hours: number): number {
  return MINUTE + random.below(hours * HOUR);
}

export function presentPeople(conversation: Conversation): Person[] {
  return conversation.people.filter(({ removed, role }) => !removed && role !== 'partner');
}
