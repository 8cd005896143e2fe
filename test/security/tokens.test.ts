import { describe, expect, it } from 'vitest';
import { issueToken } from '../../functions/app/api-tokens.ts';
import { feedToken, readFeedToken } from '../../functions/app/feed-link.ts';
import { encrypt, isSameSecret, type Keyring, seal } from '../../functions/app/keyring.ts';
import { readLink } from '../../functions/app/links.ts';
import { openSession, sealSession } from '../../functions/app/session.ts';
import { DAY, HOUR, instant, plus } from '../../functions/domain/instant.ts';
import { formToken } from '../../functions/http/manager/form-guard.ts';
import { ACME, BILL, DANA, RECORDED } from '../simulation/acme.ts';
import { makeRandom } from '../simulation/random.ts';
import { makeWorld } from '../simulation/world.ts';
import { type Held, mutants, type Way } from './token-mutants.ts';

const MANY = 1_000_000;
// The rest of a whole: a link costs an HMAC, a session a derived key, the others a hash.
const API_SHARE = 0.42;
const OURS: Keyring = { current: 'a', keys: { a: 'k'.repeat(43), b: 'm'.repeat(43) } };
// Another tenant has keys of the same names.
const THEIRS: Keyring = { current: 'a', keys: { a: 'x'.repeat(43), b: 'y'.repeat(43) } };
const SALTS = [
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  '23456723456723456723456723',
] as const;
const IDS = ['a', 'b', 'c'].map((letter) => letter.repeat(26));
const LAST_DAY = Math.floor(RECORDED / DAY) + 400;
const SESSION = `__Host-session ${DANA}`;

type Kind = Held & { share: number; read: (text: string) => unknown };

const linksBy = (keyring: Keyring, purpose = 'participant') =>
  IDS.flatMap((id, at) => [
    seal(keyring, purpose, `${id}.p2.${at}.${LAST_DAY}`),
    seal({ ...keyring, current: 'b' }, purpose, `${id}.p3.${at}.${LAST_DAY}`),
  ]);
const feedsBy = (keyring: Keyring) =>
  IDS.map((person, revision) => feedToken(keyring, { person, revision }, RECORDED));
const sessionsBy = (keyring: Keyring) =>
  [DANA, BILL, 'olga@acme.example'].map((email, at) =>
    sealSession({ email, expiresAt: plus(RECORDED, HOUR) }, keyring, SALTS[at] ?? SALTS[0]),
  );
const formsOf = (keyring: Keyring, purposes = ['record'], session = SESSION) => {
  const web = { seal: (text: string) => seal(keyring, 'form', text) };
  return purposes.map((purpose) => formToken(web, session, purpose));
};

/** Every kind of token, with who reads it in earnest. */
function kinds(): Record<'link' | 'feed' | 'session' | 'form', Kind> {
  const [links, feeds, sessions, forms] = [linksBy(OURS), feedsBy(OURS), sessionsBy(OURS), formsOf(OURS)];
  const over = instant(RECORDED - 2000 * DAY);
  return {
    // Unsubscribing reads the same token with the same reader.
    link: {
      share: 0.08,
      separator: '.',
      mine: links,
      foreign: [
        ...feeds,
        ...sessions,
        ...forms,
        ...linksBy(THEIRS),
        ...linksBy(OURS, 'form'),
        ...linksBy(OURS, 'unsubscribe'),
        seal(OURS, 'participant', `${IDS[0]}.p2.0.1`),
      ],
      read: (text) => readLink(OURS, text, RECORDED),
    },
    feed: {
      share: 0.04,
      separator: '.',
      mine: feeds,
      foreign: [
        ...links,
        ...sessions,
        ...feedsBy(THEIRS),
        encrypt(OURS, 'sign-in', `${IDS[0]}.0.${LAST_DAY}`, SALTS[0]),
        feedToken(OURS, { person: 'a', revision: 0 }, over),
      ],
      read: (text) => readFeedToken(OURS, text, RECORDED),
    },
    session: {
      share: 0.04,
      separator: '.',
      mine: sessions,
      foreign: [
        ...links,
        ...feeds,
        ...sessionsBy(THEIRS),
        encrypt(OURS, 'sign-out', `${plus(RECORDED, HOUR)} ${DANA}`, SALTS[0]),
        sealSession({ email: DANA, expiresAt: RECORDED }, OURS, SALTS[0]),
      ],
      read: (text) => openSession(text, OURS, RECORDED),
    },
    form: {
      share: 0.42,
      separator: '.',
      mine: forms,
      foreign: [
        ...formsOf(THEIRS),
        ...formsOf(OURS, ['token', 'sign-out', 'amend']),
        ...formsOf(OURS, ['record'], `__Host-session ${BILL}`),
        ...links,
      ],
      read: (text) => forms.find((form) => isSameSecret(text, form)),
    },
  };
}

