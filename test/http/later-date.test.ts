import { describe, expect, it } from 'vitest';
import { at, DISCOUNTS } from '../simulation/acme.ts';
import { act } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, makeWebWorld } from './web-world.ts';

// Bill's is due on Thursday 14 January, 17:00 in Amsterdam.
async function billAt(moment: string) {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web, DISCOUNTS);
  await act(web.world, id, 'p2', { type: 'agree' });
  await web.world.advance(at(moment));
  const see = async () => textOf(await (await web.ask(await pageOf('p2'))).text());
  return { web, id, see };
}

describe('a participant who needs another date', () => {
  it('reads until when a later one can be asked for', async () => {
    const { see } = await billAt('2027-01-12T10:00:00Z');
    expect(await see()).toContain(
      'A later one can be asked for until Wednesday 13 January, 17:00; an earlier one holds at once.',
    );
  });

  it('reads that it is too late once it is due within a working day', async () => {
    const { see } = await billAt('2027-01-13T16:30:00Z');
    expect(await see()).toContain('It is too late for a later date. An earlier one holds at once.');
  });

  it('is asked how it ended once it was due, and for no date', async () => {
    const { see } = await billAt('2027-01-14T16:30:00Z');
    const page = await see();
    expect(page).toContain('Not yet');
    expect(page).not.toContain('Another date?');
  });

  it('tells everybody at once of an earlier one', async () => {
    const { web, id } = await billAt('2027-01-12T10:00:00Z');
    await act(web.world, id, 'p2', { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-13' });
    await web.world.advance(at('2027-01-12T10:05:00Z'));
    const told = web.world.ses.inbox.filter(({ kind }) => kind === 'changed').map(({ to }) => to);
    expect(told.toSorted()).toEqual(['dana@acme.example', 'mei@acme.example']);
  });
});
