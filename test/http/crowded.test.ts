import { expect, it } from 'vitest';
import { at, DISCOUNTS } from '../simulation/acme.ts';
import { act } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const others = Array.from({ length: 10 }, (_, n) => ({ name: `Ann${n}`, email: `ann${n}@acme.example` }));
const CROWD = {
  ...DISCOUNTS,
  participants: [...DISCOUNTS.participants, ...others],
  commitments: [
    ...DISCOUNTS.commitments,
    ...others.map(({ email }) => ({ owner: email, action: 'Ask before every offer.', dueBy: '2027-01-15' })),
  ],
};

/** A dozen people's talk, a week on. */
async function crowded() {
  const web = await makeWebWorld();
  const { id } = await begun(web, CROWD);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-18T11:00:00Z'));
  const see = async (query = '') => (await web.see(`/conversations/${id}${query}`)).text();
  return { web, id, see };
}

it('shows among many people the forms of whom is asked for, and stays small', async () => {
  const { see } = await crowded();
  const page = await see();
  expect(page).not.toContain('id="pause-p3"');
  expect(page).not.toContain('id="renegotiate-c2"');
  expect(page).toContain('href="?person=p3#p3"');
  expect(page).toContain('href="?commitment=c2#c2"');
  expect(Buffer.byteLength(page)).toBeLessThan(60_000);
  const asked = await see('?person=p3');
  expect(asked).toContain('id="pause-p3"');
  expect(textOf(asked)).toContain('Mails to Mei');
  expect(asked).not.toContain('id="pause-p4"');
  expect(await see('?commitment=c2')).toContain('id="renegotiate-c2"');
});

it('shows a refused form again, whoever it is about', async () => {
  const { web, id, see } = await crowded();
  const page = await see('?person=p3');
  const refused = await web.press(`/conversations/${id}/commands`, {
    token: hiddenOf(page, 'token'),
    version: hiddenOf(page, 'version'),
    form: 'pause-p3',
    type: 'pause',
    person: 'p3',
    from: '2027-01-20',
    until: '2027-01-19',
  });
  const shown = await refused.text();
  expect(refused.status).toBe(422);
  expect(shown).toContain('id="pause-p3"');
  expect(shown).toContain('value="2027-01-19"');
});
