import { by, marked, markedQuote, own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { everybody, type Named, verb, Who, who, whose } from './names.ts';

/** Without a day, nobody else had to agree: it is their own, about themselves. */
function both(speaker: Named, when: string | undefined): Phrase {
  const words = speaker.you ? say`your words` : who(speaker);
  return when === undefined ? words : say`${words}, agreed by both on ${own(when)}`;
}

export const follows = {
  heading: (speaker: Named, reader: Named, agreed: boolean) =>
    speaker.you || !agreed
      ? say`What follows, as ${who(speaker)} worded it`
      : say`What follows, as ${who(speaker)} worded it and ${own(reader.you ? 'you' : 'both')} agreed`,
  headingPlain: say`What follows`,
  by: both,
  notByItself: (talk: Phrase | undefined) =>
    talk === undefined
      ? say`Nothing happens by itself. You talk about it first.`
      : say`Nothing happens by itself. You talk about it first, on ${talk}.`,
  noneAgreed: (talk: Phrase | undefined) =>
    talk === undefined
      ? say`Nothing was agreed on what follows. You talk about that first.`
      : say`Nothing was agreed on what follows. You talk about that on ${talk}.`,
};

const promised = (when: string | undefined, talk: string | undefined): Phrase => {
  const first =
    when === undefined ? say`It was promised as a habit.` : say`It was promised for ${own(when)}.`;
  return talk === undefined ? first : say`${first} You can ask about it on ${own(talk)}.`;
};

export const consequence = {
  owner: say`It didn’t happen. What got in the way?`,
  ownerLead: (reader: string) =>
    say`Thank you for saying so, ${reader}. That is what makes the next part easy.`,
  ownerNotedLead: (teller: Named) =>
    say`${Who(teller)} noted that it didn’t happen. If that is not right, say so below.`,
  manager: (owner: Named) => say`${Who(owner)} said: not yet`,
  managerNoted: (owner: Named) => say`${Who(owner)}: it didn’t happen`,
  managerLead: (owner: Named) =>
    say`${Who(owner)} said so openly; that is worth a thank-you. Ask first what got in the way.`,
  managerNotedLead: (owner: Named) => say`${Who(owner)} has been told too. Ask first what got in the way.`,
  participant: (owner: Named) => say`${own('')}${whose(owner)} part isn’t done yet`,
  participantLead: promised,
  said: (teller: Named) => say`${Who(teller)} said`,
  theirWords: (speaker: Named) => say`In ${whose(speaker)} words`,
  notYet: (when: Phrase) => say`Not yet, on ${when}`,
  didNotHappen: (when: Phrase) => say`It didn’t happen, on ${when}`,
  promisedFor: say`Promised for`,
  reasonHeading: say`If you like, say which`,
  reasonFact: say`What got in the way`,
  reasons: {
    'needed-to-learn': say`I needed to learn how`,
    'in-the-way': say`Something was in the way`,
    'chose-something-else': say`I chose something else`,
    'rather-talk': say`I’d rather talk`,
  },
  readBy: (readers: readonly Named[], others: readonly Named[]): Phrase => {
    const first = say`${everybody(readers)} ${verb(readers, 'reads', 'read')} it before you talk`;
    return others.length === 0
      ? say`${first}.`
      : say`${first}; ${everybody(others)} ${verb(others, 'does', 'do')} not.`;
  },
  afterAll: say`Did it happen after all?`,
  putRight: say`Put it right`,
};

export const missedNotReported = {
  owner: say`We haven’t heard from you`,
  ownerLead: say`It stands as not done for now. Did you do it? One tap puts it right.`,
  told: (owner: Named) => say`We haven’t heard from ${who(owner)}`,
  toldLead: say`It stands as not done for now, and counts for nothing until somebody confirms it.`,
  asked: say`We asked`,
  iDidIt: say`I did it`,
  putsRight: say`puts it right at once`,
  notYet: say`Not yet`,
  thatsFine: say`that is fine to say`,
  countsNothing: say`Until you or somebody else confirms it, it counts for nothing.`,
};

export const celebration = {
  owner: say`${marked(say`You did it`)}`,
  ownerSubject: (action: string) => say`You did it: ${quote(action)}`,
  ownerLead: (reader: string) => say`Thank you, ${reader}.`,
  ownerAgreed: (reader: string, words: string) => say`Thank you, ${reader}. You agreed: ${quote(words)}.`,
  others: (owner: Named) => say`${marked(say`${who(owner)} did it`)}`,
  othersSubject: (owner: Named, action: string) => say`${who(owner)} did it: ${quote(action)}`,
  managerLead: (words: string | undefined) =>
    words === undefined
      ? say`A word of thanks today is worth most.`
      : say`A word of thanks today is worth most. You agreed: ${quote(words)}.`,
  partnerLead: (words: string | undefined) =>
    words === undefined
      ? say`You stood beside it as the partner; a word from you today is worth a lot.`
      : say`You stood beside it as the partner; a word from you today is worth a lot. Agreed was: ${quote(words)}.`,
  said: (teller: Named) => say`${Who(teller)} said`,
  done: (when: Phrase) => say`Done, on ${when}`,
  doneLate: (when: Phrase) => say`Done, told later, on ${when}`,
  agreed: say`You agreed`,
  agreedWords: (words: string, speaker: Named) =>
    say`${markedQuote(words)} ${by(speaker.you ? say`your words` : who(speaker))}`,
  andNow: say`And now`,
  sameMail: (others: readonly Named[]) =>
    say`${everybody(others)} ${verb(others, 'has', 'have')} the same mail, so that it happens.`,
  helpedHeading: say`What helped?`,
  helpedAsk: (manager: Named, talk: Phrase | undefined) =>
    talk === undefined || manager.you
      ? say`A sentence from you is worth more than a figure.`
      : say`A sentence from you is worth more than a figure. ${who(manager)} opens with it when you talk on ${talk}.`,
  helpedSay: say`Say what helped`,
  helpedBy: who,
};

export const noReport = {
  subject: (owner: Named) => say`No word from ${who(owner)} yet`,
  lead: say`You say how it stands; until then nothing counts.`,
  due: say`Due`,
  asked: (owner: Named) => say`We asked ${who(owner)}`,
  decide: say`Say how it stands`,
  decideHow: say`done, not yet, another date, or let it go`,
  elseTalk: (talk: Phrase) => say`You can also leave it until you talk, on ${talk}.`,
};

const verdicts = {
  kept: say`done`,
  'kept-told-late': say`done, told later`,
  missed: say`not done`,
  'missed-not-reported': say`no word, so not done for now`,
  unresolved: say`still open`,
  released: say`let go, by both sides`,
};

export const correction = {
  kept: say`A correction: it was done`,
  missed: say`A correction: it didn’t happen`,
  other: say`A correction`,
  lead: (reader: string) => say`${reader}, an earlier mail had it differently. This is how it stands.`,
  wrote: say`We wrote`,
  right: say`Right is`,
  saidBy: say`Said by`,
  told: (teller: Named, when: Phrase) => say`${who(teller)}, on ${when}`,
  verdicts,
  counts: say`What was written before no longer holds.`,
};