type Accepted = { way: Way; text: string };

/** The mutants that a reader takes for good. */
function accepted(kind: Kind, many: number, seed = 6): Accepted[] {
  return [...mutants(makeRandom(seed), kind, many)].filter(({ text }) => kind.read(text) !== undefined);
}

describe('a forged token', () => {
  it.each(Object.entries(kinds()))('of a %s is none of many', (_, kind) => {
    for (const good of kind.mine) expect(kind.read(good)).toBeDefined();
    expect(accepted(kind, MANY * kind.share)).toEqual([]);
  });

  it('of the API is none of many', async () => {
    const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
    const other = makeWorld({ seed: 2, tenant: ACME, now: RECORDED });
    const issue = async ({ deps }: typeof world, email: string) => {
      const issued = await issueToken({ ...deps, newSecret: deps.newId }, email, 'test');
      return 'token' in issued ? issued.token : '';
    };
    const mine = [await issue(world, DANA), await issue(world, BILL), await issue(world, DANA)];
    const foreign = [await issue(other, DANA), await issue(other, BILL), ...linksBy(OURS)];
    const { actorOfToken } = world.useCases;
    for (const token of mine) expect(await actorOfToken(token)).toBeDefined();
    const taken: Accepted[] = [];
    for (const mutant of mutants(makeRandom(6), { mine, foreign, separator: '_' }, MANY * API_SHARE))
      if (await actorOfToken(mutant.text)) taken.push(mutant);
    expect(taken).toEqual([]);
  });

  // Each reader is careless in one way, and what it takes for good must be found.
  const { link, session } = kinds();
  const tagless = (text: string) => text.slice(0, text.lastIndexOf('.'));
  const careless: [Way, Kind][] = [
    ['flip', { ...link, read: (text) => link.mine.find((good) => good.slice(0, -1) === text.slice(0, -1)) }],
    ['cut', { ...link, read: (text) => link.mine.find((good) => text !== '' && good.startsWith(text)) }],
    [
      'swap',
      {
        ...link,
        read: (text) => link.mine.find((good) => [...good].sort().join('') === [...text].sort().join('')),
      },
    ],
    ['splice', { ...link, read: (text) => link.mine.find((good) => tagless(good) === tagless(text)) }],
    ['otherKeyId', { ...link, read: (text) => link.mine.find((good) => good.slice(1) === text.slice(1)) }],
    [
      'alias',
      {
        ...session,
        read: (text) =>
          session.mine.find((good) => Buffer.from(good, 'base64url').equals(Buffer.from(text, 'base64url'))),
      },
    ],
    ['elsewhere', { ...link, read: (text) => link.read(text) ?? readLink(THEIRS, text, RECORDED) }],
  ];
  it.each(careless)('would be found if its reader overlooked a %s', (way, kind) => {
    expect(accepted(kind, 5_000).map((found) => found.way)).toContain(way);
  });
});
