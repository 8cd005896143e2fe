import { expect, it } from 'vitest';
import { changeAnswer, conversationAnswer } from '../../functions/http/api/answer-schemas.ts';
import { at } from '../simulation/acme.ts';
import { act } from '../simulation/acting.ts';
import { begun, makeWebWorld } from './web-world.ts';

const pathOf = (id: string) => `/api/v1/conversations/${id}/commands`;

it('tells what a command would change of what people get, and stores nothing', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-11T11:00:00Z'));
  const before = await factsOf();
  const command = { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-20T12:00' };
  const answer = await web.api('POST', `${pathOf(id)}/preview`, command);
  expect(answer.status).toBe(200);
  const { changes } = changeAnswer.parse(await answer.json());
  expect(changes.filter(({ person }) => person === 'p2').map(({ what, is }) => [what, is?.kind])).toEqual([
    ['new', 'changed'],
    ['again', 'entry'],
    ['moved', 'heads-up'],
    ['moved', 'due-check'],
  ]);
  expect(changes.find(({ is }) => is?.kind === 'due-check')).toMatchObject({
    was: { atLocal: '2027-01-14T17:00:00+01:00[Europe/Amsterdam]' },
    is: { atLocal: '2027-01-20T12:00:00+01:00[Europe/Amsterdam]' },
    atOnce: false,
  });
  expect(await factsOf()).toEqual(before);
});

it('refuses in a preview what it would refuse, and keeps others out', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  const early = await web.api('POST', `${pathOf(id)}/preview`, { type: 'close' });
  expect([early.status, JSON.stringify(await early.json())]).toEqual([
    422,
    expect.stringContaining('has no verdict yet'),
  ]);
  expect((await web.api('POST', `${pathOf(id)}/preview`, { type: 'dance' })).status).toBe(422);
  expect((await web.api('POST', `${pathOf('nobody')}/preview`, { type: 'close' })).status).toBe(404);
  expect((await web.api('GET', `${pathOf(id)}/preview`)).status).toBe(405);
});

it('carries several commands out in one write, or none of them', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await web.world.advance(at('2027-01-18T09:40:00Z'));
  const before = (await factsOf()).length;
  const commands = [
    { type: 'verdict', commitment: 'c1', verdict: 'missed' },
    { type: 'learned', commitment: 'c1', words: 'The number stands in the tool.' },
    { type: 'follow', commitment: 'c1', how: 'follows' },
    { type: 'add-check-in', at: '2027-01-25T10:30' },
  ];
  const wrong = [...commands, { type: 'verdict', commitment: 'c9', verdict: 'kept' }];
  const refused = await web.api('POST', pathOf(id), { commands: wrong });
  expect([refused.status, await refused.json()]).toEqual([
    422,
    {
      errors: [
        {
          path: 'commands[4].commitment',
          message: 'There is no commitment c9 here. It may have been removed; open the page again.',
        },
      ],
    },
  ]);
  expect(await factsOf()).toHaveLength(before);
  for (const _ of [1, 2]) {
    const done = await web.api('POST', pathOf(id), { commands }, { 'idempotency-key': 'talk' });
    const { state } = conversationAnswer.parse(await done.json());
    expect(state.commitments[0]).toMatchObject({
      learned: { words: 'The number stands in the tool.', by: 'p1' },
      followUp: { how: 'follows', words: '' },
    });
  }
  const added = (await factsOf()).slice(before).map(({ type }) => type);
  expect(added).toEqual(['judged', 'noted', 'followed', 'checkInAdded']);
});

it('takes back together what one request said, and leaves the check-in', async () => {
  const web = await makeWebWorld();
  const { id, factsOf } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree', consequence: 'fair' });
  const commands = [
    { type: 'verdict', commitment: 'c1', verdict: 'missed' },
    { type: 'learned', commitment: 'c1', words: 'One' },
    { type: 'verdict', commitment: 'c2', verdict: 'kept' },
    { type: 'helped', commitment: 'c2', words: 'Two' },
    { type: 'add-check-in', at: '2027-01-25T10:30' },
  ];
  await web.api('POST', pathOf(id), { commands }, { 'idempotency-key': 'talk' });
  const undone = await web.api('POST', pathOf(id), { type: 'undo' });
  const { state } = conversationAnswer.parse(await undone.json());
  for (const commitment of state.commitments)
    expect([commitment.verdict, commitment.learned, commitment.helped]).toEqual([undefined, undefined, '']);
  expect(state.checkIns).toHaveLength(2);
  expect((await factsOf()).at(-1)?.type).toBe('undone');
});
