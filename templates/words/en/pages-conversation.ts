import type { Tenant } from '../../../functions/domain/tenant.ts';
import { own, type Phrase, say } from '../../parts/phrase.ts';
import { CALENDARS } from './calendar-names.ts';
import { everybody, InWords, type Named, verb, Who, who, whose } from './names.ts';

const whoseCalendar = (person: Named): Phrase =>
  person.you ? say`Your calendar` : say`${person.name}’s calendar`;

/** The manager's page of one conversation. */
export const conversationPage = {
  done: (noted: Phrase, what: Phrase) => say`${noted} ${what}.`,
  recorded: (day: string, now: string) => say`Recorded on ${own(day)}. It is ${own(now)}.`,
  leaves: (time: string) => `It leaves at ${time}.`,
  leavesOn: (day: string, time: string) => `It leaves on ${day}, ${time}.`,
  leavesLead: (people: readonly Named[]) =>
    say`Until then you can take it back. After that it is on its way to ${everybody(people)}.`,
  look: 'Look at the form again',
  ended: {
    closed: 'Closed. Nothing leaves any more.',
    cancelled: 'Called off. Nothing leaves any more.',
    'taken-back': 'Taken back before anything left.',
  },
  again: 'Back to the form, everything as you typed it',
  needs: 'Needs you',
  who: 'Who does what',
  time: 'What happened, and what comes',
  timeLabel: 'Facts, mails and plan',
  nothing: 'Nothing needs you now.',
  end: (owner: Named) =>
    owner.you ? own('Yours was due: done, or not yet?') : say`How did ${whose(owner)} part end?`,
  isAsked: (owner: Named) => say`${Who(owner)} is asked too; say it only if you know.`,
  wasDue: (due: Phrase) => say`Due ${due}`,
  wrapUp: 'You talked: how did it end?',
  declined: (person: Named, when: Phrase) => say`${Who(person)} can’t make ${when}`,
  timeProposed: (people: readonly Named[], when: Phrase) =>
    say`${everybody(people)} ${verb(people, 'proposes', 'propose')} ${when}`,
  instead: (when: Phrase) => say`Instead of ${when}. You can choose it below.`,
  chooseAnother: 'Choose another time below, or leave it as it is.',
  orClose: 'Then close it, or put the next talk in the calendar.',
  actions: 'What you can do',
  can: 'What you can do here',
  move: 'Move the check-in',
  amend: 'Amend',
  pause: 'Pause somebody',
  cancel: 'Call it off',
  answered: 'This has its answer already; you see it below.',
  waits: (count: number) => (count === 1 ? 'One thing needs you.' : `${InWords(count)} things need you.`),
  people: 'People',
  roles: { manager: 'manager', participant: 'participant', partner: 'partner' },
  gets: (person: Named) => say`Mails to ${who(person)}`,
  getsLabel: (name: string) => `Mails to ${name}`,
  mails: (count: number) => (count === 1 ? '1 moment' : `${count} moments`),
  noMail: 'No mail address: say it in person, or print the recap.',
  failed: (why: string) => `No mail goes there: ${why}.`,
  away: (from: string, until: string) =>
    `Away ${from} to ${until}: no mail, and nothing is held against anybody.`,
  stopped: (person: Named, kinds: string) =>
    say`${who(person)} ${own(person.you ? 'have' : 'has')} stopped by mail: ${own(kinds)}.`,
  removed: 'No longer part of it.',
  checkIns: 'When you talk',
  off: 'Called off',
  calendarSays: {
    accepted: (person: Named) => say`${whoseCalendar(person)} says yes`,
    tentative: (person: Named) => say`${whoseCalendar(person)} says maybe`,
    declined: (person: Named) => say`${whoseCalendar(person)} says no`,
  },
  proposedBy: (people: readonly Named[]) =>
    say`${everybody(people)} ${verb(people, 'proposes', 'propose')} it`,
  texts: 'What was written down',
  happened: 'What happened',
  happenedIn: 'In everybody’s recap',
  happenedNot: 'Only you read this',
  never: 'How you never have this conversation again',
  overlooked: 'What we overlooked last time',
  againTitle: 'The same, another time',
  againOn: (day: string, title: string, page: string): Phrase =>
    say`You talked about it on ${own(day)}: ${{ is: 'link', to: page, of: say`${title}` } as const}.`,
  againAgreed: 'You agreed then:',
  againGone: 'You talked about it before; what you agreed then is no longer here for you to read.',
  cameBack: (day: string, title: string, page: string): Phrase =>
    say`It came back on ${own(day)}: ${{ is: 'link', to: page, of: say`${title}` } as const}.`,
  whole: 'The whole conversation',
  sees: 'Who sees this',
  seesAll: (others: readonly Named[], days: number): Phrase =>
    say`You see all of it. ${everybody(others)} ${verb(others, 'sees', 'each see')} their own part, your part, and what everybody keeps. It is erased ${own(String(days))} days after it closes.`,
  objected: (person: Named) => say`${Who(person)} objects to what was entered as said in person`,
  calendarLost: (calendar: Tenant['calendar'], at: string) =>
    `Reconnect ${CALENDARS[calendar]}: since ${at} it no longer lets us into your calendar. New invitations go by mail; what stands there already stays as it is. Ask whoever runs this for you to reconnect it.`,
  brings: 'For the agenda',
  objectedWords: (person: Named) => say`${who(person)}`,
  former: 'Mails about what has changed since',
  recapPrint: 'For paper: print this page from your browser. This line and the menu stay away.',
  recapTitle: (person: Named) => say`What was agreed, for ${who(person)}`,
  recapLead: (manager: Named, title: string) =>
    say`${Who(manager)} wrote down what you agreed about “${title}”.`,
  recapMine: 'What you do',
  recapOthers: 'What the others do',
  recapTalk: 'You talk again',
  recapAnswer: 'To answer, point a phone’s camera at this, or type the address. No account, no password.',
  recapSay: 'Or say it in person; it can be entered for you, and you see who entered what.',
  recapErased: (days: number) => `It is erased ${days} days after it closes.`,
  back: 'Back to the conversation',
  amendTitle: 'What should it say?',
  amendLead:
    'Change what is written down. Whoever has to know gets one mail; what is materially different is agreed anew.',
  amendCommitment: (owner: Named) => say`${Who(owner)}`,
  amendRemove: 'Take this one out; it is let go',
  amendAdd: 'One more commitment',
  amendAddPerson: 'One more person',
  amendOwner: 'Whose is it?',
  amendButton: 'Save and tell them',
  amendNewOwner: 'the person added above',
};
