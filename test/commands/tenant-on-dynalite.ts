import { inflateRawSync } from 'node:zlib';
import { writeFeed } from '../../functions/adapters/ical.ts';
import { issueToken } from '../../functions/app/api-tokens.ts';
import { linkToken } from '../../functions/app/links.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import type { Stored } from '../../functions/app/ports.ts';
import { wake } from '../../functions/app/wake.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { plus, SECOND } from '../../functions/domain/instant.ts';
import { openTable } from '../../infra/commands/open-table.ts';
import { scanTable } from '../../infra/commands/scan-table.ts';
import { makeTable, type startDynalite } from '../contract/dynamo-servers.ts';
import { ACME, type Body, RECORDED } from '../simulation/acme.ts';
import { ok } from '../simulation/acting.ts';
import { makeWorld } from '../simulation/world.ts';

type Server = Awaited<ReturnType<typeof startDynalite>>;

/** A tenant whose use cases and wakes run over a real table; nothing happens by itself. */
export async function tenantOnDynalite(server: Server, name: string) {
  await makeTable(server.client, name);
  const world = makeWorld({ seed: 3, tenant: ACME, now: RECORDED });
  const open = openTable('acme', name, server.client, world.now);
  const deps = { ...world.deps, store: open.store };
  const useCases = makeUseCases({ ...deps, writeCalendar: world.outbox.writeCalendar, writeFeed });
  const load = async (id: string): Promise<Stored> => {
    const stored = await open.store.load(id);
    if (!stored) throw new Error(`there is no conversation ${id}`);
    return stored;
  };
  return {
    world,
    open,
    deps,
    useCases,
    load,
    record: async (body: Body, key: string) => {
      world.jump(plus(world.now(), SECOND));
      const answer = await useCases.submit({ email: body.manager.email }, body, key);
      return ok(answer).view.conversation.id;
    },
    wake: async (id: string) => {
      world.jump(plus(world.now(), SECOND));
      await wake(deps, world.outbox, id);
    },
    act: async (id: string, person: PersonId, command: unknown) => {
      world.jump(plus(world.now(), SECOND));
      const token = linkToken(deps.keyring, openConversation(await load(id)), person);
      ok(await useCases.act(token, command));
    },
    manage: async (email: string, id: string, command: unknown) => {
      world.jump(plus(world.now(), SECOND));
      ok(await useCases.command({ email }, id, command, {}));
    },
    token: async (email: string, label: string) => {
      const issued = await issueToken({ ...deps, newSecret: deps.newId }, email, label);
      if ('refusal' in issued) throw new Error(issued.refusal);
      return issued.token;
    },
    /** Every item of the table, as text. */
    dump: async () => {
      const items: string[] = [];
      for await (const item of scanTable(open.table)) items.push(JSON.stringify(readable(item)));
      return items.join('\n');
    },
  };
}

/** An item with what is packed in it unpacked. */
function readable(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { past } = item;
  return past instanceof Uint8Array ? { ...item, past: inflateRawSync(past).toString() } : item;
}
