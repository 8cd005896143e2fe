import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Fault, StoredMail } from '../../infra/local/aws/local-servers.ts';
import { faultSchema } from '../../infra/local/console/fault-request.ts';
import { createMailReader } from '../../infra/local/console/mail-contents.ts';
import type { Doors } from './system-process.ts';

/** What came of a request: an answer, or undefined when none came or it says that something broke. */
export type Answer = { status: number; text: string } | undefined;

export type Client = ReturnType<typeof makeClient>;

const BROKEN = 500;

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const answer = await fetch(url, { redirect: 'manual', ...init });
    const text = await answer.text();
    return answer.status >= BROKEN ? undefined : { status: answer.status, text };
  } catch (error) {
    // Killed on the way: fetch says so with a TypeError.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const faultsSchema = z.array(faultSchema);

/** What people and whoever watches the console do over HTTP, on a system that may be killed at any moment. */
export function makeClient(dataDir: string, doors: () => Doors | undefined) {
  const tokens = new Map<string, string>();
  const folder = join(dataDir, 'ses');
  const read = createMailReader({ raw: async (id) => readFileSync(join(folder, `${id}.eml`)) });

  const console = async (path: string, init?: RequestInit): Promise<Answer> => {
    const open = doors();
    return open && ask(`${open.consoleUrl}${path}`, init);
  };
  const app = async (path: string, init?: RequestInit): Promise<Answer> => {
    const open = doors();
    return open && ask(`${open.appUrl}${path}`, init);
  };
  const tokenOf = async (email: string): Promise<string | undefined> => {
    const known = tokens.get(email);
    if (known !== undefined) return known;
    const answer = await console('/api/token', post({ email }));
    if (answer?.status !== 200) return undefined;
    const { token } = z.object({ token: z.string() }).parse(JSON.parse(answer.text));
    tokens.set(email, token);
    return token;
  };

  return {
    /** As a manager, over the JSON API. */
    async manage(email: string, path: string, body: unknown, key: string): Promise<Answer> {
      const token = await tokenOf(email);
      if (token === undefined) return undefined;
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
      return app(`/api/v1/conversations${path}`, post(body, headers));
    },
    /** Posts the form of somebody's own page. */
    submit: (link: string, fields: URLSearchParams) => app(link, { method: 'POST', body: fields }),
    /** The path of the link in a mail. */
    async linkIn({ id }: StoredMail): Promise<string | undefined> {
      const { text } = await read(id);
      return /https?:\/\/[^\s<>"/]+(\/p\/[A-Za-z0-9._~-]+)/.exec(text)?.[1];
    },
    /** Moves the clock, through everything on the way; answers whether it arrived. */
    async moveTo(moment: number): Promise<boolean> {
      const answer = await console('/api/clock', post({ to: new Date(moment).toISOString() }));
      // It goes on by itself too, and may have passed the moment already.
      return answer?.status === 200 || answer?.status === 400;
    },
    async now(): Promise<number | undefined> {
      const answer = await console('/api/clock');
      return answer && Date.parse(z.object({ now: z.string() }).parse(JSON.parse(answer.text)).now);
    },
    fault: (fault: Fault) => console('/api/faults', post(fault)),
    clearFaults: () => console('/api/faults', { method: 'DELETE' }),
    /** Those still to come. */
    async faults() {
      const answer = await console('/api/faults');
      return answer && faultsSchema.parse(JSON.parse(answer.text));
    },
  };
}
