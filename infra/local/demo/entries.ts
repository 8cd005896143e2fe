import type { ConversationState } from './client.ts';
import { cut, showable } from './columns.ts';
import type { ReadMail } from './inbox.ts';
import type { Cast } from './people.ts';
import type { Entry } from './timeline.ts';
import { cityOf, clockIn, shortDayIn, wallIn } from './times.ts';

export function doneEntry(at: number, who: string, text: string): Entry {
  return { at, who, text, mail: false, lines: 5, rank: 0 };
}

export function refusedEntry(at: number, who: string, text: string, refusal: string): Entry {
  return doneEntry(at, who, `${text} — not taken: ${showable(refusal)}`);
}

/** What the system made of hearing nothing. */
export function silenceEntries({ facts, state }: ConversationState, cast: Cast): Entry[] {
  return facts
    .filter(({ type }) => type === 'silencePassed')
    .map(({ at, details }) => {
      const commitment = state.commitments.find(({ id }) => id === details.commitment);
      const owner = cast.nameOf(commitment?.owner ?? '');
      const action = cut(showable(commitment?.action ?? ''), 60);
      const becomes =
        details.verdict === 'missed-not-reported' ? 'stands as not done for now' : 'is left for the talk';
      return doneEntry(Date.parse(at), '·', `no word from ${owner}: “${action}” ${becomes}`);
    });
}

/** The reader's own clock, where it shows another time than the conversation's. */
function localTime(at: number, theirs: string, zone: string): string {
  const [mine, other] = [wallIn(zone, at), wallIn(theirs, at)];
  if (mine === other) return '';
  const day = mine.slice(0, 10) === other.slice(0, 10) ? '' : `${shortDayIn(theirs, at)} `;
  return `[${day}${clockIn(theirs, at)} ${cityOf(theirs)}] `;
}

/** One line for each reader: subject and first line, as their mail program shows them. */
export function mailEntries(mail: ReadMail, cast: Cast, zone: string): Entry[] {
  const at = Date.parse(mail.at);
  const isCalendar = mail.calendar.length > 0;
  const subject = `${isCalendar ? '[calendar] ' : ''}${showable(mail.subject)}`;
  return mail.to.map((address) => ({
    at,
    who: cast.nameAt(address),
    text: `${localTime(at, cast.zoneAt(address) ?? zone, zone)}${subject} — ${showable(mail.firstLine)}`,
    mail: true,
    lines: 2,
    subject,
    rank: (isCalendar ? 1000 : 0) + cast.placeOf(address),
  }));
}
