import { expect, it } from 'vitest';
import type { Delivery } from '../../functions/domain/delivery.ts';
import { isCalledFor } from '../../functions/domain/plan.ts';
import { planChanges } from '../../functions/domain/plan-change.ts';
import { agreedTalk, BILL, DANA } from './decide/talk.ts';
import type { Given } from './given.ts';

function planned(story: Given) {
  return story.plan().map((delivery: Delivery) => {
    const { claimed } = story.conversation;
    if (claimed.has(delivery.key)) return { delivery, state: 'left' as const };
    if (delivery.skipped || !isCalledFor(delivery, story.conversation))
      return { delivery, state: 'skipped' as const };
    return { delivery, state: delivery.waitsForAgreement ? ('if-agreed' as const) : ('ahead' as const) };
  });
}

/** What a command of Dana's changes for one person: "moved due-check_c1 15 Jan 17:00 → 20 Jan 12:00". */
function changesOf(story: Given, command: Record<string, unknown>, person = BILL): string[] {
  const after = story.command(DANA, command);
  const moment = (delivery: Delivery | undefined) => delivery?.atLocal.slice(5).replace('T', ' ') ?? '';
  return planChanges(planned(story), planned(after), story.now)
    .filter(({ to }) => to === person)
    .map(({ what, was, is, atOnce }) => {
      const { kind, subject } = (is ?? was)?.delivery ?? { kind: '', subject: '' };
      const moments = what === 'moved' ? [was, is] : [is ?? was];
      const when = moments.map((one) => moment(one?.delivery)).join(' → ');
      return `${what} ${kind} ${subject} ${when}${atOnce ? ' at once' : ''}`;
    });
}

// Everything up to Monday 11 January has left: recaps, invitations, entries.
const monday = () => agreedTalk().run('2027-01-11T12:00');

it('a new due date moves the nudges and the calendar entry, and tells the owner at once', () => {
  expect(changesOf(monday(), { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-20T12:00' })).toEqual([
    'new changed all 01-11 12:00 at once',
    'again entry c1 01-11 12:00 at once',
    'moved heads-up c1 01-14 09:00 → 01-19 09:00',
    'moved due-check c1 01-15 17:00 → 01-20 12:00',
  ]);
});

it('a moved check-in moves along in the calendar, with its agenda', () => {
  expect(changesOf(monday(), { type: 'move-check-in', checkIn: 'k1', at: '2027-01-20T09:30' })).toEqual([
    'again invitation k1 01-11 12:00 at once',
    'moved due-check c4-k1 01-15 09:00 → 01-19 09:00',
    'moved agenda k1 01-15 09:00 → 01-19 09:00',
  ]);
});

it('an amended action asks its owner anew: what was certain waits for a yes', () => {
  const changes = changesOf(monday(), {
    type: 'amend',
    change: [{ id: 'c1', action: 'Call before any discount over 10%.' }],
  });
  expect(changes).toContain('new changed all 01-11 12:00 at once');
  expect(changes).toContain('waits due-check c1 01-15 17:00');
});

it('calling it off drops everything ahead and takes back what stands in a calendar', () => {
  const changes = changesOf(monday(), { type: 'cancel' });
  expect(changes.filter((change) => change.startsWith('dropped'))).toEqual(
    expect.arrayContaining(['dropped due-check c1 01-15 17:00', 'dropped agenda k1 01-15 09:00']),
  );
  expect(changes.filter((change) => !change.startsWith('dropped'))).toEqual([
    'new cancelled all 01-11 12:00 at once',
    'new invitation-cancelled k1 01-11 12:00 at once',
    'new entry-cancelled c1 01-11 12:00 at once',
  ]);
});

it('what nobody is told changes nothing', () => {
  expect(changesOf(monday(), { type: 'bring', words: 'The price list' })).toEqual([]);
});
