import type { Phrase } from '../parts/phrase.ts';
import type { Teller } from '../parts/teller.ts';
import type { Topic } from '../words/en/envelope.ts';
import type { Words } from '../words/words.ts';
import type { Envelope } from './envelope.ts';

export type Fact = { label: Phrase; value: Phrase };

/** An answer: a link as wide as the page, that opens a page. `sub`: the difference, in small. */
export type Answer = { label: Phrase; sub?: Phrase; to: string; main?: boolean };

/** What a mail is made of. Html and text are drawn from the same blocks, so that neither knows more. */
export type Block =
  | { is: 'heading'; of: Phrase }
  | { is: 'quote'; words: string; by?: Phrase; aloud?: boolean }
  | { is: 'facts'; rows: readonly Fact[] }
  | { is: 'paragraph'; of: Phrase; quiet?: boolean }
  | { is: 'answers'; of: readonly Answer[] }
  | { is: 'links'; of: readonly Answer[] }
  | { is: 'rule' };

/**
 * One section, ready to be drawn. `lead` is its first line and, for the first section, what an inbox shows beside the
 * subject. `title` may be shorter than `subject`, where the words follow at once. `top` stands above the rule.
 */
export type View = {
  subject: Phrase;
  title: Phrase;
  lead: Phrase;
  namesTopic?: boolean;
  top?: readonly Block[];
  blocks: readonly Block[];
};

/** What every section sees of the mail it is in. `compact`: so much in it that answers shrink to links. */
export type Context = {
  envelope: Envelope;
  words: Words;
  tell: Teller;
  topic: Topic;
  compact: boolean;
};

/** One query parameter; without a value it is a bare word, as in `?bring`. */
type Query = readonly (readonly [name: string, value?: string])[];

function address(base: string, query: Query): string {
  const parameters = query.map(([name, value]) => (value === undefined ? name : `${name}=${value}`));
  return `${base}${base.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}

/** The reader's own page, with what to show there. It opens; only its own button acts. */
export const pageLink = ({ envelope }: Context, ...query: Query) => address(envelope.links.page, query);

/** The page that is open during a talk, at one of its parts or at a commitment. */
export const checkInLink = (context: Context, place: string) =>
  `${conversationLink(context)}/check-in#${place}`;

/**
 * The form on the conversation's page that moves a check-in, with a time in it if one is named (a wall time of the
 * conversation). Opening it moves nothing.
 */
export const moveLink = (context: Context, checkIn: string, at?: string) => {
  const query: Query =
    at === undefined
      ? [['move', checkIn]]
      : [
          ['move', checkIn],
          ['at', at],
        ];
  return `${conversationLink(context, ...query)}#move-check-in-${checkIn}`;
};

/** The form on the conversation's page that gives somebody another address. Opening it changes nothing. */
export const correctLink = (context: Context, person: string) =>
  `${conversationLink(context, ['person', person])}#correct-address-${person}`;

/** Somebody's recap to print, for whoever mail does not reach. */
export const printLink = (context: Context, person: string) => `${conversationLink(context)}/recap/${person}`;

/** The manager's page of the conversation, or the reader's own where there is none. */
export function conversationLink({ envelope }: Context, ...query: Query): string {
  const base = envelope.links.conversationPage ?? envelope.links.page;
  return query.length === 0 ? base : address(base, query);
}
