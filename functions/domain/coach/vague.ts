import { asSentence, readable } from './draft.ts';
import type { Remark } from './hint.ts';

/** What can be left out without changing what is promised. */
const HEDGES = [
  /\b(?:try|tries|trying|attempt|attempts|aim|strive|endeavou?r|hope|intend|plan|be sure|remember) to\b/,
  /\btry and\b/,
  /\bdo(?:es)? (?:my|your|his|her|their|our) (?:very )?best to\b/,
  /,? ?\b(?:asap|as soon as (?:possible|you can|i can|we can|they can)|(?:where|if|when|whenever)(?: at all)? (?:possible|needed|you can|i can|we can))\b(?!'),?/,
  /\b(?:hopefully|maybe|perhaps|probably|possibly|somehow|ideally)\b,?/,
];

/** Nobody could tell whether it was kept. */
const EMPTY = [
  /\bdo(?:es)? (?:my|your|his|her|their|our) (?:very )?best\b/,
  /\b(?:at some point|sooner or later|going forward|some time soon|in a timely manner)\b/,
  /\b(?:look|looking) into\b|\bthink(?:ing)? (?:about|of)\b|^consider\b/,
  /\bkeep (?:me|us|everyone|everybody|them) (?:in the loop|informed|posted|updated)\b|\bkeep .{1,20} in mind\b/,
  /\bbe an? (?:better )?team player\b|\bstep up\b|\bhelp (?:out )?more\b/,
  /\bmake (?:more of )?(?:an|more) effort\b|\bput in (?:an|more) effort\b/,
  /\btake (?:more |full )?(?:ownership|responsibility)\b|\bown it\b/,
  /\brespect (?:the |each )?others?\b/,
  /\bdo what (?:i|you|we) can\b|\b(?:with|as a|high|top) priority\b|\bclose the loop\b|\btouch base\b|\breach out\b|\bcircle back\b/,
  /\bcommunicate (?:clearly|better|more|openly|well)\b/,
];

const BETTER =
  '(?:better|nicer|friendlier|kinder|faster|quicker|sooner|harder|smarter|clearer|stricter|closer|tidier|cleaner|calmer|neater|safer)';
/** The same, unless it is measured. */
const UNMEASURED = [
  /\bbe(?:come)? (?:more|less|much more|a bit more) \w+|\bmore (?:often|frequently|quickly|carefully|closely|regularly)\b/,
  new RegExp(
    `^(?:be|become|get|do|work|act|answer|respond|react|listen|plan|speak|write)\\b.{0,30}\\b${BETTER}\\b`,
  ),
  /\bbe(?:come)? (?:careful|proactive|professional|responsible|responsive|aware|mindful|reliable|supportive|attentive|transparent|flexible|polite|friendly|respectful|punctual|organi[sz]ed)\b/,
  new RegExp(`\\b(?:${BETTER}|better|more|less)$`),
  /\b(?:be|are|is|arrive|come) on time\b/,
  /^(?:please )?(?:ensure|make sure|guarantee) .*\b(?:good|better|proper|smooth|appropriate|adequate|clear|high) \w+/,
  /\bkeep .{1,25} (?:tidy|clean|in order|under control|organi[sz]ed)\b/,
  /\b(?:pay|give) (?:(?:more|closer|better) )?attention\b/,
  /\b(?:more|better|greater) (?:care|focus|communication|commitment|ownership|respect|initiative|interest|job)\b/,
  /^(?:improve|strengthen|optimi[sz]e|enhance|boost|support)\b/,
  /^(?:focus|concentrate) (?:more )?on\b/,
  /^(?:sort out|deal with|take care of|look after|see to|follow up on|work on|stay on top of|keep an eye on|make sense of)\b/,
  /\b(?:regularly|frequently|often|occasionally|quickly|promptly|properly|appropriately|thoroughly|carefully|reasonably)\b/,
];
const MEASURED = /\d|\b(?:half|double|zero|none|no|percent|every|each|until|by|before|within|than)\b|:/;

/** "We should test" as what is promised: "We test". */
const SHOULD = /\b(we|i|you|they) should\b ?/gi;

function firstOf(patterns: readonly RegExp[], text: string): string | undefined {
  return patterns.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}

function without(action: string): string {
  const bare = HEDGES.reduce((text, { source }) => text.replace(new RegExp(source, 'gi'), ''), action);
  return asSentence(bare.replace(/[’]/gu, "'").replace(SHOULD, '$1 '));
}

function asTyped(words: string): string {
  return words.replace(/^[\s,]+|[\s,]+$/gu, '');
}

/** Words that promise nothing ("try", "ASAP"), and the same without them where that is still a promise. */
export function vague(action: string): Remark[] {
  const text = readable(action).trim();
  const hedge = firstOf(HEDGES, text);
  const found =
    hedge ?? firstOf(EMPTY, text) ?? (MEASURED.test(text) ? undefined : firstOf(UNMEASURED, text));
  if (found === undefined) return [];
  const better = hedge === undefined ? '' : without(action.trim());
  const at = text.indexOf(found);
  const words = asTyped(action.trim().slice(at, at + found.length));
  return [{ code: 'vague', params: { words }, ...(better.includes(' ') ? { better } : {}) }];
}
