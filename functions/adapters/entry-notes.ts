import { createHash } from 'node:crypto';
import type { EntryChange, EntryPut, StandingEntry } from '../app/calendar-provider.ts';
import { personId } from '../domain/ids.ts';

/** What an event keeps of ours where its people do not see it. */
export type Notes = Readonly<Record<string, string>>;

const SHORT = 10;

/** Stands for a text where the text itself must not or need not stand. */
export function short(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, SHORT);
}

/** As which addresses are compared. */
export function sameAddress(email: string): string {
  return email.toLowerCase();
}

/** The guests of an entry as addresses, in an order of their own. */
export function addressesOf({ guests }: EntryPut): string[] {
  return guests.map(({ email }) => sameAddress(email)).sort();
}

/** What to note of an entry; `states` stand for what people see of it. */
export function notesOf(put: EntryPut, states: Notes): Record<string, string> {
  return {
    ...put.marks,
    conversation: put.conversation,
    subject: put.subject,
    decidedAt: `${put.decidedAt}`,
    ...states,
    ours: put.guests.map(({ email }) => short(sameAddress(email))).join(' '),
  };
}

/** By which delivery an event last reached each person. */
export function marksIn(notes: Notes): StandingEntry['marks'] {
  const marks = Object.entries(notes).flatMap(([name, value]) => {
    const person = personId.safeParse(name).data;
    return person === undefined ? [] : [[person, value] as const];
  });
  return Object.fromEntries(marks);
}

/** Whether the deliveries of a change stand in an event. */
export function isMarked(notes: Notes, { marks }: EntryChange): boolean {
  return Object.entries(marks).every(([person, key]) => notes[person] === key);
}

/** Whether a change was overtaken by what an event shows now; one that never had anything of ours was decided at 0. */
export function isOvertaken(notes: Notes, { decidedAt }: EntryChange): boolean {
  return Number(notes.decidedAt ?? 0) > decidedAt;
}

/**
 * Who is to stand in an event. Ours are replaced, with their answers kept; guests whom somebody else added stay. No answer
 * is ever preset. `addressOf` reads a guest as the service knows one, `made` makes one.
 */
export function guestsFor<Guest>(
  put: EntryPut,
  known: { guests: readonly Guest[]; notes: Notes } | undefined,
  as: { addressOf: (guest: Guest) => string; made: (person: EntryPut['guests'][number]) => Guest },
): Guest[] {
  const wanted = new Map(put.guests.map((one) => [sameAddress(one.email), one]));
  const ours = new Set((known?.notes.ours ?? '').split(' '));
  const staying = (known?.guests ?? []).filter((guest) => {
    const address = sameAddress(as.addressOf(guest));
    return wanted.has(address) || !ours.has(short(address));
  });
  const there = new Set(staying.map((guest) => sameAddress(as.addressOf(guest))));
  const joining = [...wanted].filter(([address]) => !there.has(address));
  return [...staying, ...joining.map(([, person]) => as.made(person))];
}
