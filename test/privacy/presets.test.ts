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
const tenantOf = (change: Record<string, unknown>) => tenantSchema.parse(withPreset({ ...PLAIN, ...change }));

function readersOf(read: Read, words: string | RegExp): Reader[] {
  const has = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  return READERS.filter((reader) => read[reader].some(has));
}

let shown: Lived;
let hidden: Lived;
beforeAll(async () => {
  shown = await everythingRead(tenantOf({ policy: { reflection: 'offered' } }));
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

describe('the preset works-council', () => {
  it('shows an agreed consequence to owner and manager, which else everybody in the talk reads', () => {
    expect(readersOf(shown.read, SAID.consequence)).toEqual(['manager', 'owner', 'other']);
    expect(readersOf(hidden.read, SAID.consequence)).toEqual(['manager', 'owner']);
  });

  it('shows no figures', () => {
    const figures = /Had once|not repeated|In figures|topics? came back|topic did not come back/;
    expect(readersOf(shown.read, figures)).toEqual(['manager']);
    expect(readersOf(hidden.read, figures)).toEqual([]);
  });

  it('keeps what became of somebody’s commitments for them alone', async () => {
    const record = async ({ web, id }: Lived) => {
      const [first] = (await loaded(web.world, id)).facts;
      const bill =
        first?.type === 'recorded' ? first.people.find((one) => one.id === 'p2')?.person : undefined;
      return textOf(await (await web.see(`/people/${bill}`)).text());
    };
    expect(await record(shown)).toMatch(/Kept|Missed/);
    expect(await record(hidden)).not.toMatch(/Kept|Missed/);
  });

  it('keeps every ask a plain one', () => {
    expect(readersOf(shown.read, /we ask once more/i)).toContain('owner');
    expect(readersOf(hidden.read, /we ask once more|Why this tone/i)).toEqual([]);
  });

  it('tells nobody what was behind the misses', () => {
    expect(readersOf(shown.read, 'What was behind what was missed')).toEqual(['manager']);
    expect(readersOf(hidden.read, 'What was behind what was missed')).toEqual([]);
  });

  it('offers no reflection', () => {
    expect(readersOf(shown.read, 'Your side of it')).toEqual(['manager']);
    expect(readersOf(hidden.read, 'Your side of it')).toEqual([]);
  });

  it('asks the manager where somebody is silent, and says to nobody that it was missed', () => {
    const mails = ({ web }: Lived, kind: string) =>
      web.world.ses.inbox.filter((mail) => mail.kind === kind).length;
    expect([mails(shown, 'missed-not-reported') > 0, mails(shown, 'no-report')]).toEqual([true, 0]);
    expect([mails(hidden, 'missed-not-reported'), mails(hidden, 'no-report') > 0]).toEqual([0, true]);
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
