import { topicWords } from '../same-topic.ts';
import { readable } from './draft.ts';
import { HARMS, type Harm, type Remark } from './hint.ts';

const THEIRS = '(?:his|her|their|your|my|our|the)';
const PAY = '(?:bonus(?:es)?|pay|salary|wages?|commission|tips?|allowance|raise|premium)';
const LESS =
  '(?:no|lose|loses|cut|cuts|less|lower|smaller|reduced|gone|withhold|withheld|forfeits?|hold back|keep back|dock|off|out of|from|cancel|cancelled|waits?|docked|deducts?|deducted|hours? of|days? of)';
const REST =
  '(?:breaks?|lunch|holidays?|vacation|annual leave|days? off|(?:free )?weekends?|evenings? off|free (?:day|evening)s?)';
const FREE_DAY = '(?:saturdays?|sundays?|the weekend|weekends|the holiday|christmas)';
const GONE = '(?:cancel(?:led|ed)|gone|postponed|cut|withdrawn|refused|denied|declined|rejected)';
const TEAM = '(?:team|shift|crew|department|office|group|unit|class|kitchen|floor)';
const ALL = `(?:(?:the )?(?:whole|entire) (?:\\w+ )?${TEAM}|the ${TEAM}|everybody|everyone|we (?:will |'ll )?all|all (?:of (?:us|them|you)|(?:two|three|four|five)(?: of (?:us|them))?|the others)|the others|the rest of (?:us|the ${TEAM}))`;
const BURDEN =
  "(?:loses?|stays? (?:late|longer|on)|works?|writes?|does|do|repeats?|pays?|has to|have to|must|miss(?:es)?|skips?|comes? in|gives? up|covers?|gets? no|cannot|can't|may not|no longer)";
const CLAUSE = '(?:^|[.;,:] ?|\\b(?:then|and) )';

