import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { everybody, InWords, type Named, whose } from './names.ts';
import { formMoments } from './pages-form-moments.ts';

const NAMES: Record<string, string> = {
  title: 'About what',
  timezone: 'Time zone',
  'manager.name': 'Your name',
  'manager.email': 'Your address',
  whatHappened: 'What happened',
  neverAgain: 'Never again',
  again: 'Whether it is the same again',
  overlooked: 'What we overlooked',
  'checkIn.at': 'When you talk next',
  'checkIn.minutes': 'Minutes',
  'checkIn.where': 'Where',
  name: 'name',
  email: 'mail address',
  owner: 'who does it',
  action: 'what',
  dueBy: 'by when',
  startBy: 'from when',
  evidence: 'how everybody knows',
  consequence: 'if it doesn’t happen',
  celebration: 'when it does',
  partner: 'partner',
};

/** What a field is called in the list of what is wrong. */
function fieldName(path: string): string | undefined {
  const [, list, index, field = ''] = /^(\w+)\[(\d+)\]\.?(\w*)/.exec(path) ?? [];
  const what = NAMES[field] ?? field;
  if (list === 'participants') return `Person ${Number(index) + 1}, ${what}`;
  if (list === 'commitments') return index === '0' ? `What you do, ${what}` : `Commitment ${index}, ${what}`;
  return list === 'laterCheckIns' || path === 'second' ? 'When you talk again' : NAMES[path];
}

/** What a field of the page that amends is called: "change.c1.dueBy", "person.email". */
function amendedName(path: string): string | undefined {
  const what = NAMES[path.split('.').at(-1) ?? ''];
  return what?.replace(/^./u, (first) => first.toUpperCase());
}

/** What a message for programs says to somebody in front of the form. */
function inForm(message: string): string {
  return message
    .replace(' ("habit": true)', '')
    .replace(/Set [\w.]+ to "earlier"/, 'Choose the earlier one')
    .replace(' or "later" ', ' or the later one ')
    .replace(/^Write a date such as.*/, 'Choose a day, or write one: “Friday”, “15 January”, “in a week”.')
    .replace(/^Say at what time,.*/, 'Say at what time.')
    .replace(/^Leave dueBy out, or habit\./, 'Leave the date empty, or take the habit away.')
    .replace(
      /(?:the same address as) participants\[(\d+)\]/i,
      (_, index) => `The same address as person ${Number(index) + 1}`,
    );
}

