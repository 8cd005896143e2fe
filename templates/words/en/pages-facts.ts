import { own, type Phrase, quote, say, strong } from '../../parts/phrase.ts';
import { wrote as mail } from './mail-in.ts';
import { everybody, type Named, Who, who, whose } from './names.ts';

const does = (one: Named, you: string, other: string): Phrase => own(one.you ? you : other);
const did = (one: Named, what: Phrase): Phrase => say`${strong(say`${Who(one)} ${what}`)}`;

const verdicts = {
  kept: 'kept',
  'kept-late': 'kept, told late',
  missed: 'missed',
  'missed-not-reported': 'missed, not reported',
  unresolved: 'still open',
  released: 'let go by both sides',
} as const;

const saidAs = {
  recap: 'understood the recap',
  agreed: 'will do it',
  kept: 'did it',
  missed: 'did not do it',
} as const;

const failures = {
  bounced: 'the mailbox does not take it',
  complained: 'it was marked as unwanted',
  suppressed: 'the mailbox did not take earlier mails',
} as const;

const mails: Record<string, string> = {
  reminders: 'reminders to answer',
  nudges: 'mails about start and due date',
  celebrations: 'celebrations',
  'check-ins': 'what you talk about',
  shares: 'notes to know',
  digest: 'the week in a mail',
};

const mailsTold = (kinds: readonly string[]) => kinds.map((kind) => mails[kind] ?? kind).join(', ');

