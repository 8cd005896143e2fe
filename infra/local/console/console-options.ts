import type { LocalServers } from '../aws/local-servers.ts';
import type { FailureLog } from '../failures.ts';
import type { TimeMachine } from '../time-machine.ts';

export type IssuedToken = { token: string } | { refusal: string };

/** What the console shows and moves. Never part of what runs in AWS. */
export type ConsoleOptions = {
  servers: Pick<LocalServers, 'calls' | 'faults' | 'ses' | 'scheduler' | 'calendar'>;
  now: () => number;
  timeMachine: TimeMachine;
  issueToken: (email: string) => Promise<IssuedToken>;
  /** One night of the canary, now: here nothing calls it by itself. Answers when the system is quiet again. */
  runCanary: () => Promise<void>;
  failures: FailureLog;
  appUrl: string;
  tenant: { name: string; timezone: string; colour: string };
};
