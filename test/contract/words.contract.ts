import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../functions/app/ports.ts';
import { recorded, reported } from './sample-facts.ts';
import { type MakeStore, NOW } from './store-under-test.ts';

const JAPANESE = '約束を守る。'.repeat(334).slice(0, 2000);
const EMOJI = '👩‍👩‍👧‍👦🇳🇱'.repeat(140).slice(0, 2000);

/** What a store promises about the words of facts: kept whole, in any script and length. */
export function wordsContract(makeStore: MakeStore): void {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await makeStore());
  });

  const factsOf = async (id: string) => (await store.load(id))?.facts ?? [];

  it('come back as typed, in any script, with line breaks and half an emoji', async () => {
    const words = {
      'c1.action': JAPANESE,
      'c1.evidence': EMOJI,
      'p2.name': 'آمنة\r\n"\u0000\\',
      cut: '👩'.slice(0, 1),
      empty: '',
    };
    await store.create({ id: 'a', fingerprint: 'f', facts: [recorded(words)], wakeAt: NOW });
    expect((await factsOf('a'))[0]?.words).toEqual(words);
  });

  it('may be none, or an empty record', async () => {
    await store.create({ id: 'a', fingerprint: 'f', facts: [recorded(), reported(2, {})], wakeAt: NOW });
    const facts = await factsOf('a');
    expect(facts).toEqual([recorded(), reported(2, {})]);
    expect(facts.map((fact) => fact.words)).toEqual([undefined, {}]);
  });

  it.each([
    ['200 KB', 100, 'x'.repeat(2000)],
    ['more than two megabytes, a long amendment in Japanese', 400, JAPANESE],
  ])('hold %s in one fact', async (_, count, text) => {
    const words = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`c${n + 1}.action`, `${n} ${text}`]),
    );
    await store.create({ id: 'a', fingerprint: 'f', facts: [recorded(words)], wakeAt: NOW });
    const report = [reported(2, { 'c1.words': 'no' })];
    await store.append({ id: 'a', revision: 1, facts: report, claims: {}, wakeAt: NOW });
    expect(await factsOf('a')).toEqual([recorded(words), ...report]);
  });

  it('can be saved ahead of the facts', async () => {
    const facts = [recorded({ title: 'Late' })];
    await store.saveWords('a', [{ words: { title: 'Late' } }]);
    await store.saveWords('a', facts);
    expect(await store.load('a')).toBeUndefined();
    await store.create({ id: 'a', fingerprint: 'f', facts, wakeAt: NOW, wordsSaved: true });
    expect(await factsOf('a')).toEqual(facts);
  });

  it('of a lost race are not shown, and take nothing from the winner', async () => {
    await store.create({ id: 'a', fingerprint: 'f', facts: [recorded()], wakeAt: NOW });
    const won = [reported(2, { 'c1.words': 'the lorry' })];
    const lost = [reported(2, { 'c1.words': 'the train' })];
    await store.append({ id: 'a', revision: 1, facts: won, claims: {}, wakeAt: NOW });
    expect(await store.append({ id: 'a', revision: 1, facts: lost, claims: {}, wakeAt: NOW })).toBe(
      'conflict',
    );
    expect((await factsOf('a')).slice(1)).toEqual(won);
  });
}
