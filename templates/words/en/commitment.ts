import { by, own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { type Named, Who, who, whose } from './names.ts';

export const commitment = {
  you: say`You`,
  from: say`From`,
  until: say`Until`,
  due: say`By`,
  habit: say`How long`,
  habitMeans: say`from then on; you look at it when you talk`,
  evidence: say`Everybody knows by`,
  ifMissed: say`If it doesn’t happen`,
  ifKept: say`And when it does`,
  ifKeptAlone: say`When it happens`,
  changes: say`What you change`,
  followed: say`What follows`,
  followUp: {
    follows: say`What was agreed, as noted when you talked`,
    'let-go': say`Nothing; both let it go`,
  },
  partner: say`Partner`,
  partnerHelps: (partner: Named) => say`${Who(partner)}, to help and cheer`,
  answered: say`You said`,
  answeredOther: (owner: Named) => say`${Who(owner)} said`,
  answers: {
    agreed: say`I’ll do it`,
    agreedBySending: say`I’ll do it, by sending this`,
    'change-asked': say`Something is not right; it is being looked at`,
    'said-in-person': (enteredBy: Named) => say`I’ll do it, in person; ${who(enteredBy)} wrote that down`,
  },
  /** Whose words an action is in. */
  inWordsOf: (speaker: Named, owner: Named): Phrase =>
    speaker.name === owner.name && !speaker.you ? say`${who(speaker)}` : say`in ${whose(speaker)} words`,
  of: (owner: Named) => who(owner),
  said: (words: string, speaker: Named) =>
    say`${quote(words)} ${by(speaker.you ? say`your words` : who(speaker))}`,
  noConsequence: (owner: Named) =>
    owner.you
      ? say`Nothing is said yet; say what should follow`
      : say`Nothing yet; ${who(owner)} can say what should follow`,
  proposed: (words: string, speaker: Named, accepter: Named) =>
    say`${quote(words)} ${by(say`${whose(speaker)} proposal, until ${who(accepter)} ${own(accepter.you ? 'accept' : 'accepts')} it`)}`,
  agreed: (words: string, speaker: Named, when: string | undefined) =>
    when === undefined
      ? say`${quote(words)} ${by(say`${whose(speaker)} words, agreed`)}`
      : say`${quote(words)} ${by(say`${whose(speaker)} words, agreed on ${own(when)}`)}`,
  byThen: (moment: Phrase) => say`By ${moment}`,
  fromUntil: (start: Phrase, due: Phrase) => say`From ${start}, by ${due}`,
  fromOn: (start: Phrase | undefined) =>
    start === undefined
      ? say`A habit, from now on; looked at when you talk`
      : say`A habit, from ${start} on; looked at when you talk`,
};
