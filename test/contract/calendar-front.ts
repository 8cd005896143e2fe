import { onTestFinished } from 'vitest';
import { createCallLog } from '../../infra/local/aws/call-log.ts';
import { createFaultList } from '../../infra/local/aws/fault-list.ts';
import { type Backend, startFront } from '../../infra/local/aws/front.ts';
import type { Fault } from '../../infra/local/aws/local-servers.ts';

/** A calendar service over its wire; `touch` changes an event in somebody's own calendar program. */
export async function startCalendarFront(backend: Backend, touch: (id: string) => void) {
  const clock = { now: () => Date.now(), advanceTo: () => undefined };
  const faults = createFaultList();
  const log = createCallLog(clock);
  let meddling: string | undefined;
  const serve: Backend['serve'] = async (request) => {
    const reply = await backend.serve(request);
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
    calls: () => log.calls().map(({ action }) => action),
    meddle: (id: string) => {
      meddling = id;
    },
  };
}

export const STRANGER = 'guest@elsewhere.example';
export const isUser = (email: string) => email.endsWith('@acme.example');
