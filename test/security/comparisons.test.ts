import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const KEYRING = 'functions/app/keyring.ts';
const SECRET =
  /(?:[tT]oken|[sS]ecret|[mM]ac|[tT]ag|[sS]ignature|[sS]ealed|[sS]ession|[cC]ookie|[nN]once|tokenHash)(?:\(.*\))?$/;
const COMPARISON = /([\w.?]+(?:\([^()]*\))?)\s*[!=]==?\s*([-\w.?'"]+(?:\([^()]*\))?)/g;
const SEARCH = /\.(?:startsWith|endsWith|includes|localeCompare)\(([^()]+(?:\([^()]*\))?)\)/g;
// Whether there is one at all, and of what form it is, tells nobody what is in it.
const PLAIN = /^(?:undefined|null|'.*|".*|-?\d+|true|false)$/;
const CRYPTO = /\b(?:timingSafeEqual|createHmac|createDecipheriv)\b/;

// What an asker has of a page already, and an access token that the calendar just refused to us.
const NO_SECRETS = ['known.includes(tag)', 'grant.token !== refused'];

/** The comparisons of a text that look at a secret letter by letter. */
function byHand(text: string): string[] {
  const code = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const compared = [...code.matchAll(COMPARISON)].filter(([, one = '', other = '']) => {
    const hasSecret = SECRET.test(one) || SECRET.test(other);
    return hasSecret && !PLAIN.test(one) && !PLAIN.test(other);
  });
  const searched = [...code.matchAll(SEARCH)].filter(([, what = '']) => SECRET.test(what));
  return [...compared, ...searched]
    .map(([all]) => all)
    .filter((found) => !NO_SECRETS.some((known) => known.endsWith(found)));
}

const sources = globSync('functions/**/*.{ts,tsx}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

it('is in one place that secrets are made and compared', () => {
  const places = sources.filter(({ text }) => CRYPTO.test(text)).map(({ path }) => path);
  expect(places).toEqual([KEYRING]);
  const [, compare = ''] = /function isSameSecret([\s\S]*?)\n}/.exec(readFileSync(KEYRING, 'utf8')) ?? [];
  expect(compare).toContain('timingSafeEqual(');
});

it('compares no secret by hand anywhere else', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.flatMap(({ path, text }) => byHand(text).map((found) => `${path}: ${found}`))).toEqual([]);
});

it.each([
  'if (given === formToken(web, session, purpose)) {',
  'const same = mac === expected;',
  'return expected !== signature;',
  'if (token.secret == other) {',
  'return text.startsWith(tokenHash(token));',
  'if (formToken !== form.get(field)) {',
])('would find %s', (line) => {
  expect(byHand(line)).toHaveLength(1);
});

it.each([
  "if (session === '') return undefined;",
  'if (token === undefined || secret !== undefined) return;',
])('leaves alone %s', (line) => {
  expect(byHand(line)).toEqual([]);
});
