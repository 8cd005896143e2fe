import { expect, it } from 'vitest';
import { tenantSchema } from '../../functions/domain/tenant.ts';
import { promised, sampleRow } from '../domain/overview/sample-row.ts';
import { ACME, RECORDED } from '../simulation/acme.ts';
import { listed } from './listed.ts';
import { textOf } from './page-text.ts';
import { makeWebWorld } from './web-world.ts';

async function firstPage(policy: Record<string, unknown>) {
  const web = await makeWebWorld(RECORDED, tenantSchema.parse({ ...ACME, policy }));
  const judgedAt = web.world.now();
  const missed = (id: 'c1' | 'c2' | 'c3', reason: 'needed-to-learn' | 'in-the-way') =>
    promised(id, { verdict: 'missed', reason, judgedAt });
  const commitments = [
    missed('c1', 'needed-to-learn'),
    missed('c2', 'needed-to-learn'),
    missed('c3', 'in-the-way'),
  ];
  await listed(web, [sampleRow('talk1', 0, { title: 'Late invoices', recordedAt: judgedAt, commitments })]);
  return textOf(await (await web.see('/')).text());
}

it('tells a manager what was behind the misses, with their conversations and without a person', async () => {
  const text = await firstPage({});
  expect(text).toContain('What was behind what was missed');
  expect(text).toContain('January: two needed to learn how, one something was in the way.');
  expect(text).toContain('In: Late invoices');
  expect(/What was behind.*/s.exec(text)?.[0]).not.toContain('Bill');
});

it.each([{ figures: 'hidden' }, { recordSeenBy: 'owner' }])('tells nothing with %j', async (policy) => {
  expect(await firstPage(policy)).not.toContain('What was behind');
});
