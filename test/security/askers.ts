import { issueToken } from '../../functions/app/api-tokens.ts';
import { seal } from '../../functions/app/keyring.ts';
import { linkToken } from '../../functions/app/links.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { sealSession } from '../../functions/app/session.ts';
import { DAY, MINUTE, plus } from '../../functions/domain/instant.ts';
import { formToken } from '../../functions/http/manager/form-guard.ts';
import { everyPath } from '../http/every-path.ts';
import { ACME, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { loaded, manage, ok, submitted, tokenOf } from '../simulation/acting.ts';
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
  /** The conversation they ask for, where it is not that one. */
  asksFor?: string;
  /** A path that is only for those who talk. */
  without?: string;
};

const VERA = 'vera@gone.example';
const PAM = 'pam@acme.example';
const [bills, ...others] = DISCOUNTS.commitments;
const HELPED = { ...DISCOUNTS, commitments: [{ ...bills, partner: PAM }, ...others] };

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

/** Vera records what Dana does, with the same people; then she no longer is among the tenant's managers. */
async function takenOff(all: Awaited<ReturnType<typeof everyPath>>, managers: string[]) {
  const { web } = all;
  const manager = { name: 'Vera', email: VERA };
  const commitments = DISCOUNTS.commitments.slice(0, 2);
  const asksFor = await submitted(web.world, { ...DISCOUNTS, manager, commitments }, 'key-3');
  const issued = await issueToken({ ...web.world.deps, newSecret: web.world.deps.newId }, VERA, 'x');
  const shown = { session: web.sessionOf(VERA), bearer: 'token' in issued ? issued.token : '' };
  const page = await web.see(`/conversations/${asksFor}`, VERA);
  if (page.status !== 200) throw new Error(`Vera did not manage hers: ${page.status}`);
  managers.splice(managers.indexOf('gone.example'), 1);
  return { ...shown, asksFor };
}

/**
 * A conversation that Dana recorded with Bill, whom Pam helps, and Mei, and handed over to Olga, one of Iris that has nothing
 * to do with it, and everybody who could ask.
 */
export async function everyAsker() {
  const managers = [...ACME.managers, 'gone.example'];
  const recipientDomains = [...ACME.recipientDomains, 'gone.example'];
  const policy = { ...ACME.policy, reflection: 'offered' as const };
  const all = await everyPath({ tenant: { ...ACME, managers, recipientDomains, policy }, body: HELPED });
  const { web } = all;
  const { world } = web;
  const id = all.fill('/conversations/:id').slice('/conversations/'.length);
  const another = await submitted(world, ANOTHER, 'key-2');
  const added = { type: 'amend', participants: [{ name: 'Rea', email: 'rea@acme.example' }] };
  await manage(world, id, added);
  await world.advance(plus(RECORDED, 30 * MINUTE));
  const [removed, corrected] = [await tokenOf(world, id, 'p5'), await tokenOf(world, id, 'p3')];
  await manage(world, id, { type: 'remove-person', person: 'p5' });
  await manage(world, id, { type: 'correct-address', person: 'p3', email: 'mei.new@acme.example' });
  const bearerOf = async (email: string) => {
    const issued = await issueToken({ ...world.deps, newSecret: world.deps.newId }, email, 'x');
    return 'token' in issued ? issued.token : '';
  };
  const revoked = await bearerOf(OLGA);
  const [token] = await world.useCases.tokens.list({ email: OLGA });
  await world.useCases.tokens.revoke({ email: OLGA }, token?.id ?? '');
  await manage(world, id, { type: 'hand-over', to: { name: 'Olga', email: OLGA } });
  const note = { title: 'Offers', note: 'They leave without a call.', participants: DISCOUNTS.participants };
  const manager = { name: 'Olga', email: OLGA };
  const share = ok(await world.useCases.shares.send({ email: OLGA }, { ...note, manager }, 'note')).view
    .conversation.id;
  await world.advance(plus(RECORDED, 60 * MINUTE));
  const asManager = async (email: string) => ({
    session: web.sessionOf(email),
    bearer: await bearerOf(email),
  });
  const none = { manages: 'none', opens: 'none' } as const;
  const askers: Asker[] = [
    { ...none, name: 'anybody' },
    { ...none, name: 'who manages nothing here', session: web.sessionOf('x@elsewhere.example') },
    { ...none, name: 'a manager taken off the list', ...(await takenOff(all, managers)) },
    { ...none, name: 'another tenant', ...(await ofAnotherTenant(all, id)) },
    { ...none, name: 'a revoked token', bearer: revoked },
    { ...none, name: 'a removed person', link: removed },
    { ...none, name: 'who has the mail to a mistaken address', link: corrected },
    { ...none, name: 'a participant', opens: 'it', link: all.fill(':token'), feed: all.fill(':file') },
    {
      ...none,
      name: 'a partner',
      opens: 'it',
      link: await tokenOf(world, id, 'p4'),
      without: '/p/:token/calendar/:checkIn',
    },
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
    if (path.endsWith('/:id/reflection')) return `reflection ${id}`;
    if (path.startsWith('/shares')) return path.includes(':id') ? `share ${share}` : 'share';
    return path.includes(':id') ? `commands ${id}` : 'record';
  };
  const guard = { seal: (text: string) => seal(KEYRING, 'form', text) };
  return {
    ...all,
    id,
    askers,
    fill: (path: string, names: Record<string, string> = {}) =>
      all.fill(path, path.includes('/shares/') ? { ...names, ':id': share } : names),
    /** The token that this session's form for a path would have, had its owner ever seen that form. */
    formOf: (session: string, path: string) => {
      if (path === '/mails') return formToken(guard, session, 'mails');
      if (path.startsWith('/tokens')) return formToken(guard, session, 'tokens');
      return formToken(guard, session, purpose(path));
    },
    olgasTokens: () => world.useCases.tokens.list({ email: OLGA }),
  };
}
