import type { MailKind } from '../domain/facts.ts';
import type { KeylessDeps } from './deps.ts';
import { managerKey } from './row.ts';
import { stoppedKinds } from './status-facts.ts';
import type { Actor } from './use-cases.ts';

/** Which kinds of mail a manager stopped, for everything of theirs; conversations learn it at their next wake. */
export type MailCases = {
  stopped: (actor: Actor) => Promise<readonly MailKind[]>;
  stop: (actor: Actor, kinds: readonly MailKind[]) => Promise<void>;
};

/** Under which ids the tenant knows somebody by their address: a corrected one stands for who they were before, too. */
async function idsOf({ store }: KeylessDeps, { email }: Actor): Promise<string[]> {
  const hash = managerKey(email);
  const { [hash]: known = hash } = await store.findPeople([hash]);
  return [...new Set([known, hash])];
}

export function makeMails(deps: KeylessDeps): MailCases {
  return {
    stopped: async (actor) =>
      stoppedKinds(Object.values(await deps.store.readStatuses(await idsOf(deps, actor)))),
    stop: async (actor, kinds) => {
      const ids = await idsOf(deps, actor);
      await Promise.all(ids.map((id) => deps.store.saveOptOut(id, kinds)));
    },
  };
}
