import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { OUTCOMES, type Outcome, type Receipt, type Store } from '../../functions/app/ports.ts';
import { MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { recorded } from './sample-facts.ts';
import { type MakeStore, NOW } from './store-under-test.ts';

const atOf = (outcome: Outcome) => plus(NOW, OUTCOMES.indexOf(outcome) * SECOND);

function receipt(outcome: Outcome, more: Partial<Receipt> = {}): Receipt {
  const times = { [outcome]: atOf(outcome) };
  return { mail: 'm1', keys: ['recap_all_p2_1'], to: 'p2', outcome, times, ...more };
}

/** What a store promises about receipts: they only climb, in whatever order the events arrive. */
export function receiptsContract(makeStore: MakeStore): void {
  let store: Store;
  let ids = 0;
  beforeEach(async () => {
    ({ store } = await makeStore());
  });

  const created = async () => {
    ids += 1;
    const id = `c${ids}`;
    await store.create({ id, fingerprint: 'f', facts: [recorded()], wakeAt: NOW });
    return id;
  };
  const receipts = async (id: string) => (await store.load(id))?.receipts;

  it('reads one alone, and none that nobody wrote', async () => {
    const id = await created();
    await store.recordOutcome(id, receipt('accepted', { sesId: 's-1' }));
    expect(await store.readReceipt(id, 'm1')).toEqual(receipt('accepted', { sesId: 's-1' }));
    expect(await store.readReceipt(id, 'm2')).toBeUndefined();
    expect(await store.readReceipt('nobody', 'm1')).toBeUndefined();
  });

  it('keeps a receipt with everything it says', async () => {
    const id = await created();
    const refused = receipt('refused', { detail: 'Throttling', retryAt: plus(NOW, MINUTE), refusals: 2 });
    await store.recordOutcome(id, refused);
    await store.recordOutcome(id, { ...receipt('accepted', { sesId: 's-2' }), mail: 'm2' });
    expect(await receipts(id)).toEqual([refused, { ...receipt('accepted', { sesId: 's-2' }), mail: 'm2' }]);
  });

  it('climbs, and takes the detail of the higher outcome', async () => {
    const id = await created();
    await store.recordOutcome(id, receipt('unknown', { detail: 'ECONNRESET' }));
    await store.recordOutcome(id, receipt('accepted', { sesId: 's-1' }));
    await store.recordOutcome(id, receipt('bounced', { detail: 'Permanent' }));
    expect(await receipts(id)).toEqual([
      receipt('bounced', {
        detail: 'Permanent',
        sesId: 's-1',
        times: { unknown: atOf('unknown'), accepted: atOf('accepted'), bounced: atOf('bounced') },
      }),
    ]);
  });

  it('forgets a retry once the mail left after all', async () => {
    const id = await created();
    await store.recordOutcome(id, receipt('refused', { detail: 'Throttling', retryAt: NOW, refusals: 1 }));
    await store.recordOutcome(id, receipt('accepted'));
    const [lifted] = (await receipts(id)) ?? [];
    expect([lifted?.outcome, lifted?.detail, lifted?.retryAt, lifted?.refusals]).toEqual([
      'accepted',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('shows when a mail was sent, even if the news of its delivery came first', async () => {
    const id = await created();
    const delivered = plus(NOW, 4 * SECOND);
    await store.recordOutcome(id, receipt('delivered', { times: { delivered } }));
    await store.recordOutcome(id, receipt('accepted', { times: { accepted: NOW }, sesId: 's-1' }));
    expect(await receipts(id)).toEqual([
      receipt('delivered', { times: { accepted: NOW, delivered }, sesId: 's-1' }),
    ]);
  });

  it('is not moved by a repetition', async () => {
    const id = await created();
    await store.recordOutcome(id, receipt('accepted', { sesId: 's-1', detail: 'first' }));
    const before = await receipts(id);
    await store.recordOutcome(
      id,
      receipt('accepted', { sesId: 's-2', detail: 'second', times: { accepted: plus(NOW, MINUTE) } }),
    );
    expect(await receipts(id)).toEqual(before);
  });

  it('keeps the other id of a mail that SES took twice, whatever is heard after', async () => {
    const id = await created();
    await store.recordOutcome(id, receipt('delivered', { sesId: 's-1' }));
    await store.recordOutcome(id, receipt('accepted', { sesId: 's-2', otherSesId: 's-2' }));
    await store.recordOutcome(id, receipt('complained', { sesId: 's-1' }));
    const [kept] = (await receipts(id)) ?? [];
    expect([kept?.outcome, kept?.sesId, kept?.otherSesId]).toEqual(['complained', 's-1', 's-2']);
  });

  it('ends the same in any order and repetition of arrival', async () => {
    const some = fc.uniqueArray(fc.constantFrom(...OUTCOMES), { minLength: 1 });
    const arrivals = some.chain((set) =>
      fc.tuple(
        fc.constant(set),
        fc
          .array(fc.constantFrom(...set), { maxLength: 3 })
          .chain((again) =>
            fc.shuffledSubarray([...set, ...again], { minLength: set.length + again.length }),
          ),
        fc.boolean(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async ([set, order, atOnce]) => {
        const id = await created();
        const tell = (outcome: Outcome) =>
          store.recordOutcome(id, receipt(outcome, { sesId: 's-1', detail: outcome }));
        if (atOnce) await Promise.all(order.map(tell));
        else for (const outcome of order) await tell(outcome);
        const highest = OUTCOMES.filter((outcome) => set.includes(outcome)).at(-1) ?? 'claimed';
        expect(await receipts(id)).toEqual([
          receipt(highest, {
            sesId: 's-1',
            detail: highest,
            times: Object.fromEntries(set.map((outcome) => [outcome, atOf(outcome)])),
          }),
        ]);
      }),
      { numRuns: 40 },
    );
  });
}
