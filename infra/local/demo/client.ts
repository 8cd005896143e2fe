import * as z from 'zod';
import {
  conversationAnswer,
  createdAnswer,
  errorsAnswer,
} from '../../../functions/http/api/answer-schemas.ts';
import { ClearError } from '../clear-error.ts';
import { firstLine } from '../console/first-line.ts';
import type { ChildSystem } from './child-system.ts';

export type ConversationState = z.infer<typeof conversationAnswer>;
export type Problem = z.infer<typeof errorsAnswer>['errors'][number];
export type Refused = { errors: Problem[] };

const inbox = z.array(
  z.object({
    id: z.string(),
    at: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    kind: z.string(),
  }),
);
export type ListedMail = z.infer<typeof inbox>[number];

const failures = z.array(z.looseObject({ message: z.string().optional() }));

export type Client = ReturnType<typeof createClient>;

/** What a manager, a participant and whoever watches the console do over HTTP. Throws `ClearError` for what cannot go on. */
export function createClient(system: Pick<ChildSystem, 'appUrl' | 'consoleUrl'>, manager: string) {
  const console = (path: string, init?: RequestInit) => jsonOf(`${system.consoleUrl}${path}`, init);
  let token: Promise<string> | undefined;

  async function asManager(path: string, body?: unknown): Promise<Response> {
    token ??= console('/api/token', post({ email: manager })).then(
      (answer) => z.object({ token: z.string() }).parse(answer).token,
    );
    const init = body === undefined ? { method: 'GET', headers: {} } : post(body);
    return fetch(`${system.appUrl}/api/v1/conversations${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${await token}` },
    });
  }

  return {
    submit: async (body: unknown) => readAnswer(await asManager('', body), createdAnswer),
    command: async (id: string, command: unknown) =>
      readAnswer(await asManager(`/${id}/commands`, command), conversationAnswer),
    async conversation(id: string): Promise<ConversationState> {
      return conversationAnswer.parse(await (await asManager(`/${id}`)).json());
    },
    /** Posts the form of a participant's page. */
    async act(link: string, fields: Record<string, string>): Promise<{ done: true } | Refused> {
      const answer = await fetch(link, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
      if (answer.status < 400) return { done: true };
      return { errors: [{ path: '', message: alertOf(await answer.text()) || `status ${answer.status}` }] };
    },
    mails: async () => inbox.parse(await console('/api/mail')),
    async raw(id: string): Promise<Uint8Array> {
      const answer = await fetch(`${system.consoleUrl}/api/mail/${id}.eml`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    now: async () => Date.parse(z.object({ now: z.string() }).parse(await console('/api/clock')).now),
    /** Answers when the system is quiet. */
    async settle(): Promise<void> {
      await console('/api/clock', post({ advance: 'PT1S' }));
    },
    moveTo: async (moment: number) =>
      Date.parse(
        z
          .object({ now: z.string() })
          .parse(await console('/api/clock', post({ to: new Date(moment).toISOString() }))).now,
      ),
    failures: async () => failures.parse(await console('/api/failures')),
  };
}

function post(body: unknown) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function jsonOf(url: string, init?: RequestInit): Promise<unknown> {
  const answer = await fetch(url, init);
  if (answer.ok) return answer.json();
  throw new ClearError(
    `${init?.method ?? 'GET'} ${new URL(url).pathname}: ${answer.status} ${await answer.text()}`,
  );
}

async function readAnswer<T>(answer: Response, schema: z.core.$ZodType<T>): Promise<T | Refused> {
  const body: unknown = await answer.json();
  return answer.ok ? z.parse(schema, body) : errorsAnswer.parse(body);
}

/** Why a page refused something: the first of its errors, or its heading where it is another page altogether. */
export function alertOf(page: string): string {
  const alert = page.indexOf('role="alert"');
  const from = alert < 0 ? page.indexOf('<h1') : page.indexOf('<li', alert);
  return from < 0 ? '' : firstLine(page.slice(from), '');
}
