import { asSentence, readable } from './draft.ts';
import type { Remark } from './hint.ts';

const BREAK = /(?:;\s*|[.!]\s|\n|\s&\s|,?\sand\s|,?\splus\s|,?\sas well as\s|,\s|(?:^|\s)\d[.)]\s)/g;
const LED = /^(?:(?:and|then|also|afterwards|finally|next)\s)+/;
const OBJECT =
  /^(?:the|a|an|my|your|our|his|her|their|all|both|every|each|new|old|two|three|one|any|some|this|these)\b/;
/** What is done to the same thing, to show that it holds, or in answer to it, is no second thing. */
const SAME =
  /^\w+ (?:it|them|that|me that|us that)\b(?! (?:by|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))|^\w+ (?:me|us)$|^(?:show|prove|log|record|note|tick|initial|write down)\b/;
/** Words before an object that are no verbs. */
const NO_VERB = new Set(
  'in on at for with from to of by into onto over under after before until till since during within without not no nor or if when while where because so but as than that which who whose what how why only even except including like also both all every each the a an at least most'.split(
    ' ',
  ),
);
const PREPOSITION = /^(?:in|on|at|for|with|from|to|of|by|before|after|until|within|or|and)\b/;
/** Verbs that are known without the object behind them. */
const VERBS = new Set(
  'add agree announce answer apologise arrange ask assign attach block book bring build buy call cancel change check choose clean clear close collect compare complete contact correct count create cut decide define delete deliver describe document draft email empty explain file finish fix get give hire inform inspect install introduce invite invoice keep label learn lock mail make measure meet mop move mow notify offer open order organise pack paint pay phone pick plan prepare present print publish put refund register remove renew repair repaint replace report request reserve return review run save scan schedule send set share ship show sign sort start stop store submit switch take talk teach tell test train turn update upload verify visit wash write'.split(
    ' ',
  ),
);
const INFLECTED = /(?:ing|ed|[^s]s)$/;

/** What stands before the verb. */
const LEADING =
  /^(?:(?:i|we|please|always) )?(?:(?:will|should|must) )?(?:(?:try|aim|attempt|hope|plan) to )?/;

type Clause = { from: number; text: string };

function clausesOf(text: string): Clause[] {
  const cuts = [...text.matchAll(BREAK)].map(
    (found) => [found.index, found.index + found[0].length] as const,
  );
  const starts = [0, ...cuts.map(([, end]) => end)];
  return starts.flatMap((start, index) => {
    const clause = text.slice(start, cuts[index]?.[0]);
    const led = LED.exec(clause)?.[0].length ?? 0;
    return clause.trim() === '' ? [] : [{ from: start + led, text: clause.slice(led).trim() }];
  });
}

/** Whether a clause says what to do, and with what. */
function isAction(clause: string): boolean {
  const [, verb = '', object = ''] = /^([\p{L}-]+)\s+(.+)$/u.exec(clause) ?? [];
  if (object === '' || NO_VERB.has(verb) || INFLECTED.test(verb)) return false;
  return OBJECT.test(object) || (VERBS.has(verb) && !PREPOSITION.test(object));
}

/** Two things in one, which could be kept and missed apart; the first, and the rest. */
export function several(action: string): Remark[] {
  const [first, ...others] = clausesOf(readable(action));
  const [verb = '', object] = (first?.text ?? '').replace(LEADING, '').split(' ');
  if (!first || object === undefined || NO_VERB.has(verb)) return [];
  const second = others.find(({ text }) => isAction(text) && !SAME.test(text));
  if (!second) return [];
  const head = action.slice(first.from, second.from);
  const ends = /(?:[\s,;.&]|\b(?:and|then|also|plus|as well as|\d[.)]))+$/i;
  const [better, rest] = [asSentence(head.replace(ends, '')), asSentence(action.slice(second.from))];
  return better.includes(' ') ? [{ code: 'several', params: {}, better, rest }] : [];
}
