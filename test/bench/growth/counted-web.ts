import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoStore } from '../../../functions/adapters/dynamo-store.ts';
import { issueToken } from '../../../functions/app/api-tokens.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Tenant } from '../../../functions/domain/tenant.ts';
import {
  conversationAnswer,
  createdAnswer,
  errorsAnswer,
} from '../../../functions/http/api/answer-schemas.ts';
import { alertOf, type Client } from '../../../infra/local/demo/client.ts';
import { makeWebWorld, type WebWorld } from '../../http/web-world.ts';
import { type Backdrops, makeCountedTable, type TableCall } from '../table/counted-table.ts';

/** The whole system in memory over the counted table, as one manager uses it. */
export type CountedWeb = WebWorld & {
  table: DynamoDBClient;
  calls: TableCall[];
  submit: (body: unknown, idempotencyKey?: string) => Promise<z.infer<typeof createdAnswer>>;
  client: Pick<Client, 'command' | 'act' | 'conversation'>;
};

/** What somebody was mailed, in the form that the simulation's SES keeps. */
const mailSchema = z.object({ text: z.string() });

/** Every mail so far: whom it reached and its text. */
export function mailsOf({ world }: WebWorld) {
  return world.ses.inbox.map(({ kind, to, raw }) => ({
    kind,
    to: [to],
    text: mailSchema.parse(JSON.parse(new TextDecoder().decode(raw))).text,
  }));
}

/** `manager`: whose token the requests carry. Clients beyond the table are twins in memory. */
export async function startCountedWeb(
  now: Instant,
  tenant: Tenant,
  manager: string,
  backdrops?: Backdrops,
): Promise<CountedWeb> {
  const { client: table, calls } = makeCountedTable(backdrops);
  const makeStore = (clock: () => Instant) => makeDynamoStore(table, { table: 'counted', now: clock });
  const web = await makeWebWorld(now, tenant, { makeStore });
  const { deps } = web.world;
  const issued = await issueToken({ ...deps, newSecret: deps.newId }, manager, 'bench');
  if (!('token' in issued)) throw new Error(`${manager} is no manager of ${tenant.name}`);
  const authorization = `Bearer ${issued.token}`;
  const ask = async (method: string, path: string, body?: unknown, headers = {}) =>
    web.api(method, `/api/v1/conversations${path}`, body, { authorization, ...headers });
  return {
    ...web,
    table,
    calls,
    submit: async (body, key) => {
      const answer = await ask('POST', '', body, key === undefined ? {} : { 'idempotency-key': key });
      if (!answer.ok) throw new Error(`refused: ${await answer.text()}`);
      return createdAnswer.parse(await answer.json());
    },
    client: {
      command: async (id, command) => {
        const answer = await ask('POST', `/${id}/commands`, command);
        const said: unknown = await answer.json();
        return answer.ok ? conversationAnswer.parse(said) : errorsAnswer.parse(said);
      },
      conversation: async (id) => conversationAnswer.parse(await (await ask('GET', `/${id}`)).json()),
      act: async (link, fields) => {
        const answer = await web.answer(new URL(link).pathname, fields);
        if (answer.status < 400) return { done: true };
        return { errors: [{ path: '', message: alertOf(await answer.text()) }] };
      },
    },
  };
}
