import { own, type Phrase, say } from '../../parts/phrase.ts';
import type { Topic } from './envelope.ts';
import { type Named, Who, who } from './names.ts';

const about = ({ short, title }: Topic) => short ?? title;

export const addressFailed = {
  subject: (person: Named) => say`Our mail does not reach ${who(person)}`,
  lead: {
    bounced: say`The address takes no mail, so we have stopped sending to it.`,
    complained: say`A mail was reported as unwanted, so we have stopped sending to this address.`,
    refused: say`The mailbox refused our mail, so we have stopped sending to this address.`,
  },
  address: say`Address`,
  since: say`Since`,
  missing: say`Did not arrive`,
  whatToDo: say`What you can do`,
  ask: {
    bounced: say`A typing slip is the usual cause. Correct the address, and the recap goes out again.`,
    complained: say`Ask in person whether mail is welcome at all. The recap can be printed, and a yes entered as said in person.`,
    refused: say`Ask whether the mailbox is full or the address is right, then correct it or try again.`,
  },
  nothingCounts: (person: Named) => say`Nothing counts against ${who(person)} for what did not arrive.`,
  correct: say`Correct the address`,
  print: say`Print the recap`,
};

export const handedOver = {
  toYou: (topic: Topic) => say`With you from now on: ${about(topic)}`,
  fromYou: (topic: Topic) => say`Handed over: ${about(topic)}`,
  others: (to: Named, topic: Topic) => say`${who(to)} takes over: ${about(topic)}`,
  toYouLead: (from: Named) =>
    say`${Who(from)} handed this conversation to you. What people agreed stays as it is.`,
  fromYouLead: (to: Named) =>
    say`${Who(to)} has it from now on. You get mail about your own commitments only.`,
  othersLead: (to: Named) => say`What you agreed stays as it is; ${who(to)} reads your answers from now on.`,
  from: say`From`,
  to: say`To`,
  since: say`Since`,
  talk: say`You talk on`,
  one: (person: Named): Phrase => who(person),
  open: say`Open the conversation`,
  plain: (text: string) => own(text),
};