const HARMFUL: Readonly<Record<Harm, readonly RegExp[]>> = {
  dismissal: [
    /\b(?:fired|sacked|laid off|dismiss(?:ed|al)|terminat(?:ed|ion)|demot(?:ed|ion)|disciplinary|probation)\b/,
    /\blet (?:him|her|them|you) go\b(?! (?:early|home|first))|\bpart (?:ways|company)\b/,
    /\b(?:formal|written|official|first|last|final|verbal) warning\b|\bwarning letter\b/,
    /\bpersonnel file\b|\bwritten up\b|\bhr\b(?!.*\b(?:train|coach|help|course))/,
    /\bcontract\b.{0,20}(?:\bnot\b|n't).{0,12}(?:renewed|extended)/,
    /\bloses? (?:his|her|their|your|the) (?:job|position|role)\b|\b(?:off|out of|removed from) the (?:team|company|job|project)\b/,
    /\b(?:replace (?:him|her|them|you)|find (?:somebody|someone) else for|look for (?:another|a new) job)\b/,
  ],
  money: [
    new RegExp(`\\b${LESS} (?:\\w+ ){0,4}?${PAY}\\b`),
    new RegExp(`\\b${PAY} (?:\\w+ ){0,3}?(?:goes?|is|are|gets?|will be) (?:\\w+ )?(?:to|${LESS})\\b`),
    /(?<!\b(?:i|we|company|customer|insurance|firm)) pays (?:for|half|part|back|the|it)\b|\bown pocket\b/,
    /\bfined\b|\ba fine\b|\bfine of\b/,
    /(?:[€$£] ?\d+|\b(?:\d+|five|ten|twenty|fifty) ?(?:euros?|dollars?|pounds?|francs|bucks|quid)\b)(?!.*\b(?:customer|discount|budget|refund))/,
    /\bin(?:to)? the (?:\w+ )?(?:pot|jar|kitty)\b/,
  ],
  'unpaid-time': [
    /\bunpaid\b|\bwithout (?:extra )?pay\b|\boff the clock\b|\bnot paid for\b|(?<!\bpaid )\bovertime\b|\bmakes? up (?:for )?(?:the|his|her|lost) (?:lost )?(?:time|hours?)\b/,
    new RegExp(`\\b(?:in|on) ${THEIRS} (?:own|free|spare) time\\b`),
    /\b(?:shifts?|hours?|work|works|weekend|saturday|sunday|evening)\b.{0,20}\bfor free\b/,
    new RegExp(`(?:${CLAUSE}(?:\\w+|${ALL})) stays? (?:late|longer|behind|on until)\\b`),
  ],
  'rest-time': [
    new RegExp(
      `\\b(?:no|without|loses?|gives? up|skips?|misses|cancel(?:led|s)?|shorter|works? through|instead of|withdraw|refuse) (?:\\w+ ){0,2}?${REST}\\b`,
    ),
    new RegExp(`\\b(?:${REST}|(?:his|her|their|your) leave)\\b.{0,20}\\b${GONE}\\b`),
    new RegExp(`(?<!\\bpaid )\\b(?:comes? in|works?|working) (?:on |over |at )?${FREE_DAY}\\b`),
    /\b(?:nobody|no one) (?:\w+ ){0,3}(?:off|home)\b/,
  ],
  group: [
    new RegExp(`${CLAUSE}${ALL} (?:all )?${BURDEN}\\b`),
    new RegExp(
      `${CLAUSE}(?:nobody|no one) (?:gets|goes|leaves)\\b|${CLAUSE}(?:everyone|everybody) gets (?:extra|more|less|fewer)\\b`,
    ),
    /\b(?:no|cancel(?:led)?|closed?|closes|late|less|longer|extra)\b.{0,25}\bfor (?:everybody|everyone|the (?:whole|entire) \w+|all of (?:us|you|them))\b/,
  ],
  shaming: [
    /\bin front of (?:everyone|everybody|all|the (?:whole )?(?:team|shift|group|others|company|class))\b/,
    /\bpublic(?:ly)? apolog|\bapologi[sz]es? (?:publicly|to (?:the (?:whole )?team|everyone|everybody))/,
    /\b(?:names?|photos?|pictures?) .{0,20}\bon the (?:board|wall|screen|door|fridge)\b|\bnames in the \w+/,
    /\b(?:everyone|everybody|the (?:whole )?team|all|they) (?:gets? to )?(?:sees?|knows?|hears?|learns?|finds? out) (?:who|that (?:he|she))\b/,
    /\bstands? up (?:in|at|before) .{0,40}\b(?:says?|admits?|explains?)\b|\bread(?:s)? out\b/,
    /\b(?:tells?|confess(?:es)? to|explains? (?:it |this )?to) (?:the (?:whole|entire) \w+|everyone|everybody)\b/,
    /\bshame|\bnamed in the\b|\bmakes? an example\b|\bmentioned (?:in|at) the (?:town hall|all-hands|meeting|newsletter)\b/,
  ],
};

const TREAT =
  '(?:cakes?|donuts?|doughnuts?|croissants?|pizzas?|beers?|ice creams?|chocolates?|cookies|sweets|pastries|muffins|bagels|champagne)';
/** Forfeits: they make nothing likelier. */
const FORFEIT = [
  new RegExp(`\\b${TREAT}\\b|\\bround of (?:coffee|drinks)\\b`),
  /\b(?:buys?|brings?|cooks?|makes?|pays?|organi[sz]es?) (?:\w+ ){0,3}?(?:breakfast|lunch|dinner|drinks|coffee)\b|\b(?:breakfast|lunch|dinner|drinks) (?:\w+ ){0,3}on (?:him|her|them|me|you)\b|\bcooks? for\b/,
  /\b(?:push|sit)-?ups\b|\bburpees\b|\bsquats\b|\blaps\b|\bruns? (?:around|up and down|\w+ (?:km|miles?|rounds))\b/,
  /\b(?:cleans?|washes|wash|wipes?|empties|scrubs?) (?:out |up )?(?:the|my) (?:coffee|kitchen|fridge|dish|toilet|car\b|microwave|office)/,
  /\b(?:kitchen|dish|coffee) duty\b|\b(?:does|do) the dishes\b|\b(?:cannot|can't|no|loses?) .{0,12}\bcompany car\b|\b(?:sings?|dances?|karaoke)\b|\bwaters? the plants\b|\bshaves?\b/,
  /\bwears? (?:the|a|an|his|her) (?:\w+ ){0,2}(?:jumper|hat|cap|costume|tie|shirt|vest|wig|mascot|badge)\b/,
  new RegExp(`\\b(?:loses?|gives? up) ${THEIRS} (?:parking|window seat|desk)\\b`),
];

function isAbout(consequence: string, action: string): boolean {
  const words = topicWords(action);
  return [...topicWords(consequence)].some((word) => words.has(word));
}

/** What the consequence may do to people, and whether it has anything to do with the action. */
export function consequenceRemarks(action: string, consequence: string): Remark[] {
  const text = readable(consequence).trim();
  const found = HARMS.filter((harm) => HARMFUL[harm].some((pattern) => pattern.test(text)));
  const isForfeit = FORFEIT.some((pattern) => pattern.test(text)) && !isAbout(consequence, action);
  const codes = [...found, ...(isForfeit ? (['unrelated'] as const) : [])];
  return codes.map((code) => ({ code, params: action.trim() === '' ? {} : { words: action.trim() } }));
}
