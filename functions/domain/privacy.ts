import type * as z from 'zod/mini';
import type { policySchema } from './policy.ts';

type PolicyInput = NonNullable<z.input<typeof policySchema>>;

/**
 * What a preset says in place of the policy's own defaults; each part can also be set alone, and what a tenant's policy
 * says itself goes before. `works-council`: an ask stays an ask, a record is its owner's, no figures, no reflection,
 * silence asks the manager, consequences are seen by owner and manager, everything is erased 90 days after the close.
 */
const PRESETS = {
  'works-council': {
    tone: 'ask',
    recordSeenBy: 'owner',
    figures: 'hidden',
    reflection: 'off',
    silence: 'ask-manager',
    consequencesSeenBy: 'owner-and-manager',
    eraseDaysAfterClose: 90,
  },
} as const satisfies Record<string, PolicyInput>;

/** A tenant file's content with its preset's parts filled in; anything malformed is left for the schema to tell. */
export function withPreset(content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { privacy, policy = {} } = content;
  if (privacy !== 'works-council' || typeof policy !== 'object' || policy === null) return { ...content };
  return { ...content, policy: { ...PRESETS[privacy], ...policy } };
}
