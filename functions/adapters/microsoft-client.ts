import { Client, type GraphRequest, type Middleware } from '@microsoft/microsoft-graph-client';
import * as z from 'zod/mini';
import type { CalendarFailure } from './calendar-failure.ts';
import { type Gate, makeGate } from './gate.ts';
import { microsoftFailure } from './microsoft-failure.ts';
import { type MicrosoftConfig, makeTakeToken } from './microsoft-token.ts';

const GRAPH = 'https://graph.microsoft.com';
// Of one application a mailbox takes four at a time ("Throttling limits", Outlook); another Lambda may ask too.
const AT_ONCE = 3;

type Answer = { ok: unknown } | { failure: CalendarFailure };
/** One request about what a person has; `path` is below them, in segments. */
export type AskMicrosoft = (
  person: string,
  path: readonly string[],
  send: (request: GraphRequest) => Promise<unknown>,
) => Promise<Answer>;

const coded = z.object({ cause: z.object({ code: z.string() }) });

/** Sends once, where the client's own way would send a lost request again. */
function transport(token: string, timeoutMs: number): Middleware {
  return {
    async execute(context) {
      const headers = new Headers(context.options?.headers);
      headers.set('authorization', `Bearer ${token}`);
      // Every moment is read in one zone, whatever the mailbox is set to.
      headers.set('prefer', 'outlook.timezone="UTC"');
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        context.response = await fetch(context.request, {
          ...context.options,
          headers,
          redirect: 'error',
          signal,
        });
      } catch (error) {
        // The client keeps an error's name and drops its cause.
        const name = coded.safeParse(error).data?.cause.code ?? 'unanswered';
        throw Object.assign(new Error('no answer', { cause: error }), { name });
      }
    },
  };
}

/** Requests as the application, each sent once: the caller knows which may be repeated. A few at a time for each person. */
export function makeAskMicrosoft(config: MicrosoftConfig): AskMicrosoft {
  const { endpoint = GRAPH, timeoutMs = 10_000 } = config;
  const takeToken = makeTakeToken(config);
  const gates = new Map<string, Gate>();
  return async (person, path, send) => {
    const place = ['users', person, ...path].map(encodeURIComponent).join('/');
    const gate = gates.get(person) ?? makeGate(AT_ONCE);
    gates.set(person, gate);
    const once = async (token: string): Promise<Answer> => {
      const client = Client.initWithMiddleware({
        baseUrl: endpoint,
        middleware: transport(token, timeoutMs),
      });
      try {
        return { ok: await gate(() => send(client.api(`/${place}`))) };
      } catch (error) {
        return { failure: microsoftFailure(error) };
      }
    };
    const grant = await takeToken();
    if ('failure' in grant) return grant;
    const answer = await once(grant.token);
    if (!('failure' in answer) || answer.failure !== 'grant-gone') return answer;
    // A token says what was allowed when it was made; an administrator may have allowed more since.
    const renewed = await takeToken(grant.token);
    return 'failure' in renewed ? renewed : once(renewed.token);
  };
}
