import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import type { Topic } from './envelope.ts';
import { everybody, inWords, type Named, Who, who, whose } from './names.ts';

const about = ({ short, title }: Topic) => short ?? title;

export const changed = {
  amended: ({ short, title }: Topic) =>
    short === undefined ? say`What changed: ${title}` : say`What changed about ${short}`,
  accepted: (decider: Named) => say`${Who(decider)} said yes to the change`,
  declined: (decider: Named) => say`${Who(decider)} would like to keep it as it is`,
  amendedLead: (decider: Named, count: number) =>
    say`${Who(decider)} changed ${own(inWords(count))} ${own(count === 1 ? 'thing' : 'things')}; everything else stays as it was.`,
  acceptedLead: (asker: Named | undefined) =>
    asker?.you
      ? say`You asked for it; this is how it stands now.`
      : say`It was asked for; this is how it stands now.`,
  promisedLead: (asker: Named | undefined) =>
    asker?.you
      ? say`You asked for it, and it is being put right. You get it once more then; until you say yes, nothing counts.`
      : say`It was asked for, and it is being put right.`,
  declinedLead: say`What was asked for is written here with it. You can ask again, or talk about it.`,
  what: {
    title: say`What it is about`,
    'never-again': say`How we never have this conversation again`,
    action: say`What is done`,
    start: say`When it starts`,
    due: say`By when`,
    evidence: say`How everybody knows`,
    consequence: say`What follows if it doesn’t happen`,
    celebration: say`What happens when it does`,
    owner: say`Who does it`,
    partner: say`Who helps and cheers`,
    commitment: say`A commitment`,
    'check-in': say`When you talk`,
    person: say`Who is part of it`,
  },
  of: (owner: Named) => (owner.you ? say`what you do` : say`what ${who(owner)} does`),
  between: (people: readonly Named[]) => say`What changed there is between ${everybody(people)}.`,
  before: say`Before`,
  now: say`Now`,
  stays: say`As it stays`,
  asked: say`Asked for`,
  nothing: say`nothing`,
  nothingMore: say`no longer`,
  changedBy: say`Changed by`,
  decidedBy: say`Said by`,
  told: (one: Named, when: Phrase) => say`${who(one)}, on ${when}`,
  noteHeading: say`Said with it`,
  rightSo: say`Is it right so?`,
};

export const cancelled = {
  conversation: (topic: Topic) => say`Called off: ${about(topic)}`,
  'check-in': (when: string) => say`We don’t talk on ${own(when)}`,
  checkInPlain: say`A talk is called off`,
  commitment: (action: string) => say`No longer needed: ${quote(action)}`,
  commitmentTitle: say`No longer needed`,
  person: (topic: Topic) => say`You are no longer part of it: ${about(topic)}`,
  lead: {
    conversation: (by: Named) =>
      say`${Who(by)} called it off. Nothing in it is asked of you any more, and no more mails come.`,
    'check-in': (by: Named) => say`${Who(by)} called this talk off. What you agreed stays as it is.`,
    commitment: (by: Named) => say`${Who(by)} took it out. Nothing is asked of anybody for it any more.`,
    person: (by: Named) =>
      say`${Who(by)} took you out of this conversation. Nothing in it is asked of you, and no more mails come.`,
  },
  calledOff: say`Called off by`,
  told: (one: Named, when: Phrase) => say`${who(one)}, on ${when}`,
  when: say`When it was`,
  reason: say`Said with it`,
  calendar: say`What stands in your calendar goes with it, by itself.`,
};

export const changeAsked = {
  words: (asker: Named) => say`${Who(asker)} says something is not right`,
  date: (asker: Named) => say`${Who(asker)} proposes another date`,
  consequence: (asker: Named) => say`${Who(asker)} words the consequence differently`,
  consequenceTalk: (asker: Named) => say`${Who(asker)} wants to talk about the consequence`,
  'done-after-all': (asker: Named) => say`${Who(asker)} says it was done after all`,
  contests: (asker: Named) => say`${Who(asker)} sees it differently`,
  lead: say`It stays as it was until you answer. Yes and no are both fine to say.`,
  leadAny: say`It stays as it was until one of you answers; the first answer holds.`,
  asked: say`Asked`,
  told: (one: Named, when: Phrase) => say`${who(one)}, on ${when}`,
  now: say`As it is`,
  proposal: say`Proposed`,
  theirWords: (asker: Named) => say`In ${whose(asker)} words`,
  yes: say`Yes`,
  no: say`No`,
  yesTo: {
    words: say`I’ll put it right`,
    date: say`the new date is fine`,
    consequence: say`that is fair`,
    'done-after-all': say`it was done`,
    contests: say`that is how it was`,
  },
  noTo: {
    words: say`it stays as it is; I’ll say why`,
    date: say`the date stays; I’ll say why`,
    consequence: say`let’s talk about it first`,
    'done-after-all': say`I see it differently; let’s talk`,
    contests: say`I see it differently; let’s talk`,
  },
  confirm: say`Each opens a page where you confirm it.`,
};

export const changeUnanswered = {
  subject: (asker: Named) => say`${Who(asker)} still waits for your answer`,
  lead: (asker: Named) =>
    say`It was asked for in time, and the date has come. Until you answer, nothing counts against ${who(asker)}.`,
  leadLast: (asker: Named) =>
    say`We ask a second and last time. Without an answer nothing counts against ${who(asker)}, and it comes up when you talk.`,
};

export const nothingCounts = {
  subject: say`Nothing counts against you`,
  lead: (reader: string) => say`${reader}, you asked for a change in time, and nobody has answered.`,
  asked: say`You asked`,
  due: say`Was due`,
  noVerdict: (talk: Phrase | undefined) =>
    talk === undefined
      ? say`It is neither done nor missed. You talk about it first.`
      : say`It is neither done nor missed. You talk about it on ${talk}.`,
};

export const newDates = {
  subject: (reader: string) => say`Welcome back, ${reader}: which dates fit now?`,
  lead: (count: number, quiet: Phrase) =>
    count === 1
      ? say`One thing was due while you were away. Nothing counts before ${quiet}.`
      : say`${own(inWords(count).replace(/^./u, (c) => c.toUpperCase()))} things were due while you were away. Nothing counts before ${quiet}.`,
  wasDue: say`Was due`,
  propose: say`Propose a new date`,
  done: say`It’s done already`,
};
