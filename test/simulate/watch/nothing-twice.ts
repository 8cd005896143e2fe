import type { Invariant, Left, Watched } from './watched.ts';

/** Keys that left again although nobody could know that they had: their Send event was lost. */
function explained(of: Watched, key: string): boolean {
  return (of.left.get(key) ?? []).every(({ mail }) => of.sendEvents.get(mail) === 'lost');
}

/** How many deliveries of a conversation left twice and only a lost Send event explains it. */
export function explainedTwice({ left }: Watched): number {
  return [...left.values()].reduce((sum, times) => sum + times.length - 1, 0);
}

function again({ of, keys }: Left): string[] {
  const wrong: string[] = [];
  for (const key of keys) {
    const before = of.left.get(key) ?? [];
    if (before.length === 0 || explained(of, key)) continue;
    wrong.push(`${key} left again; it had left as ${before.map(({ mail }) => mail).join(', ')}`);
  }
  return wrong;
}

export const nothingTwice: Invariant = {
  name: 'no mail twice',
  means:
    'A delivery leaves once; again only if the Send event of the first mail was lost, which nobody can know.',
  left: (sight) => {
    const { of, mail, keys } = sight;
    const unclaimed = keys.length === 0 ? [`mail ${mail} left and was never claimed`] : [];
    const twice = [...of.left.values()].some((times) => times.some((one) => one.mail === mail));
    return [...unclaimed, ...(twice ? [`mail ${mail} was handed over twice`] : []), ...again(sight)];
  },
};
