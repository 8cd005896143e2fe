import { cut } from '../../templates/parts/cut.ts';
import type { Conversation, Person } from '../domain/conversation.ts';
import { CALENDAR_ANSWERS, type CalendarAnswer } from '../domain/facts.ts';
import { type CheckInId, type CommitmentId, checkInId, entryId } from '../domain/ids.ts';
import { type Instant, instant } from '../domain/instant.ts';
import type { MailCommand } from '../domain/mail-commands.ts';
import type { AnsweredEntry, CalendarPart, IncomingMail, ReceivedMail } from './incoming-mail.ts';
import { ownWords } from './own-words.ts';

type From = { conversation: Conversation; person: Person; proved: boolean };
type Entry = AnsweredEntry & { about: CheckInId | CommitmentId };

const WORDS_LIMIT = 2000;

/** The entries of a calendar part that are ours and this person's: a UID names conversation, subject and person. */
function ownEntries({ entries }: CalendarPart, { conversation, person }: From): Entry[] {
  return entries.flatMap((entry) => {
    const [named = ''] = entry.uid.toLowerCase().split('@');
    const subject = named.slice(conversation.id.length + 1, -(person.id.length + 1));
    const about = entryId.safeParse(subject);
    const isOurs = about.success && named === `${conversation.id}-${about.data}-${person.id}`;
    // An answer to one occasion counts only if that is all there is: of a series it says nothing about the others.
    const talk = conversation.sideTalks.find(({ id }) => about.success && id === about.data);
    const isOnly = talk?.kind !== 'cadence' && entry.occasion === entry.start;
    const isWhole = entry.occasion === undefined || isOnly;
    return isOurs && isWhole ? [{ ...entry, about: about.data }] : [];
  });
}

/** What the person says in an entry: as the attendee of their address, or as its only one, whatever alias it names. */
function answerIn({ attendees }: Entry, { person }: From): CalendarAnswer | undefined {
  const theirs = attendees.find(({ email }) => email === person.email);
  const said = theirs ?? (attendees.length === 1 ? attendees[0] : undefined);
  return CALENDAR_ANSWERS.find((answer) => answer === said?.answer);
}

/** A calendar part says that it is an answer; where it does not, that somebody answers in it does. */
function isReply({ method }: CalendarPart, entries: readonly Entry[], from: From): boolean {
  return (
    method === 'REPLY' || (method === '' && entries.some((entry) => answerIn(entry, from) !== undefined))
  );
}

function answered(entry: Entry, from: From, { at }: ReceivedMail): MailCommand[] {
  const answer = answerIn(entry, from);
  if (!answer) return [];
  const { about, sequence, start } = entry;
  // A program whose clock is ahead must not win over every later answer.
  const stamp: Instant = instant(Math.min(entry.stamp ?? at, at));
  return [{ type: 'answer-invitation', about, answer, sequence, start, stamp }];
}

function said(words: string, files: readonly string[], isTheirs = true): MailCommand[] {
  return words === '' && files.length === 0 ? [] : [{ type: 'write', words, isTheirs, files: [...files] }];
}

/** What was written with an answer: Outlook puts it into the mail, others beside their own sentence into the calendar. */
function remark(mail: IncomingMail, calendar: CalendarPart, entries: readonly Entry[]): string {
  const comment = entries.map((entry) => entry.comment.trim()).find((text) => text !== '');
  if (comment !== undefined) return cut(comment, WORDS_LIMIT);
  return /microsoft|outlook|exchange/iu.test(calendar.program) ? ownWords(mail.text) : '';
}

function ofCalendar(mail: IncomingMail, calendar: CalendarPart, from: From, received: ReceivedMail) {
  const entries = ownEntries(calendar, from);
  const words = remark(mail, calendar, entries);
  if (calendar.method === 'COUNTER') {
    const [proposal] = entries;
    const checkIn = checkInId.safeParse(proposal?.about);
    if (!checkIn.success) return undefined;
    const write: MailCommand = {
      type: 'write',
      words: proposal?.start === undefined && words === '' ? mail.subject : words,
      isTheirs: true,
      files: [...mail.files],
      checkIn: checkIn.data,
      proposed: proposal?.start,
    };
    return [write];
  }
  if (!isReply(calendar, entries, from)) return undefined;
  const answers = entries.flatMap((entry) => answered(entry, from, received));
  return answers.length === 0 ? undefined : [...answers, ...said(words, mail.files)];
}

/**
 * What a mail means in its person's conversation. Words are never guessed into anything: what a calendar does not answer is
 * a note, and so is everything whose sender is not proved; files are named in it and not kept. A mail without words, but with a picture or a calendar, is noted with its
 * subject, so that nothing vanishes.
 */
export function commandsOf(mail: IncomingMail, received: ReceivedMail, from: From): MailCommand[] {
  const { calendar } = mail;
  const answers = calendar && from.proved ? ofCalendar(mail, calendar, from, received) : undefined;
  if (answers) return answers;
  const words = ownWords(mail.text);
  const told = words === '' && (calendar || mail.hasMore) ? mail.subject : words;
  return said(told, mail.files, from.proved);
}
