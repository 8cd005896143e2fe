import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import * as z from 'zod';
import { conversationAnswer, createdAnswer, errorsAnswer } from '../../functions/http/api/answer-schemas.ts';
import { readLetter } from './letter.ts';
import { json, type System } from './system.ts';

export type Conversation = z.infer<typeof conversationAnswer>;
type Answer = { status: number; body: unknown };
export type Manager = Awaited<ReturnType<typeof managerOf>>;

const script = z.object({ conversation: z.record(z.string(), z.json()) });

/** The body of a submit in test/conversations. */
export function sampleBody(name: string) {
  const path = new URL(`../conversations/${name}.json`, import.meta.url);
  return script.parse(JSON.parse(readFileSync(path, 'utf8'))).conversation;
}

/** The errors of a refusal, as "path: message". */
export function errorsOf({ body }: Answer): string[] {
  return errorsAnswer.parse(body).errors.map(({ path, message }) => `${path}: ${message}`);
}

/** A manager with an API token. */
export async function managerOf(system: System, email: string) {
  const { token } = z
    .object({ token: z.string() })
    .parse(await system.console('/api/token', json({ email })));
  const authorization = { authorization: `Bearer ${token}` };

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const answer = await system.app(`/api/v1/conversations${path}`, init);
    return { status: answer.status, body: await answer.json() };
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, json(body, { ...authorization, ...headers }));

  return {
    authorization,
    ask: (path: string) => ask(path, { headers: authorization }),
    post,
    /** Records a conversation and answers its id. */
    async record(body: unknown, headers: Record<string, string> = {}): Promise<string> {
      const answer = await post('', body, headers);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return createdAnswer.parse(answer.body).id;
    },
    async command(id: string, command: Record<string, unknown>): Promise<Conversation> {
      const answer = await post(`/${id}/commands`, command);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return conversationAnswer.parse(answer.body);
    },
    async read(id: string): Promise<Conversation> {
      const answer = await ask(`/${id}`, { headers: authorization });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return conversationAnswer.parse(answer.body);
    },
  };
}

/** The path of a person's own page: the newest link that they were mailed. */
export async function linkOf(system: System, conversation: string, address: string): Promise<string> {
  const theirs = (await system.mails(conversation)).filter(({ to }) => to.includes(address));
  const newest = theirs.at(-1);
  if (!newest) throw new Error(`${address} has no mail.`);
  const { text } = await readLetter(system, newest.id);
  const link = /https?:\/\/[^\s<>"]+(\/p\/[A-Za-z0-9._~-]+)/.exec(text)?.[1];
  if (!link) throw new Error(`“${newest.subject}” to ${address} has no link.`);
  return link;
}

/** Posts the form of a person's page; answers the status and the page. */
export async function post(system: System, link: string, fields: Record<string, string>) {
  const answer = await system.app(link, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, page: await answer.text() };
}

/** Does something as a participant who follows the link in their newest mail. */
export async function act(
  system: System,
  conversation: string,
  address: string,
  fields: Record<string, string>,
): Promise<void> {
  const { status, page } = await post(system, await linkOf(system, conversation, address), fields);
  expect(status, page).toBeLessThan(400);
}
