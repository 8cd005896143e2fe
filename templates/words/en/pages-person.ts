import { own, type Phrase, quote, say, strong } from '../../parts/phrase.ts';
import { everybody, type Named, verb, Who, who } from './names.ts';

const said: Record<string, string> = {
  recap: 'You understand what everybody does',
  agreed: 'You will do it',
  kept: 'You did it',
  missed: 'Not yet',
};

/** A participant's page, reached by the link in every mail. */
export const personPage = {
  actingAs: (name: string) => say`You are answering as ${strong([{ is: 'given', text: name }])}`,
  titles: {
    ask: (name: string) => say`Is this right, ${name}?`,
    due: own('Done, or not yet?'),
    agreed: own('What we agreed'),
    ended: own('This conversation is over'),
    partner: (helped: readonly Named[]) => say`You help ${everybody(helped)}`,
  },
  askLead: (manager: Named): Phrase =>
    say`${Who(manager)} wrote down what you agreed. Until you answer, nothing counts.`,
  agreedLead: (title: string) => say`About “${title}”.`,
  dueLead: 'One tap is enough, and both answers are fine to give.',
  partnerLead: 'A partner helps and cheers. Nothing is asked of you here, and nothing is yours to check.',
  endedLead: 'Nothing leaves any more, and nothing counts against you.',
  mine: 'What you do',
  nothingMine: 'You have no commitment of your own here.',
  answerAll: 'Your answer, for all of yours',
  agree: 'I’ll do it',
  agreeFair: 'and the consequence is fair',
  agreePlain: 'as it stands here',
  agreeTalk: 'but let’s talk about the consequence',
  agreeReword: 'What should follow instead?',
  agreeRewordHint: 'Leave it empty and you talk about it.',
  change: 'Something is not right',
  changeSay: 'say what, in your own words',
  changeLabel: 'What is not right?',
  send: (manager: Named) => say`Send it to ${who(manager)}`,
  slip: 'A slip? You can take an answer back for two minutes.',
  only: 'Answer only this one',
  consequenceAsk: 'What should follow if it doesn’t happen?',
  accept: 'The consequence is fair',
  reword: 'Another consequence, in your own words',
  report: 'Done, or not yet?',
  done: 'Done',
  notYet: 'Not yet',
  doneWith: 'Done, and send this',
  notYetWith: 'Not yet, and send this',
  putRight: 'I did it',
  putRightSmall: 'puts it right',
  reason: 'What got in the way?',
  along: 'A word with it',
  explainAgain: 'Say it differently',
  reasons: [
    { value: 'needed-to-learn', label: 'I needed to learn how' },
    { value: 'in-the-way', label: 'Something was in the way' },
    { value: 'chose-something-else', label: 'I chose something else' },
    { value: 'rather-talk', label: 'I’d rather talk' },
  ],
  readBy: (readers: readonly Named[], others: readonly Named[]): Phrase => {
    const first = say`${everybody(readers)} ${verb(readers, 'reads', 'read')} this before you talk.`;
    return others.length === 0
      ? first
      : say`${first} ${everybody(others)} ${verb(others, 'does', 'do')} not.`;
  },
  sayIt: 'Send it',
  sayNothing: 'Say nothing more',
  anotherDate: 'Another date?',
  newDate: 'The date you can keep',
  newDateHint: 'Without a time it is the end of your day. Until it is answered, nothing counts against you.',
  proposeDate: 'Propose it',
  helped: 'What helped?',
  helpedHint: 'A sentence from you is worth more than a figure.',
  bring: 'What do you want to bring?',
  bringHint: 'It goes on the agenda of the check-in; everybody sees it there.',
  bringButton: 'Bring it',
  brought: 'You bring',
  helping: 'What they do',
  others: 'What the others do',
  calendar: 'Your calendar, always current',
  elsewhere: 'Your other conversations',
  calendarMeans:
    'Every talk and every due date of yours, from all open conversations. It tells titles and times, nothing else, and follows when something moves.',
  calendarAdd: 'Add it to your calendar',
  calendarAddress: 'Or copy its address',
  calendarHint:
    'For “add a calendar from the web” in Google Calendar or Outlook. Whoever has it can read along.',
  calendarRenew: 'Make a new address',
  calendarRenewMeans: 'The old one stops working at once.',
  calendarRenewElsewhere:
    'Has somebody else got hold of it? Your own link in any of your recaps makes a new address.',
  talk: 'You talk again',
  away: (back: string) =>
    `You are away until ${back}. Nothing is asked of you until then, and nothing counts against you.`,
  noTalk: 'No check-in is planned.',
  happened: 'What happened',
  overlooked: 'What was overlooked last time',
  never: 'How you never have this conversation again',
  waitsForYou: 'Waits for your answer',
  answered: 'This has its answer already.',
  waiting: (decider: Named) => say`Waiting for ${who(decider)}`,
  asked: {
    words: 'You said that something is not right',
    date: 'You proposed another date',
    consequence: 'You said what should follow',
    'kept-after-all': 'You said that it was done after all',
  },
  contest: 'I see it differently',
  contestLabel: (manager: Named) => say`What ${who(manager)} reported as done: how do you see it?`,
  saidForYou: (manager: Named, when: string) =>
    say`Entered by ${who(manager)} on ${own(when)}, as said by you in person`,
  said: (code: string) => said[code] ?? code,
  object: 'That is not what I said',
  objectLabel: 'What did you say?',
  objected: 'You objected; it does not stand.',
  seen: (answers: readonly Named[], agreed: readonly Named[]): Phrase => {
    const first = say`${everybody(answers)} ${verb(answers, 'sees', 'see')} your answers`;
    return agreed.length === 0
      ? say`${first}.`
      : say`${first}; ${everybody(agreed)} ${verb(agreed, 'sees', 'see')} what is agreed.`;
  },
  erased: (days: number) => `Erased ${days} days after it closes.`,
  fewer: 'Fewer mails',
  why: 'Why did I get this?',
  notYou: 'Not you? Then close this page, and tell who sent you the mail.',
  whyTitle: 'Why did I get this?',
  whyLead: 'Every mail and invitation of this conversation to you, and what caused it.',
  whyNone: 'Nothing was sent to you yet.',
  cause: (fact: Phrase, when: string) => say`Because on ${own(when)}: ${fact}.`,
  back: 'Back to what we agreed',
  conversation: 'Open the conversation',
  unsubscribeTitle: 'Which mails do you want?',
  unsubscribeLead: (tenant: string) =>
    say`For everything of ${tenant} here, not only this conversation. The manager sees what you stopped.`,
  unsubscribeAlways: 'Recaps, changes, cancellations and answers always come.',
  kinds: [
    { value: 'reminders', label: 'Reminders to answer' },
    { value: 'nudges', label: 'Start, due date, and “done, or not yet?”' },
    { value: 'celebrations', label: 'Celebrations' },
    { value: 'check-ins', label: 'What you talk about, the day before a check-in' },
    { value: 'digest', label: 'Your week, on its first working day, if you lead conversations' },
    { value: 'shares', label: 'Notes that ask nothing of you' },
  ],
  keepKinds: 'I want these',
  saveKinds: 'Save',
  savedKinds: 'Saved. You can change it here any time.',
  stopped: 'Stopped. Nothing optional comes any more; it can be changed on the same page.',
  notedThanks: 'Thank you for saying so.',
  quoteOf: (words: string) => say`${quote(words)}`,
};
