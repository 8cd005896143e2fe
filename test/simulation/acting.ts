import { linkToken } from '../../functions/app/links.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import type { Stored } from '../../functions/app/ports.ts';
import type { Answer } from '../../functions/app/use-cases.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { type Body, DISCOUNTS } from './acme.ts';
import type { World } from './world.ts';

/** What an answer says, or an error with the words of the refusal. */
export function ok<T>(answer: Answer<T>): T {
  if ('ok' in answer) return answer.ok;
  const { status, errors } = answer.refused;
  throw new Error(`${status}: ${errors.map(({ path, message }) => `${path} ${message}`).join(' | ')}`);
}

/** Why an answer was a refusal: its status, or 200. */
export function statusOf(answer: Answer<unknown>): number {
  return 'ok' in answer ? 200 : answer.refused.status;
}

/** Records a conversation and answers its id. */
export async function submitted(world: World, body: Body = DISCOUNTS, key = 'key-1'): Promise<string> {
  const actor = { email: body.manager.email };
  return ok(await world.useCases.submit(actor, body, key)).view.conversation.id;
}

export async function loaded(world: World, id: string): Promise<Stored> {
  const stored = await world.store.load(id);
  if (!stored) throw new Error(`there is no conversation ${id}`);
  return stored;
}

export async function tokenOf(world: World, id: string, person: PersonId): Promise<string> {
  return linkToken(world.deps.keyring, openConversation(await loaded(world, id)), person);
}

/** A participant's command through their link; throws with the words of a refusal. */
export async function act(world: World, id: string, person: PersonId, command: unknown): Promise<void> {
  ok(await world.useCases.act(await tokenOf(world, id, person), command));
}

/** A command of the manager; throws with the words of a refusal. */
export async function manage(world: World, id: string, command: unknown): Promise<void> {
  const { people, manager } = openConversation(await loaded(world, id));
  const email = people.find((person) => person.id === manager)?.email ?? '';
  ok(await world.useCases.command({ email }, id, command, {}));
}

export type Left = { key: string; to: string; at: Instant };

/** Every delivery that left, once for each time it left, in the order it did. */
export async function left(world: World, id: string): Promise<Left[]> {
  const { claims } = await loaded(world, id);
  return world.ses.inbox
    .filter(({ conversation }) => conversation === id)
    .flatMap(({ mail, to, at }) =>
      (claims[mail]?.keys ?? [`unclaimed ${mail}`]).map((key) => ({ key, to, at })),
    );
}

export async function leftKeys(world: World, id: string): Promise<string[]> {
  return (await left(world, id)).map(({ key }) => key).sort();
}

/** Keys that left more than once. */
export async function twice(world: World, id: string): Promise<string[]> {
  const keys = await leftKeys(world, id);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}
