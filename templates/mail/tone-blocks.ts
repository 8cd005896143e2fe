import { link, say } from '../parts/phrase.ts';
import { dateOf } from './commitment-blocks.ts';
import type { Asking, Commitment } from './props.ts';
import { type Answer, type Block, type Context, type Fact, pageLink } from './view.ts';

type Tellable = Pick<Context['words']['contact'], 'light' | 'carried' | 'normal' | 'offered'>;
type Tones = Context['words']['tones'];
type Toned = 'start' | 'headsUp' | 'today' | 'dueCheck';
export type FirmerTone = keyof Tones[Toned];

/** The words of a tone beyond the plain ask; undefined where it is the plain ask. */
export function firmer(asking: Asking | undefined): FirmerTone | undefined {
  return asking === undefined || asking.tone === 'ask' ? undefined : asking.tone;
}

/** Beside what and when: what stops without it, in the group's own words (source B). */
export function stopsWithoutIt(asking: Asking | undefined, { words }: Context): Fact[] {
  if (asking?.tone !== 'needed-now' || asking.neverAgain === undefined) return [];
  return [{ label: words.tones.stops, value: words.tones.stopsIn(asking.neverAgain) }];
}

/** Why it sounds as it does, from what its reader said; and where all of it stands. */
export function whyThisTone(asking: Asking | undefined, context: Context): Block[] {
  if (asking === undefined || firmer(asking) === undefined) return [];
  const { words, envelope } = context;
  const day = asking.saidAt && dateOf(context, asking.saidAt);
  const why = link(envelope.links.why, words.tones.whyLink);
  return [{ is: 'paragraph', of: say`${words.tones.why(asking.count, day)} ${why}`, quiet: true }];
}

/** How contact changed, or could, once and in a mail that leaves anyway. */
export function contactLine(change: keyof Tellable | undefined, context: Context): Block[] {
  if (change === undefined) return [];
  const { contact } = context.words;
  const to = link(pageLink(context, ['contact']), change === 'offered' ? contact.choose : contact.change);
  return [{ is: 'paragraph', of: say`${contact[change]} ${to}` }];
}

/** Leads to the fields of the ask: how, by when, and what help. */
export function sayHow({ ref }: Commitment, context: Context): Answer {
  const { tones } = context.words;
  return { label: tones.how, sub: tones.howSub, to: pageLink(context, ['commitment', ref], ['ask']) };
}
