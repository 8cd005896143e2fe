import { issueToken } from '../../functions/app/api-tokens.ts';
import { seal } from '../../functions/app/keyring.ts';
import { linkToken } from '../../functions/app/links.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { sealSession } from '../../functions/app/session.ts';
import { DAY, MINUTE, plus } from '../../functions/domain/instant.ts';
import { formToken } from '../../functions/http/manager/form-guard.ts';
import { everyPath } from '../http/every-path.ts';
import { ACME, BILL, DANA, RECORDED } from '../simulation/acme.ts';
import { loaded, manage, submitted, tokenOf } from '../simulation/acting.ts';
import { KEYRING, makeWorld } from '../simulation/world.ts';

const OLGA = 'olga@acme.example';
const IRIS = 'iris@acme.example';
const SALT = 'abcdefghijklmnopqrstuvwxyz';

/** What somebody can show: a session, an API token, a link. `manages`: the conversation, another one, or none at all. */
export type Asker = {
  name: string;
  manages: 'it' | 'others' | 'none';
  session?: string;
  bearer?: string;
  link?: string;
  feed?: string;
  /** Whether their link opens a page of the conversation, of another one, or none. */
  opens: 'it' | 'another' | 'none';
};

const ANOTHER = {
  title: 'Lamps in the yard',
  timezone: 'Europe/Amsterdam',
  manager: { name: 'Iris', email: IRIS },
  participants: [
    { name: 'Gus', email: 'gus@acme.example' },
    { name: 'Moved', email: 'moved@acme.example' },
    { name: 'Una', email: 'una@acme.example' },
  ],
  whatHappened: 'The yard was dark.',
  neverAgain: 'Lamps are checked.',
  commitments: [{ owner: 'gus@acme.example', action: 'Check the lamps.', dueBy: '2027-01-15' }],
  checkIn: { at: '2027-01-18T10:30', minutes: 15 },
} as const;

async function ofAnotherTenant(all: Awaited<ReturnType<typeof everyPath>>, id: string) {
  const keyring = { current: 'a', keys: { a: 'x'.repeat(43) } };
  const other = makeWorld({ seed: 9, tenant: ACME, now: RECORDED, keyring });
  const issued = await issueToken({ ...other.deps, newSecret: other.deps.newId }, OLGA, 'theirs');
  const conversation = openConversation(await loaded(all.web.world, id));
  return {
    session: sealSession({ email: OLGA, expiresAt: plus(RECORDED, DAY) }, keyring, SALT),
    bearer: 'token' in issued ? issued.token : '',
    link: linkToken(keyring, conversation, 'p2'),
  };
}

/**
 * A conversation that Dana recorded with Bill and Mei and handed over to Olga, one of Iris that has nothing to do with it,
 * and everybody who could ask.
 */
export async function everyAsker() {
  const all = await everyPath();
  const { web } = all;
  const { world } = web;
  const id = all.fill('/conversations/:id').slice('/conversations/'.length);
  const another = await submitted(world, ANOTHER, 'key-2');
  const added = { type: 'amend', participants: [{ name: 'Rea', email: 'rea@acme.example' }] };
  await manage(world, id, added);
  await world.advance(plus(RECORDED, 30 * MINUTE));
  const [removed, corrected] = [await tokenOf(world, id, 'p4'), await tokenOf(world, id, 'p3')];
  await manage(world, id, { type: 'remove-person', person: 'p4' });
  await manage(world, id, { type: 'correct-address', person: 'p3', email: 'mei.new@acme.example' });
  const bearerOf = async (email: string) => {
    const issued = await issueToken({ ...world.deps, newSecret: world.deps.newId }, email, 'x');
    return 'token' in issued ? issued.token : '';
  };
  const revoked = await bearerOf(OLGA);
  const [token] = await world.useCases.tokens.list({ email: OLGA });
  await world.useCases.tokens.revoke({ email: OLGA }, token?.id ?? '');
  await manage(world, id, { type: 'hand-over', to: { name: 'Olga', email: OLGA } });
  await world.advance(plus(RECORDED, 60 * MINUTE));
  const asManager = async (email: string) => ({
    session: web.sessionOf(email),
    bearer: await bearerOf(email),
  });
  const none = { manages: 'none', opens: 'none' } as const;
  const askers: Asker[] = [
    { ...none, name: 'anybody' },
    { ...none, name: 'who manages nothing here', session: web.sessionOf('x@elsewhere.example') },
    { ...none, name: 'another tenant', ...(await ofAnotherTenant(all, id)) },
    { ...none, name: 'a revoked token', bearer: revoked },
    { ...none, name: 'a removed person', link: removed },
    { ...none, name: 'who has the mail to a mistaken address', link: corrected },
    { ...none, name: 'a participant', opens: 'it', link: all.fill(':token'), feed: all.fill(':file') },
    {
      ...none,
      name: 'one of another conversation',
      opens: 'another',
      link: await tokenOf(world, another, 'p2'),
    },
    { ...none, ...(await asManager(IRIS)), name: 'another manager', manages: 'others' },
    { ...none, ...(await asManager(BILL)), name: 'a participant who manages others', manages: 'others' },
    { ...none, ...(await asManager(DANA)), name: 'its former manager', manages: 'others' },
    { ...none, ...(await asManager(OLGA)), name: 'its manager', manages: 'it' },
  ];
  const purpose = (path: string) => {
    if (path.endsWith('/:id/check-in')) return `check-in ${id}`;
    return path.includes(':id') ? `commands ${id}` : 'record';
  };
  const guard = { seal: (text: string) => seal(KEYRING, 'form', text) };
  return {
    ...all,
    id,
    askers,
    /** The token that this session's form for a path would have, had its owner ever seen that form. */
    formOf: (session: string, path: string) => {
      if (path.startsWith('/tokens')) return formToken(guard, session, 'tokens');
      return formToken(guard, session, purpose(path));
    },
    olgasTokens: () => world.useCases.tokens.list({ email: OLGA }),
  };
}
