import { DAY, HOUR, type Instant, instant, plus } from '../../../functions/domain/instant.ts';
import { yearsAround } from '../../../infra/holidays.ts';
import { performStep } from '../../../infra/local/demo/perform-step.ts';
import { readSample } from '../../../infra/local/demo/sample.ts';
import { momentOfWall } from '../../../infra/local/demo/times.ts';
import { readTenant } from '../../../infra/read-tenant.ts';
import type { TableCall } from '../table/counted-table.ts';
import { mailsOf, startCountedWeb } from './counted-web.ts';

const LARGEST = 'test/conversations/04-twelve-people.json';
const MOST_ROUNDS = 50;

/** What the largest sample did to the table from its submit to its last mail, and how many mails it sent. */
export type Life = { id: string; mails: number; calls: readonly TableCall[] };

/** The largest sample, its tenant, and when it begins. */
export async function largestSample() {
  const sample = await readSample(LARGEST);
  const start = instant(Date.parse(sample.now ?? ''));
  const read = await readTenant(sample.tenant ?? '', yearsAround(start));
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  return { sample, tenant: read.tenant, start };
}

/** Plays the largest sample to its end: the real web, wake and feedback, on a virtual clock, over the counted table. */
export async function playLargest(): Promise<Life> {
  const { sample, tenant, start } = await largestSample();
  const { manager, timezone } = sample.conversation;
  const web = await startCountedWeb(start, tenant, manager.email);
  const { world, client, calls } = web;
  // It sweeps every five minutes for a month and finds nobody: the alarms of this world all ring.
  world.sweeps = false;
  calls.length = 0;
  const { id } = await web.submit(sample.conversation);
  const advance = (to: Instant) => world.advance(to);
  await advance(plus(start, HOUR / 60));
  const stage = { id, manager: manager.email, client, readMails: async () => mailsOf(web) };
  const moments = (sample.play ?? []).map((step) => ({
    step,
    at: instant(momentOfWall(step.at, timezone)),
  }));
  for (const { step, at } of moments.toSorted((one, other) => one.at - other.at)) {
    await advance(at);
    await performStep(step, stage);
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { plan } = await client.conversation(id);
    const ahead = plan.filter(({ state }) => state === 'ahead').map(({ at }) => Date.parse(at));
    if (ahead.length === 0) break;
    await advance(plus(instant(Math.max(...ahead, world.now())), DAY));
  }
  const [failure] = world.failures;
  if (failure) throw failure;
  return { id, mails: world.ses.inbox.filter(({ conversation }) => conversation === id).length, calls };
}
