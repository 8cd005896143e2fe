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

/** A page that is being left for good still sees its last fields: they are not kept again. */
let isOver = false;

/** Answers whether it was kept. */
export function keepDraft(id: string, draft: Draft): boolean {
  if (isOver) return false;
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

/** Of whoever used this browser; nothing is kept any more. */
export function forgetAllDrafts(): void {
  isOver = true;
  storage((kept) => {
    for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
  });
}
