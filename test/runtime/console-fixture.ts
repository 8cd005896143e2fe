import type { Call, Fault, StoredMail } from '../../infra/local/aws/local-servers.ts';
import { createConsole } from '../../infra/local/console/console-app.tsx';
import type { ConsoleOptions } from '../../infra/local/console/console-options.ts';
import { createFailureLog } from '../../infra/local/failures.ts';
import type { Answer } from '../../infra/local/node-server.ts';
import { smallWorld } from './small-world.ts';

const RAW = [
  'From: "Dana" <r1@reply.acme.example>',
  'To: bill@acme.example',
  'Subject: What we agreed',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Bill, you do one thing; we talk again on Wednesday.',
  '',
  'Answer here: http://127.0.0.1:8080/p/abc',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><title>x</title></head><body><div style="display:none">Bill, you do one thing &amp; we talk again.&#8204;&nbsp;&#847;</div><script>alert(1)</script><a href="http://127.0.0.1:8080/p/abc">Answer</a></body></html>',
  '--b',
  'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
  '',
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'END:VCALENDAR',
  '--b--',
  '',
].join('\r\n');

const MAILS: StoredMail[] = [
  {
    id: 'm1',
    at: '2027-01-08T09:00:00.000Z',
    from: 'r1@reply.acme.example',
    to: ['bill@acme.example'],
    subject: 'What we agreed about <b>discounts</b>',
    tags: { kind: 'recap', conversation: 'c1' },
  },
  {
    id: 'm2',
    at: '2027-01-08T09:00:01.000Z',
    from: 'r2@reply.acme.example',
    to: ['dana@acme.example'],
    subject: 'Yours, Dana',
    tags: {},
  },
];

/** A console over two mails, one alarm at 10:00 and a clock that stands at 09:30 UTC. */
export function consoleFixture() {
  const world = smallWorld('2027-01-08T09:30:00Z');
  world.world.alarms.set('c1-1000', Date.parse('2027-01-08T10:00:00Z'));
  let faults: Fault[] = [];
  const calls: Call[] = [
    { service: 'ses', action: 'SendRawEmail', resource: 'm1', at: '2027-01-08T09:00:00.000Z' },
  ];
  const options: ConsoleOptions = {
    servers: {
      calls: () => calls,
      faults: {
        add: (fault) => faults.push(fault),
        list: () => faults,
        clear: () => {
          faults = [];
        },
      },
      ses: {
        mails: () => MAILS,
        raw: async () => new TextEncoder().encode(RAW),
        pendingEvents: () => [],
        acknowledge: async () => undefined,
      },
      scheduler: world.scheduler,
      calendar: { events: () => [], notices: () => [], answer: () => false },
    },
    now: world.clock.now,
    timeMachine: world.timeMachine,
    issueToken: async (email) =>
      email.endsWith('@acme.example')
        ? { token: `token of ${email}` }
        : { refusal: `${email} is not one of Acme’s managers.` },
    runCanary: async () => undefined,
    failures: createFailureLog(world.clock.now, () => undefined),
    appUrl: 'http://127.0.0.1:8080',
    tenant: { name: 'Acme', timezone: 'Europe/Amsterdam', colour: '#0b5d4e' },
  };
  const answer: Answer = createConsole(options);
  const url = (path: string) => `http://127.0.0.1:8081${path}`;
  return {
    world,
    options,
    get: (path: string) => answer(new Request(url(path))),
    send: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      answer(
        new Request(url(path), {
          method,
          headers: { host: '127.0.0.1:8081', ...headers },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      ),
    submit: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      answer(
        new Request(url(path), {
          method: 'POST',
          headers: { host: '127.0.0.1:8081', ...headers },
          body: new URLSearchParams(fields),
        }),
      ),
  };
}
