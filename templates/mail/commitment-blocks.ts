import type { Phrase } from '../parts/phrase.ts';
import type { AgreedConsequence, Commitment, Consequence, Person } from './props.ts';
import type { Block, Context, Fact } from './view.ts';

const person = (one: Person) => ({ name: one.name, you: one.you });

/** A date in words, without weekday, hour or place, for "agreed on". */
export const dateOf = ({ words, tell }: Context, moment: Parameters<typeof tell.reading>[0]): string =>
  words.dates.date(tell.reading(moment));

/** What is to be done, in whose words. */
export function actionQuote({ action, owner }: Commitment, { words }: Context, aloud: boolean): Block {
  return {
    is: 'quote',
    words: action.words,
    by: words.commitment.inWordsOf(person(action.by), person(owner)),
    aloud,
  };
}

/** What is to be done, and something about it instead of whose words it is in. */
export const actionWith = ({ action }: Commitment, about: Phrase): Block => ({
  is: 'quote',
  words: action.words,
  by: about,
});

/** What follows a miss, with whose words and proposal it is. */
export function consequenceValue(consequence: Consequence, owner: Person, context: Context): Phrase {
  const { words, envelope } = context;
  switch (consequence.state) {
    case 'none':
      return words.commitment.noConsequence(owner);
    case 'proposed': {
      const accepter = consequence.by.name === owner.name ? envelope.conversation.manager : owner;
      return words.commitment.proposed(consequence.words, consequence.by, accepter);
    }
    case 'agreed':
      return words.commitment.agreed(
        consequence.words,
        consequence.by,
        consequence.agreedAt === undefined ? undefined : dateOf(context, consequence.agreedAt),
      );
  }
}

function markedSaying({ celebration }: Commitment, { words }: Context): Phrase | undefined {
  return celebration && words.celebration.agreedWords(celebration.words, celebration.by);
}

function fact(label: Phrase, value: Phrase | undefined): Fact[] {
  return value === undefined ? [] : [{ label, value }];
}

/** Evidence, partner, consequence, celebration: whatever is there and may be seen. */
function terms(commitment: Commitment, context: Context): Fact[] {
  const { words } = context;
  const { evidence, consequence, partner, owner } = commitment;
  return [
    ...fact(words.commitment.evidence, evidence && words.commitment.said(evidence.words, evidence.by)),
    ...fact(words.commitment.ifMissed, consequence && consequenceValue(consequence, owner, context)),
    ...fact(
      consequence ? words.commitment.ifKept : words.commitment.ifKeptAlone,
      markedSaying(commitment, context),
    ),
    ...fact(words.commitment.partner, partner && words.commitment.partnerHelps(partner)),
  ];
}

/** When it starts and when it is due, or that it is a habit. */
function when({ start, due, habit }: Commitment, { words, tell }: Context): Fact[] {
  return [
    ...fact(words.commitment.from, start && tell.full(start)),
    ...fact(start === undefined ? words.commitment.due : words.commitment.until, due && tell.full(due)),
    ...fact(words.commitment.habit, habit ? words.commitment.habitMeans : undefined),
  ];
}

function answered({ answer, owner }: Commitment, { words, envelope }: Context): Fact[] {
  if (answer === undefined || answer === 'open') return [];
  const { answers } = words.commitment;
  const said = () => {
    if (answer === 'said-in-person') return answers[answer](envelope.conversation.manager);
    return answer === 'agreed' && owner.you && envelope.reader.isManager
      ? answers.agreedBySending
      : answers[answer];
  };
  return fact(owner.you ? words.commitment.answered : words.commitment.answeredOther(owner), said());
}

/** A commitment with everything that is known of it. */
export function wholeCommitment(commitment: Commitment, context: Context, aloud: boolean): Block[] {
  const rows = [
    ...when(commitment, context),
    ...terms(commitment, context),
    ...answered(commitment, context),
  ];
  const quote = actionQuote(commitment, context, aloud);
  return rows.length === 0 ? [quote] : [quote, { is: 'facts', rows }];
}

/** Somebody else's commitment: until when, and whatever of it may be seen. */
export function othersCommitment(commitment: Commitment, context: Context): Block[] {
  const { words, tell } = context;
  const { start, due } = commitment;
  const rows = [...terms(commitment, context), ...answered(commitment, context)];
  const quote = actionQuote(commitment, context, false);
  if (rows.length > 0) return [quote, { is: 'facts', rows: [...when(commitment, context), ...rows] }];
  if (due === undefined)
    return [quote, { is: 'paragraph', of: words.commitment.fromOn(start && tell.short(start)) }];
  const line =
    start === undefined
      ? words.commitment.byThen(tell.short(due))
      : words.commitment.fromUntil(tell.short(start), tell.short(due));
  return [quote, { is: 'paragraph', of: line }];
}

/** The facts of one's own commitment that mails before its due moment need: until when, how everybody knows, and `more`. */
export function dueFacts(commitment: Commitment, context: Context, more: readonly Fact[] = []): Block {
  const { words } = context;
  const { evidence, partner } = commitment;
  return {
    is: 'facts',
    rows: [
      ...when({ ...commitment, start: undefined }, context),
      ...fact(words.commitment.evidence, evidence && words.commitment.said(evidence.words, evidence.by)),
      ...fact(words.commitment.partner, partner && words.commitment.partnerHelps(partner)),
      ...more,
    ],
  };
}

/** What was agreed to follow, and that nothing happens by itself. */
export function whatFollows(
  consequence: AgreedConsequence | undefined,
  talk: Phrase | undefined,
  context: Context,
): Block[] {
  const { words, envelope } = context;
  if (consequence === undefined) {
    return [
      { is: 'heading', of: words.follows.headingPlain },
      { is: 'paragraph', of: words.follows.noneAgreed(talk) },
    ];
  }
  const agreedOn = consequence.agreedAt && dateOf(context, consequence.agreedAt);
  return [
    {
      is: 'heading',
      of: words.follows.heading(
        consequence.by,
        { name: envelope.reader.name, you: true },
        agreedOn !== undefined,
      ),
    },
    { is: 'quote', words: consequence.words, by: words.follows.by(consequence.by, agreedOn) },
    { is: 'paragraph', of: words.follows.notByItself(talk) },
  ];
}
