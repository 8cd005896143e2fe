import { FIRMER } from './samples.ts';
import type { Tour } from './tour.ts';

const UMA = 'uma@northwind.example';

/** One whose owner chose something else twice: the ask again, the draft of what comes next, and a look half way. */
export async function walkFirmer({ record, act, command, moveTo, visit, visitAs }: Tour): Promise<void> {
  const id = await record(FIRMER);
  await moveTo('2027-01-21T12:08');
  await act(UMA, { action: 'agree', consequence: 'fair' });
  const missed = { action: 'report', commitment: 'c1', kept: 'no', reason: 'chose-something-else' };
  await act(UMA, missed);
  await command(id, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-28' });
  await visitAs(UMA, 'person-asked-again');
  await act(UMA, {
    action: 'answer-ask',
    commitment: 'c1',
    how: 'The sheet first, at half past four, then the valve.',
    help: 'A pen that stays at the pump.',
  });
  await act(UMA, missed);
  await visitAs(UMA, 'person-closer-offered');
  await command(id, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-02-01' });
  await visit('conversation-tone-draft', `/conversations/${id}`);
  await command(id, { type: 'choose-tone', commitment: 'c1', tone: 'firmer' });
  await act(UMA, { action: 'choose-contact', level: 'close' });
  await visitAs(UMA, 'person-lets-talk');
}