/** The form in which a manager writes down what was agreed. */
export const form = {
  ...formMoments,
  title: 'What did you agree?',
  lead: 'Two minutes. Nothing leaves until you press send, and then there is a minute to take it back.',
  again: 'Here is everything as you typed it.',
  draftFound: 'Your draft of',
  draftFoundEnd: 'is here.',
  draftStays: 'It is kept in this browser alone, and gone once you send it or sign out.',
  draftResume: 'Go on with it',
  draftAfresh: 'Start afresh',
  draftKept: 'Draft kept in this browser, and nowhere else, at',
  offline: 'No connection. Your draft is safe in this browser. Nothing leaves until you press again.',
  working: 'Working out who gets what …',
  fieldName,
  amendedName,
  inForm,
  named: (name: string | undefined, message: string) =>
    name === undefined ? message : `${name}: ${message}`,
  errors: (count: number) =>
    count === 1 ? 'One thing, then it can go.' : `${InWords(count)} things, then it can go.`,
  whoTitle: 'Who, and about what',
  topic: 'About what, in a few words',
  topicHint: 'It stands in the subject of everybody’s mails.',
  withWhom: 'With whom',
  personName: (number: number) => `Person ${number}, name`,
  personMail: (number: number) => `Person ${number}, mail address`,
  personMailHint: 'Without one, you print the recap or say it in person.',
  personZone: 'Time zone, if another',
  addPerson: 'Add another person',
  removePerson: (name: string) => `Remove ${name}`,
  aboutYou: 'You',
  yourName: 'Your name',
  zone: 'Time zone of the conversation',
  happened: 'What happened',
  happenedHint: 'What a camera would have seen. Only you read this.',
  include: 'Put it in the recap too, so that everybody reads it',
  repeated: (title: string, day: string, people: readonly Named[]): Phrase =>
    say`You talked about ${quote(title)} on ${own(day)} with ${everybody(people)}.`,
  repeatedAsk: 'Is it the same again?',
  repeatedYes: 'Yes, again',
  repeatedNo: 'No, something else',
  overlooked: 'It happens. What did we overlook last time?',
  overlookedHint: 'Only you read this, unless you put it in the recap.',
  includeOverlooked: 'Put it in the recap too, so that everybody reads it',
  repeatedRead: 'Read what you agreed then',
  neverTitle: 'Never again',
  never: 'How do we never have this conversation again?',
  neverHint: 'The answer you found together, in the words that were said.',
  whatTitle: 'Who does what',
  mine: say`What will ${{ is: 'strong', of: own('I') } as const} do?`,
  mineHint:
    'It takes two. Yours is chased like theirs, and if you miss it they are told. Leave it empty if there is nothing.',
  iWill: 'I will …',
  card: (number: number) => `Commitment ${number}`,
  owner: 'Who does it?',
  ownerMe: 'I',
  ownerNumber: (number: number) => `Person ${number}`,
  will: 'Will …',
  willHint: 'One thing, and the result rather than the activity.',
  change: 'Change',
  due: 'By when?',
  dueOther: 'Or another day, in words',
  dueExample: '15 January, or Friday 17:00',
  dueHint: 'Without a time it is the end of that person’s day.',
  start: 'From when?',
  startHint: 'Today, if you leave it empty.',
  startExample: 'Monday',
  habit: 'It is a habit: kept from the start on, looked at when you talk. Leave the date empty.',
  evidence: 'How will everybody know?',
  consequence: 'And if it doesn’t happen?',
  consequenceHint:
    'What makes success likelier next time? A proposal until its owner accepts or rewords it; leave it empty and we ask.',
  celebration: 'And when it does?',
  ideas: 'To start from',
  consequences: [
    'We look at it together for fifteen minutes every Monday, until it holds',
    'Asking for help a week before the date, not after it',
    'We do it once side by side, from start to end',
    'We decide what to leave out, so that this fits in',
  ],
  celebrations: [
    'A thank-you in front of the team',
    'A long coffee together',
    'Ten minutes to show the others how it was done',
    'We cross it off together',
  ],
  partner: 'A partner who helps and cheers, by mail address',
  moreAbout: 'Start, partner, habit',
  moreAboutMine: 'Start, what if not, what then, partner',
  addCommitment: 'Add another commitment',
  copy: 'Copy',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove',
  row: (verb: string, what: string) => `${verb}: ${what}`,
  talkTitle: 'When you talk next',
  talk: 'Fifteen minutes, in one or two weeks',
  talkOther: 'Or another time, in words',
  talkExample: 'Thursday 9:30',
  minutes: 'Minutes',
  where: 'Where',
  talkMore: 'How long, and where',
  talkAgain: (number: number) => `And again, ${number}`,
  second: (moment: string): Phrase =>
    say`And again on ${{ is: 'strong', of: own(moment) } as const}, after the last date`,
  addTalk: 'Add another check-in',
  removeTalk: (number: number) => `Remove check-in ${number}`,
  sendTitle: 'Send it',
  sendLead: 'Everybody gets their own recap. Sending is your own yes; theirs is theirs to give.',
  send: 'Send the recap',
  sendNow: 'Send it now',
  sendLater: (when: string) => `Send it ${when}`,
  late: (time: string) => say`It is ${own(time)} for you. Let it wait?`,
  tomorrow: (time: string) => `tomorrow, ${time}`,
  thisMorning: (time: string) => `this morning, ${time}`,
  preview: 'See who gets what',
  previewTitle: 'Who gets what',
  previewLead:
    'Every mail and invitation, in each person’s own time. Nothing is stored and nothing leaves yet.',
  backToSend: 'All right? Back to the button',
  previewNone: 'Every mail and every moment stands here, before anything leaves: press “See who gets what”.',
  previewWaits: 'Every mail and every moment stands here, as soon as this is clear:',
  gets: (mails: number) => (mails === 1 ? '1 mail' : `${mails} mails`),
  timeline: (person: Named): Phrase =>
    say`What ${person.you ? own('you') : person.name} ${own(person.you ? 'get' : 'gets')}`,
  recap: (person: Named) => say`${own('')}${whose(person)} recap`,
  asMail: 'Open it as the mail it will be',
  recapSubject: (subject: string) => say`Subject: ${subject}`,
  you: 'You',
  used: (link: string): Phrase =>
    say`This form was sent before, with other words. ${{ is: 'link', to: link, of: own('Open what you sent') } as const}, or press send again for a second conversation.`,
  expired: 'Your sign-in changed since this page was opened. Look it over, then send it again.',
};
