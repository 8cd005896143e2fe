import { asSentence, readable } from './draft.ts';
import type { Remark } from './hint.ts';

const NUMBER =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|a dozen|a hundred)';
const DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const RATE = `(?:\\b(?:a|per|each|every|this) (?:day|week|month|morning|afternoon|evening|shift|quarter|hour|${DAYS})\\b|\\b(?:daily|weekly|monthly)\\b)`;
/** So many of something in so much time. */
const COUNTED = new RegExp(`\\b${NUMBER} (?:(?!percent|of)[\\w-]+ ?){1,4}?.{0,40}?${RATE}`);
/** What is done again and again, whatever comes of it. */
const REGULAR = new RegExp(
  `^(?:(?:attend|join|sit in on) (?:every|each|all)\\b|(?:attend|join|meet|read|talk|speak|walk|post|log in|spend|work|visit|practi[sc]e|train|study|learn|go|sit)\\b.*?(?:${RATE}|\\b(?:once|twice|three times) a \\w+))`,
);
const MORE = /\bmore (?:hours|calls|visits|time|dials|e?-?mails|meetings|effort)\b/;
/** The number is a result or a limit to keep. */
const RESULT =
  /^(?:deliver|ship|keep|reduce|cut|get|bring|win|sell|earn|produce|pack|have|close|solve|resolve|limit|lower|raise|save|halve|stay|finish)\b|\b(?:within|under|below|at most|fewer|less than|no more than|older than|not more|no longer than)\b/;
/** "… to get five signed trials": what it is for. */
const PURPOSE =
  /\b(?:so that|in order to|to(?= (?:get|win|book|reach|bring|have|cut|reduce|close|sell|sign|find|earn|raise|halve|keep|make)\b)) (.{6,})$/;

/** Effort that is counted, where the result could be named ("100 dials a day"). */
export function activity(action: string): Remark[] {
  const text = readable(action).trim();
  const [found] = COUNTED.exec(text) ?? REGULAR.exec(text) ?? MORE.exec(text) ?? [];
  if (found === undefined || RESULT.test(text)) return [];
  const purpose = PURPOSE.exec(text)?.[1];
  const better = purpose && asSentence(action.trim().slice(-purpose.length));
  const at = text.indexOf(found);
  const words = action.trim().slice(at, at + found.length);
  return [{ code: 'activity', params: { words }, ...(better ? { better } : {}) }];
}
