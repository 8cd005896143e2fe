import type { Commitment } from './props.ts';
import { type Answer, type Block, type Context, pageLink } from './view.ts';

const isOpen = ({ answer }: Commitment) => answer === undefined || answer === 'open';
const hasTerms = ({ consequence }: Commitment) => consequence !== undefined && consequence.state !== 'none';

/** The three answers, for one commitment or (`several`) for all of them. */
function threeAnswers(open: readonly Commitment[], context: Context): Answer[] {
  const { answers } = context.words;
  const [only] = open;
  const single = open.length === 1 && only !== undefined;
  const query = (answer: string): [string, string][] =>
    single
      ? [
          ['answer', answer],
          ['commitment', only.ref],
        ]
      : [['answer', answer]];
  const terms = open.some(hasTerms);
  const fair = single ? answers.agreeFair : answers.agreeFairAll;
  return [
    {
      label: single ? answers.agree : answers.agreeAll,
      sub: terms ? fair : answers.agreePlain,
      to: pageLink(context, ...query('agree')),
      main: true,
    },
    {
      label: single ? answers.consequence : answers.agreeAll,
      sub: terms ? answers.consequenceTalk : answers.consequenceSay,
      to: pageLink(context, ...query('consequence')),
    },
    { label: answers.change, sub: answers.changeSay, to: pageLink(context, ...query('change')) },
  ];
}

/** Links to answer one of several; in a compact mail one link that leads to all three. */
function oneOfSeveral(commitment: Commitment, context: Context): Block {
  const { answers } = context.words;
  const { ref } = commitment;
  const to = (answer: string) => pageLink(context, ['answer', answer], ['commitment', ref]);
  return {
    is: 'links',
    of: context.compact
      ? [{ label: answers.only, to: pageLink(context, ['commitment', ref]) }]
      : [
          { label: answers.onlyAgree, to: to('agree') },
          { label: hasTerms(commitment) ? answers.onlyConsequence : answers.onlySay, to: to('consequence') },
          { label: answers.onlyChange, to: to('change') },
        ],
  };
}

/** Links under one commitment, if more than one is open. */
export function answerOne(commitment: Commitment, own: readonly Commitment[], context: Context): Block[] {
  return isOpen(commitment) && own.filter(isOpen).length > 1 ? [oneOfSeveral(commitment, context)] : [];
}

/** The answers under all of them, as long as one is open. */
export function answerAll(own: readonly Commitment[], context: Context): Block[] {
  const open = own.filter(isOpen);
  if (open.length === 0) return [];
  const { answers } = context.words;
  return [
    ...(own.length > 1 ? [{ is: 'heading', of: answers.forAll } satisfies Block] : []),
    { is: 'answers', of: threeAnswers(open, context) },
    { is: 'paragraph', of: answers.untilThen, quiet: true },
  ];
}

/** A yes that somebody else wrote down: its owner can say that it was not so. */
export function objection({ answer, owner, ref }: Commitment, context: Context): Block[] {
  if (answer !== 'said-in-person' || !owner.you) return [];
  const to = pageLink(context, ['answer', 'change'], ['commitment', ref]);
  return [{ is: 'links', of: [{ label: context.words.answers.notSaid, to }] }];
}
