import { readable } from './draft.ts';
import type { Remark } from './hint.ts';

const NOTHING = /^[\s\p{P}]*$|^(?:tbd|tba|n\/a|none|nothing|later|we(?:'ll| will) see)\.?$/u;
/** Whoever gets it sees it. */
const SEEN =
  /^(?:send|show|hand|mail|e-?mail|give|bring|present|publish|post|deliver|submit|forward|upload|sign|call (?:me|us)|ask (?:me|us)|tell (?:me|us))\b/;

/** Nothing by which everybody could know that it was kept. */
export function noEvidence(action: string, evidence: string): Remark[] {
  const text = readable(action).trim();
  if (text === '' || SEEN.test(text) || !NOTHING.test(readable(evidence).trim())) return [];
  return [{ code: 'evidence', params: {} }];
}
