import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { withPreset } from '../../functions/domain/privacy.ts';
import { tenantSchema } from '../../functions/domain/tenant.ts';
import { textOf } from '../http/page-text.ts';
import { ACME } from '../simulation/acme.ts';
import { loaded, manage } from '../simulation/acting.ts';
import { everythingRead, READERS, type Read, type Reader, SAID } from './everything-read.ts';

type Lived = Awaited<ReturnType<typeof everythingRead>>;
const { policy: _, ...PLAIN } = ACME;
const OFFERED = { reflection: 'offered' };
const tenantOf = (change: Record<string, unknown>) => tenantSchema.parse(withPreset({ ...PLAIN, ...change }));

function readersOf(read: Read, words: string | RegExp): Reader[] {
  const has = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  return READERS.filter((reader) => read[reader].some(has));
}

let shown: Lived;
let hidden: Lived;
beforeAll(async () => {
  shown = await everythingRead(tenantOf({ policy: OFFERED }));
  hidden = await everythingRead(tenantOf({ privacy: 'works-council' }));
});

describe('whatever the policy', () => {
  it.each(['why a miss happened', 'what was learned'])('tells only its owner and the manager %s', (what) => {
    const words = what === 'why a miss happened' ? SAID.why : SAID.learned;
    for (const { read } of [shown, hidden]) expect(readersOf(read, words)).toEqual(['manager', 'owner']);
  });

  it('never tells a partner what follows a miss', () => {
    for (const { read } of [shown, hidden])
      expect(readersOf(read, SAID.consequence)).not.toContain('partner');
  });
});

const FIGURES = /Had once|not repeated|In figures|topics? came back|topic did not come back/;
const mailsOf = ({ web }: Lived, kind: string) =>
  web.world.ses.inbox.filter((mail) => mail.kind === kind).length;

/** What the manager reads of Bill over time. */
async function recordOf({ web, id }: Lived): Promise<string> {
  const [first] = (await loaded(web.world, id)).facts;
  const bill = first?.type === 'recorded' ? first.people.find((one) => one.id === 'p2')?.person : undefined;
  return textOf(await (await web.see(`/people/${bill}`)).text());
}

/** Each part of the preset: its key in the policy, and by what a life shows that it does not hold. */
const PARTS: [string, Record<string, unknown>, (lived: Lived) => boolean | Promise<boolean>][] = [
  [
    'an agreed consequence is seen by its owner and the manager',
    { consequencesSeenBy: 'owner-and-manager' },
    ({ read }) => readersOf(read, SAID.consequence).includes('other'),
  ],
  ['nobody sees figures', { figures: 'hidden' }, ({ read }) => readersOf(read, FIGURES).length > 0],
  [
    'what became of commitments is their owner’s alone',
    { recordSeenBy: 'owner' },
    async (lived) => /Kept|Missed/.test(await recordOf(lived)),
  ],
  [
    'an ask stays a plain one',
    { tone: 'ask' },
    ({ read }) => readersOf(read, /we ask once more|Why this tone/i).length > 0,
  ],
  [
    'no reflection is offered',
    { reflection: 'off' },
    ({ read }) => readersOf(read, 'Your side of it').length > 0,
  ],
  [
    'silence asks the manager',
    { silence: 'ask-manager' },
    (lived) => mailsOf(lived, 'missed-not-reported') > 0 || mailsOf(lived, 'no-report') === 0,
  ],
];

describe('the preset works-council', () => {
  it.each(PARTS)('%s', async (_name, _part, isShown) => {
    expect([await isShown(shown), await isShown(hidden)]).toEqual([true, false]);
  });

  it.each(PARTS)('%s, also as the one part that is chosen', async (name, part) => {
    const alone = await everythingRead(tenantOf({ policy: { ...OFFERED, ...part } }));
    const holds = await Promise.all(PARTS.map(async ([, , isShown]) => !(await isShown(alone))));
    expect(PARTS.filter((_one, at) => holds[at]).map(([other]) => other)).toEqual([name]);
  });

  it('tells nobody what was behind the misses', () => {
    expect(readersOf(shown.read, 'What was behind what was missed')).toEqual(['manager']);
    expect(readersOf(hidden.read, 'What was behind what was missed')).toEqual([]);
  });

  it('tells everybody in the recap who sees it and when it is erased, and erases it then', async () => {
    const recaps = hidden.web.world.ses.inbox.filter(({ kind }) => kind === 'recap');
    expect(recaps.length).toBeGreaterThan(3);
    for (const { raw } of recaps) expect(Buffer.from(raw).toString('utf8')).toContain('90 days');
    const { world } = hidden.web;
    await manage(world, hidden.id, { type: 'verdict', commitment: 'c2', verdict: 'released' });
    await manage(world, hidden.id, { type: 'report', commitment: 'c3', kept: true });
    await manage(world, hidden.id, { type: 'close' });
    const closed = world.now();
    await world.advance(plus(closed, 89 * DAY));
    expect(await world.store.load(hidden.id)).toBeDefined();
    await world.advance(plus(closed, 91 * DAY));
    expect(await world.store.load(hidden.id)).toBeUndefined();
  });
});
