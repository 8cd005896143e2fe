import { activity } from './activity.ts';
import { consequenceRemarks } from './consequence.ts';
import type { Draft } from './draft.ts';
import { noEvidence } from './evidence.ts';
import { HINT_CODES, type Hint, type HintField, type Remark } from './hint.ts';
import { several } from './several.ts';
import { vague } from './vague.ts';

/** Beyond the normal cycle people lose sight of it (method, source D). */
const CYCLE_DAYS = 30;
/** More than these at once are not kept. */
const ENOUGH = 3;

function far({ days }: Draft): Remark[] {
  return days !== undefined && days > CYCLE_DAYS ? [{ code: 'far', params: { count: days } }] : [];
}

/** Said once, at the first that is too many. */
function many(drafts: readonly Draft[], index: number): Remark[] {
  const owner = drafts[index]?.owner;
  const isTheirs = (draft: Draft) => draft.owner === owner && draft.action.trim() !== '';
  if (owner === undefined || drafts.slice(0, index + 1).filter(isTheirs).length !== ENOUGH + 1) return [];
  return drafts.slice(index, index + 1).some(isTheirs)
    ? [{ code: 'many', params: { count: drafts.filter(isTheirs).length } }]
    : [];
}

const rank = ({ code }: Hint) => HINT_CODES.indexOf(code);

function hintsOf(drafts: readonly Draft[], draft: Draft, commitment: number): Hint[] {
  const { action, evidence, consequence } = draft;
  const found: Record<HintField, Remark[]> = {
    owner: many(drafts, commitment),
    action: [...several(action), ...vague(action), ...activity(action)],
    dueBy: far(draft),
    evidence: noEvidence(action, evidence),
    consequence: consequenceRemarks(action, consequence),
  };
  const fields: readonly HintField[] = ['owner', 'action', 'dueBy', 'evidence', 'consequence'];
  return fields
    .flatMap((field) => found[field].map((remark) => ({ ...remark, commitment, field })))
    .sort((a, b) => rank(a) - rank(b));
}

/**
 * What a good colleague would say about commitments while they are written down, what matters most first for each
 * (method, source D). The rules read English; what they do not understand they leave alone.
 */
export function coach(drafts: readonly Draft[]): Hint[] {
  return drafts.flatMap((draft, index) => hintsOf(drafts, draft, index));
}