/** What happened, one sentence each; the words that somebody typed stand below it. */
export const facts = {
  verdicts,
  failures,
  recorded: (by: Named) => did(by, say`wrote down what was agreed`),
  weekRecorded: say`A week of yours was about to begin`,
  quietWeek: say`There was nothing to tell`,
  shared: (by: Named) => did(by, say`shared a note`),
  amended: (by: Named) => did(by, say`changed what is written down`),
  agreed: (by: Named, fair: boolean) =>
    fair ? say`${did(by, say`said yes`)}, and that the consequence is fair` : did(by, say`said yes`),
  fairOnly: (by: Named) => did(by, say`said that the consequence is fair`),
  changeAsked: (by: Named) => did(by, say`asked for a change`),
  dateProposed: (by: Named, date: Phrase) => say`${did(by, say`proposed another date`)}: ${date}`,
  consequenceProposed: (by: Named) => did(by, say`said what should follow`),
  consequenceAccepted: (by: Named) => did(by, say`accepted the consequence`),
  requestAnswered: (by: Named, accepted: boolean, asker: Named) =>
    did(by, say`${own(accepted ? 'accepted' : 'declined')} what ${who(asker)} asked`),
  reportedKept: (by: Named) => did(by, say`did it`),
  reportedMissed: (by: Named) => did(by, say`said: not yet`),
  explained: (by: Named) => did(by, say`said what got in the way`),
  explainedFor: (by: Named, owner: Named) => did(by, say`entered what got in the way for ${who(owner)}`),
  contested: (by: Named) => did(by, say`${does(by, 'see', 'sees')} it differently`),
  judged: (by: Named, verdict: keyof typeof verdicts) =>
    did(by, say`gave the verdict: ${own(verdicts[verdict])}`),
  silenceMissed: (owner: Named) =>
    say`${strong(say`No word from ${who(owner)}`)}; it stands as not done for now`,
  silenceOpen: (owner: Named) =>
    say`${strong(say`No word on ${whose(owner)} part`)}; it comes up when you talk`,
  silenceAsks: (owner: Named) =>
    say`${strong(say`No word from ${who(owner)}`)}; the manager says how it stands`,
  renegotiated: (by: Named, date: Phrase) => say`${did(by, say`noted a new date`)}: ${date}`,
  asked: (owner: Named) => say`${whose(owner)} mailbox took the question “Done, or not yet?”`,
  noted: {
    'check-in': (by: Named) => did(by, say`${does(by, 'want', 'wants')} to bring to the check-in`),
    helped: (by: Named) => did(by, say`noted what helped`),
    learned: (by: Named) => did(by, say`noted what changes`),
    micro: (by: Named) => did(by, say`brought one thing to a short talk`),
  },
  followed: {
    follows: (by: Named) => did(by, say`noted that what was agreed follows`),
    'helps-instead': (by: Named) => did(by, say`noted what helps instead of the consequence`),
    'let-go': (by: Named) => did(by, say`noted that both let the consequence go`),
  },
  askAnswered: (by: Named) => did(by, say`said how, and what help it needs`),
  toneChosen: {
    firmer: (by: Named, step: string) => say`${did(by, say`chose how the next mail reads`)}: ${own(step)}`,
    plain: (by: Named, step: string) => say`${did(by, say`kept the plain ask`)}, instead of ${own(step)}`,
  },
  contactChosen: (by: Named, level: string) => say`${did(by, say`chose how often we write`)}: ${own(level)}`,
  checkInAdded: (by: Named, when: Phrase) => say`${did(by, say`added a check-in`)}: ${when}`,
  checkInMoved: (by: Named, when: Phrase) => say`${did(by, say`moved the check-in`)} to ${when}`,
  checkInCancelled: (by: Named) => did(by, say`called a check-in off`),
  coachingAdded: (by: Named, people: readonly Named[], when: Phrase) =>
    say`${did(by, say`planned a session to learn how`)}, for ${everybody(people)}: ${when}`,
  cadenceAdded: (by: Named, people: readonly Named[], first: Phrase) =>
    say`${did(by, say`offered short talks`)}, for ${everybody(people)}, from ${first} on`,
  talkDeclined: (by: Named) => did(by, say`said no to a talk beside the check-ins`),
  paused: (by: Named, person: Named, from: string, until: string) =>
    say`${did(by, say`paused ${who(person)}`)}, ${own(from)} to ${own(until)}`,
  resumed: (by: Named, person: Named) => did(by, say`ended the pause of ${who(person)}`),
  mails: mailsTold,
  optedOut: (by: Named, kinds: readonly string[]) =>
    kinds.length === 0
      ? did(by, say`${does(by, 'want', 'wants')} every mail again`)
      : say`${did(by, say`stopped some mails`)}: ${own(mailsTold(kinds))}`,
  addressFailed: (person: Named, why: keyof typeof failures) =>
    say`${strong(say`Mail to ${who(person)} has stopped`)}: ${own(failures[why])}`,
  addressCorrected: (by: Named, person: Named) => did(by, say`corrected the address of ${who(person)}`),
  personRemoved: (by: Named, person: Named) => did(by, say`took ${who(person)} out of the conversation`),
  handedOver: (by: Named, person: Named) => did(by, say`handed the conversation over to ${who(person)}`),
  saidInPerson: (by: Named, person: Named, said: keyof typeof saidAs) =>
    did(by, say`entered what ${who(person)} said in person: ${own(saidAs[said])}`),
  objected: (by: Named) => did(by, say`${does(by, 'object', 'objects')} to what was entered`),
  invitationAnswered: {
    accepted: (by: Named) => did(by, say`accepted the calendar entry`),
    tentative: (by: Named) => did(by, say`tentatively accepted the calendar entry`),
    declined: (by: Named) => did(by, say`declined the calendar entry`),
  },
  wrote: (by: Named) => did(by, say`answered by mail`),
  notKept: mail.notKept,
  wroteUnproved: (person: Named) =>
    say`${strong(say`A mail came to ${whose(person)} reply address`)}; we cannot tell who sent it`,
  wroteTime: (by: Named, when: Phrase) => say`${did(by, say`proposed another time to talk`)}: ${when}`,
  undone: (by: Named) => did(by, say`took the last answer back`),
  policyChanged: say`The rules of the organisation changed for this conversation`,
  takenBack: (by: Named) => did(by, say`took it back before anything left`),
  cancelled: (by: Named) => did(by, say`called the whole conversation off`),
  closed: (by: Named) => did(by, say`closed the conversation`),
  about: (actions: readonly string[]): Phrase =>
    actions.length === 1 ? quote1(actions[0] ?? '') : say`${own(String(actions.length))} commitments`,
  sees: everybody,
};

function quote1(action: string): Phrase {
  return [quote(action)];
}
