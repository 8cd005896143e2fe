import { expect, it } from 'vitest';
import { MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, RECORDED } from '../simulation/acme.ts';
import { makeMemoryCalendar } from '../twins/memory-calendar.ts';
import { textOf } from './page-text.ts';
import { begun, makeWebWorld } from './web-world.ts';

it.each([
  ['google', 'Reconnect Google'],
  ['microsoft', 'Reconnect Microsoft 365'],
] as const)(
  'a calendar that no longer lets us in (%s) is named to the manager, with what to do',
  async (calendar, told) => {
    const web = await makeWebWorld(RECORDED, { ...ACME, calendar });
    const provider = { ...makeMemoryCalendar(), name: calendar };
    provider.faults.push({ outcome: 'refused', reason: 'grant-gone' });
    web.world.outbox.calendar = provider;
    const { id } = await begun(web);
    await web.world.advance(plus(RECORDED, 2 * MINUTE));
    const page = textOf(await (await web.see(`/conversations/${id}`)).text());
    expect(page).toContain(told);
    expect(page).toContain('New invitations go by mail');
  },
);
