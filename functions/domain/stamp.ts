import type { Fact, FactDraft } from './facts.ts';
import type { Instant } from './instant.ts';

/** Gives drafts their numbers and their moment, so that they can be appended after `version` facts. */
export function stamp(drafts: readonly FactDraft[], version: number, at: Instant): Fact[] {
  return drafts.map((draft, index): Fact => ({ ...draft, v: 1, no: version + index + 1, at }));
}
