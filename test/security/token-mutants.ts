import type { Random } from '../simulation/random.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BESIDE = [...'.=+/%\n\r\t \0,;:~é'];
const KEY_IDS = ['a', 'b', 'c', '', '__proto__', 'constructor', 'A', 'aa'];

/** What a forger of one kind of token has: some good ones, and tokens that are good elsewhere. */
export type Held = { mine: readonly string[]; foreign: readonly string[]; separator: '.' | '_' };

function pick<T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T {
  const found = from[random.below(from.length)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}

function flip(random: Random, token: string): string {
  const place = random.below(token.length);
  const letter = random.chance(0.8) ? LETTERS.charAt(random.below(64)) : pick(random, BESIDE);
  return token.slice(0, place) + letter + token.slice(place + 1);
}

function cut(random: Random, token: string): string {
  const from = random.below(token.length);
  return token.slice(0, from) + token.slice(from + 1 + random.below(token.length - from));
}

function swap(random: Random, token: string): string {
  const letters = [...token];
  const [one, other] = [random.below(letters.length), random.below(letters.length)];
  [letters[one], letters[other]] = [letters[other] ?? '', letters[one] ?? ''];
  return letters.join('');
}

/** Parts of one before parts of another: ids of the one with the tag of the other. */
function splice(random: Random, token: string, { mine, separator }: Held): string {
  const [head, tail] = [token.split(separator), pick(random, mine).split(separator)];
  if (random.chance(0.5)) {
    const place = random.below(token.length);
    return token.slice(0, place) + pick(random, mine).slice(place);
  }
  return head.map((part, at) => (random.chance(0.5) ? part : (tail[at] ?? part))).join(separator);
}

function otherKeyId(random: Random, token: string, { separator }: Held): string {
  return pick(random, KEY_IDS) + token.slice(token.indexOf(separator));
}

/** The same bytes written otherwise: other last bits, padding, the other alphabet, a break inside. */
function alias(random: Random, token: string): string {
  const last = LETTERS.indexOf(token.slice(-1));
  const ways = [
    () => `${token}${'='.repeat(1 + random.below(3))}`,
    () => token.slice(0, -1) + LETTERS.charAt((last & ~15) | random.below(16)),
    () => token.replaceAll('-', '+').replaceAll('_', '/'),
    () => flip(random, `${token.slice(0, 30)} ${token.slice(30)}`),
    () => token + pick(random, BESIDE),
    () => pick(random, BESIDE) + token,
    () => token.replace(/[a-z]/g, (letter) => (random.chance(0.1) ? letter.toUpperCase() : letter)),
    () => encodeURIComponent(token).replaceAll('.', '%2E'),
    () => `${token}.${token}`,
  ] as const;
  return pick(random, ways)();
}

/** Good for another purpose, another tenant, another kind or another time, and so not here. */
function elsewhere(random: Random, _: string, { foreign }: Held): string {
  return pick(random, foreign);
}

const WAYS = { flip, cut, swap, splice, otherKeyId, alias, elsewhere } as const;
export type Way = keyof typeof WAYS;

const NAMES: readonly Way[] = ['flip', 'flip', 'cut', 'swap', 'splice', 'otherKeyId', 'alias', 'elsewhere'];

/** So many forged tokens, each with the way it came about; none of them is a good one. */
export function* mutants(random: Random, held: Held, many: number): Generator<{ way: Way; text: string }> {
  const good = new Set(held.mine);
  for (let made = 0; made < many; ) {
    const way = pick(random, NAMES);
    const once = WAYS[way](random, pick(random, held.mine), held);
    const text = random.chance(0.2) ? flip(random, once || 'a') : once;
    if (good.has(text)) continue;
    made += 1;
    yield { way, text };
  }
}
