import { createHash } from 'node:crypto';
import type { Instant } from '../../functions/domain/instant.ts';

/** Something that happened to a conversation. `quiet`: part of what is compared, but nothing that people read. */
export type Line = { at: Instant; who: string; what: string; quiet: boolean };

export type Trace = {
  note: (conversation: string | undefined, line: Omit<Line, 'at'>) => void;
  linesOf: (conversation: string) => readonly Line[];
  /** The same for the same lines, calls of ports included. */
  hashOf: (conversation: string) => string;
};

export function makeTrace(now: () => Instant): Trace {
  const all = new Map<string, Line[]>();
  const linesOf = (conversation: string) => all.get(conversation) ?? [];
  return {
    note: (conversation, { who, what, quiet }) => {
      if (conversation === undefined) return;
      const lines = all.get(conversation);
      const line = { at: now(), who, what, quiet };
      if (lines) lines.push(line);
      else all.set(conversation, [line]);
    },
    linesOf,
    hashOf: (conversation) => {
      const hash = createHash('sha256');
      for (const { at, who, what } of linesOf(conversation)) hash.update(`${at} ${who} ${what}\n`);
      return hash.digest('hex').slice(0, 16);
    },
  };
}

const NOBODY = '–';

/** The readable lines of a conversation, each with its local time. */
export function readable(lines: readonly Line[], zone: string): string[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return lines
    .filter(({ quiet }) => !quiet)
    .map(({ at, who, what }) => `${format.format(at)}  ${(who || NOBODY).padEnd(10)}  ${what}`);
}
