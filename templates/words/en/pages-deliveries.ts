import { own, type Phrase, say } from '../../parts/phrase.ts';
import { everybody, type Named, Who } from './names.ts';

/** Every kind of delivery as the pages call it; with the action it is about where it is about one. */
const kinds = {
  recap: 'The recap',
  reminder: 'A reminder to answer',
  'not-answered': 'Who has not answered yet',
  start: 'Today you start',
  'mid-way': 'Half way: how is it going?',
  'heads-up': 'Due soon',
  today: 'Today, start and due',
  'partner-help': 'How a partner can help',
  'due-check': 'Done, or not yet?',
  consequence: 'It didn’t happen: what got in the way?',
  'missed-not-reported': 'We haven’t heard from you',
  celebration: 'It was done: a thank-you',
  agenda: 'What you talk about',
  'wrap-up': 'Wrap-up: verdicts, or the next talk',
  changed: 'What changed',
  correction: 'A correction',
  cancelled: 'It is called off',
  'change-asked': 'Somebody asks for a change',
  'change-unanswered': 'A change still waits for an answer',
  'nothing-counts': 'Nothing counts until it is answered',
  'new-dates': 'Back again: propose new dates',
  'no-report': 'No word yet: how does it stand?',
  'address-failed': 'A mailbox could not be reached',
  'handed-over': 'Handed over',
  declined: 'Somebody can’t come to the check-in',
  wrote: 'What came by mail, passed on',
  note: 'What somebody needs, passed on',
  share: 'The note',
  digest: 'Your week',
  invitation: 'The invitation to the check-in',
  'invitation-cancelled': 'The check-in leaves the calendar',
  entry: 'The due date, for the calendar',
  'entry-done': 'The calendar entry becomes “Done”',
  'entry-cancelled': 'The due date leaves the calendar',
} as const;

/** Why each kind of mail comes at all, told to whoever got it. */
const reasons = {
  recap: 'You were in the conversation, so you get your own recap of it.',
  reminder: 'The recap had not been answered yet.',
  'not-answered': 'Somebody had not answered after two reminders.',
  start: 'Something you said yes to starts.',
  'mid-way': 'You wanted a look half way.',
  'heads-up': 'Something you said yes to is due soon.',
  today: 'Something you said yes to starts and is due today.',
  'partner-help': 'You are the partner of something that is under way.',
  'due-check': 'Something you said yes to was due, and we ask how it went.',
  consequence: 'Somebody told us that it didn’t happen.',
  'missed-not-reported': 'We asked and heard nothing for a working day.',
  celebration: 'Something that was agreed was kept.',
  agenda: 'You talk again the next working day.',
  'wrap-up': 'The check-in was over an hour ago.',
  changed: 'Something that concerns you was changed.',
  correction: 'An earlier mail had it differently.',
  cancelled: 'The conversation was called off.',
  'change-asked': 'Somebody asked for a change that you answer.',
  'change-unanswered': 'A change that you answer is still open, and its date has come.',
  'nothing-counts': 'You asked for a change in time and nobody answered.',
  'new-dates': 'Something was due while you were away.',
  'no-report': 'There was no word, and you decide how it stands.',
  'address-failed': 'A mail of this conversation reached nobody.',
  'handed-over': 'The conversation has another manager now.',
  declined: 'Somebody’s calendar declined the invitation to talk.',
  wrote: 'A mail came to the address of somebody in your conversation.',
  note: 'Somebody in your conversation would rather talk, or named the help it takes.',
  share: 'A note was shared with you.',
  digest: 'A week of yours began with something to tell.',
  invitation: 'You talk again, and the time belongs in your calendar.',
  'invitation-cancelled': 'The check-in you were invited to is called off.',
  entry: 'You said yes to a date, and it belongs in your calendar.',
  'entry-done': 'It was kept, so your time is free again.',
  'entry-cancelled': 'The date no longer holds.',
} as const;

const skips = {
  'lead-time-passed': 'skipped, its lead time had passed',
  'recap-covers-it': 'skipped, the recap says it',
  'after-due': 'skipped, it would have come after the due date',
  'before-start': 'skipped, it would have come before the start',
  'too-close-to-recap': 'skipped, the recap had left only hours before',
  'not-agreed': 'skipped, it was not agreed by then',
  'change-open': 'skipped, a change was still open',
  answered: 'not needed, it was answered',
  settled: 'not needed, it was settled',
  'check-in-decides': 'not needed, you talk and the talk decides',
  paused: 'skipped, away then',
  'opted-out': 'not sent, this kind of mail is not wanted',
  'no-address': 'not sent, there is no mail address; tell it in person, or print it',
  'address-failed': 'not sent, mail to this address has stopped',
  'address-corrected': 'not sent, the right address came later',
  removed: 'not sent, no longer part of the conversation',
  'said-in-person': 'not needed, it was said in person',
  'same-day': 'skipped, another mail of the day says it',
  'light-contact': 'skipped, light contact: only “Done, or not yet?” comes',
  'check-in-over': 'skipped, the check-in was over',
  'never-sent': 'not needed, there was nothing to take back',
  'nothing-to-tell': 'not needed, there was nothing to tell',
  undone: 'not needed, it was taken back in time',
  expired: 'expired, it would have come too late to be of use',
} as const;

/** What stands in a calendar beside the check-ins. */
const sideKinds = {
  coaching: {
    invitation: 'The invitation to a session to learn how',
    'invitation-cancelled': 'A session to learn how leaves the calendar',
  },
  cadence: {
    invitation: 'The invitation to short talks',
    'invitation-cancelled': 'The short talks leave the calendar',
  },
} as const;

const sideReasons = {
  coaching: {
    invitation: 'You and somebody else were asked to a session to learn how.',
    'invitation-cancelled': 'A session that you were invited to does not take place.',
  },
  cadence: {
    invitation: 'Short talks were offered to you; you can say no to them.',
    'invitation-cancelled': 'The short talks have ended for you.',
  },
} as const;

const states = {
  left: 'sent',
  ahead: 'will leave',
  'if-agreed': 'only if they say yes by then',
  skipped: 'not needed',
  expired: 'expired, it was held until it was too late to be of use',
  overdue: 'leaves in a moment',
} as const;

export const deliveries = {
  kinds,
  sideKinds,
  sideReasons,
  reasons,
  skips,
  states,
  title: (kind: string, about: Phrase | undefined): Phrase =>
    about === undefined ? own(kind) : say`${own(kind)}${own(kind.endsWith('?') ? ' ' : ': ')}${about}`,
  to: (people: readonly Named[]) => say`to ${everybody(people)}`,
  became: (people: readonly Named[], became: string) => {
    const [only, ...others] = people;
    return say`${only && others.length === 0 ? Who(only) : everybody(people)}: ${own(became)}`;
  },
  talk: (minutes: string) => say`You talk, ${own(minutes)}`,
  talkOff: say`A check-in that was called off`,
  earlier: (moments: number, from: string, to: string) => `Earlier: ${moments} moments, ${from} to ${to}`,
  later: (moments: number, to: string) => `Later: ${moments} moments, until ${to}`,
  now: (time: string) => `Now, ${time}`,
};
