import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import * as z from 'zod';
import { type Child, endChild, startChild } from '../runtime/start-child.ts';

const listedMails = z.array(
  z.strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    kind: z.string(),
    conversation: z.string(),
  }),
);
export type ListedMail = z.infer<typeof listedMails>[number];
const calls = z.array(z.object({ service: z.string(), action: z.string(), resource: z.string() }));
export type Call = z.infer<typeof calls>[number];
export type Fault = {
  service: 'ses' | 'dynamodb' | 'sqs' | 'scheduler' | 'google' | 'microsoft';
  action: string;
  mode: 'throttle' | 'reject' | 'error' | 'lost-reply' | 'timeout' | 'pause';
  times: number;
};

export type System = Awaited<ReturnType<typeof startSystem>>;

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const json = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/**
 * What `npm start` runs, in a process and a folder of its own. Everything goes over its two ports; `zone` is the one in which
 * moments are written here. Restarting and killing keep the folder; the ports change, so paths are used and not addresses.
 */
export async function startSystem(options: {
  tenant: string;
  now: string;
  zone: string;
  script?: string;
  env?: Record<string, string>;
}) {
  const { zone } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'nevertwice-journey-'));
  const launch = () =>
    startChild(at(options.script ?? 'infra/local/start.ts'), {
      DATA_DIR: dataDir,
      TENANT: at(options.tenant),
      NOW: options.now,
      ...options.env,
    });
  let child: Child | undefined = await launch();
  const urls = () => {
    if (!child) throw new Error('The system does not run.');
    return child;
  };
  const asked = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${urls().consoleUrl}${path}`, init);
    const body: unknown = await answer.json();
    expect(answer.status, `${path}: ${JSON.stringify(body)}`).toBe(200);
    return body;
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    return ending && endChild(ending, signal);
  };

  return {
    zone,
    appUrl: () => urls().appUrl,
    /** Where mail to the reply domain is taken. */
    smtpUrl: () => urls().smtpUrl,
    /** What this process wrote to stdout and stderr. */
    written: () => urls().written(),
    /** A request to the app; `path` may be a whole address of an earlier port. Redirects are not followed. */
    app(path: string, init: RequestInit = {}): Promise<Response> {
      const { pathname, search } = new URL(path, urls().appUrl);
      return fetch(`${urls().appUrl}${pathname}${search}`, { redirect: 'manual', ...init });
    },
    console: asked,
    raw: async (mail: string) =>
      new Uint8Array(await (await fetch(`${urls().consoleUrl}/api/mail/${mail}.eml`)).arrayBuffer()),
    /** Of one conversation, or of all; oldest first. What managers are told of their weeks is of none. */
    async mails(conversation?: string): Promise<ListedMail[]> {
      const all = listedMails.parse(await asked('/api/mail'));
      return all.filter((mail) =>
        conversation === undefined ? mail.kind !== 'digest' : mail.conversation === conversation,
      );
    },
    /** What managers were told of their weeks, oldest first. */
    weeks: async () => listedMails.parse(await asked('/api/mail')).filter(({ kind }) => kind === 'digest'),
    /** To a wall time in the zone, such as "2027-01-15T17:00"; answers when everything on the way is done. */
    async moveTo(wall: string): Promise<void> {
      const to = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString();
      await asked('/api/clock', json({ to }));
    },
    advance: (duration: string) => asked('/api/clock', json({ advance: duration })),
    now: async () => z.object({ now: z.iso.datetime() }).parse(await asked('/api/clock')).now,
    wall: (moment: string): string =>
      Temporal.Instant.from(moment)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' }),
    fault: (fault: Fault) => asked('/api/faults', json(fault)),
    /** Those still to come. */
    faults: async () => z.array(z.unknown()).parse(await asked('/api/faults')),
    clearFaults: () => asked('/api/faults', { method: 'DELETE' }),
    calls: async (): Promise<Call[]> => calls.parse(await asked('/api/calls')),
    failures: async () => z.array(z.object({ source: z.string() })).parse(await asked('/api/failures')),
    async kill(): Promise<void> {
      await end('SIGKILL');
    },
    async restart(): Promise<void> {
      await end('SIGTERM');
      child = await launch();
    },
    async stop(): Promise<void> {
      await end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
