const PREFIX = 'nevertwice.draft.';

/** What was typed and when (epoch ms); the fields as a form sends them. */
export type Draft = { at: number; fields: string };

/** A browser may refuse to keep anything; then there are no drafts, and nothing else changes. */
function storage<T>(use: (kept: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch (problem) {
    if (problem instanceof DOMException) return undefined;
    throw problem;
  }
}

/** Answers whether it was kept. */
export function keepDraft(id: string, draft: Draft): boolean {
  return (
    storage((kept) => {
      kept.setItem(PREFIX + id, `${draft.at} ${draft.fields}`);
      return true;
    }) ?? false
  );
}

export function readDraft(id: string): Draft | undefined {
  const [, at, fields] = /^(\d+) (.+)$/s.exec(storage((kept) => kept.getItem(PREFIX + id)) ?? '') ?? [];
  return at === undefined || fields === undefined ? undefined : { at: Number(at), fields };
}

export function forgetDraft(id: string): void {
  storage((kept) => kept.removeItem(PREFIX + id));
}

export function forgetAllDrafts(): void {
  storage((kept) => {
    for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
  });
}
