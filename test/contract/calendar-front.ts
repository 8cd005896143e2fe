import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createCallLog } from '../../infra/local/aws/call-log.ts';
import { createFaultList } from '../../infra/local/aws/fault-list.ts';
import { type Backend, startFront } from '../../infra/local/aws/front.ts';
import type { Fault } from '../../infra/local/aws/local-servers.ts';

const TURNS = 50;

/** A calendar service over its wire; `touch` changes an event in somebody's own calendar program. */
export async function startCalendarFront(backend: Backend, touch: (id: string) => void) {
  const clock = { now: () => Date.now(), advanceTo: () => undefined };
  const faults = createFaultList();
  const log = createCallLog(clock);
  let meddling: string | undefined;
  const inside = { now: 0, most: 0 };
  const serve: Backend['serve'] = async (request) => {
    inside.now += 1;
    inside.most = Math.max(inside.most, inside.now);
    // Whatever else is on its way begins before this one ends.
    for (let turn = 0; turn < TURNS; turn++) await setImmediate();
    const reply = await backend.serve(request);
    inside.now -= 1;
    const { action } = await backend.describe(request);
    if (meddling !== undefined && action === 'GetEvent') {
      touch(meddling);
      meddling = undefined;
    }
    return reply;
  };
  const front = await startFront({ ...backend, serve }, { clock, log, faults });
  onTestFinished(front.close);
  return {
    url: front.url,
    fault: (action: string, mode: Fault['mode'], times = 1) =>
      faults.add({ service: backend.service, action, mode, times }),
    /** How many requests were inside at the same time, at most. */
    atOnce: () => inside.most,
    calls: () => log.calls().map(({ action }) => action),
    meddle: (id: string) => {
      meddling = id;
    },
  };
}

export const STRANGER = 'guest@elsewhere.example';
export const isUser = (email: string) => email.endsWith('@acme.example');
