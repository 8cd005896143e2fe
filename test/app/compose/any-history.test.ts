import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarEvent } from '../../../functions/app/calendar-event.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { instant, toIso } from '../../../functions/domain/instant.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import sample from '../../conversations/02-sales.json' with { type: 'json' };
import { act, type Mail, northwind, run, sales, type Told, tokenOf } from './mails.ts';

const { manager, participants, commitments } = sample.conversation;
const bill = participants[0]?.email ?? '';
const meiLing = participants[1]?.email ?? '';
const quiet = {
  ...northwind,
  policy: { ...northwind.policy, consequencesSeenBy: 'owner-and-manager' as const },
};

// Words that only the two sides of Bill's commitment may read, and those of Mei-Ling's.
const BILLS = 'Bill told Dana so';
const MEI_LINGS = 'Mei-Ling told Dana so';
const body = {
  commitments: [
    ...commitments.map((one, index) => ({ ...one, consequence: index === 0 ? BILLS : MEI_LINGS })),
    { owner: manager.email, action: 'Call Fabrikam', dueBy: '2027-01-08', consequence: 'I buy lunch' },
    { owner: bill, action: 'Say the limit aloud', habit: true, partner: meiLing },
  ],
  laterCheckIns: [{ at: '2027-01-13T08:30' }],
};

const both = fc.boolean();
const id = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const day = fc.constantFrom('2027-01-12', '2027-01-25T10:00', '2027-02-20', '2027-04-05T09:00');
const talk = fc.constantFrom('2027-01-14T09:00', '2027-02-01T09:00', '2027-04-06T11:00');

/** What an owner does; what Bill and Mei-Ling say with it is only for them and Dana. */
const owners = (words: string, ...own: string[]) => {
  const commitment = fc.constantFrom(...own);
  return fc.oneof(
    fc.record({ type: fc.constant('agree'), consequence: fc.constantFrom('fair', 'talk') }),
    fc.record({ type: fc.constant('ask-change'), words: fc.constant(words) }),
    fc.record({ type: fc.constant('propose-consequence'), commitment, words: fc.constant(words) }),
    fc.record({ type: fc.constant('report'), commitment, kept: both, words: fc.constant(words) }),
    fc.record({
      type: fc.constant('report'),
      commitment,
      kept: fc.constant(false),
      reason: fc.constant('chose-something-else'),
    }),
    fc.record({
      type: fc.constant('answer-ask'),
      commitment,
      how: fc.constant(words),
      help: fc.constant(words),
    }),
    fc.record({ type: fc.constant('choose-contact'), level: fc.constantFrom('close', 'normal', 'light') }),
    fc.record({ type: fc.constant('propose-date'), commitment, dueBy: day, words: fc.constant(words) }),
    fc.record({ type: fc.constant('bring'), words: fc.constant(words) }),
    fc.record({ type: fc.constant('undo') }),
  );
};
const verdicts = fc.constantFrom('kept', 'missed', 'released', 'unresolved');
const managers = fc.oneof(
  owners('I could not', 'c3'),
  fc.record({ type: fc.constant('answer-change'), commitment: id, accept: both }),
  fc.record({
    type: fc.constantFrom('verdict', 'correct'),
    commitment: id,
    verdict: verdicts,
    words: fc.constant('I see it so'),
  }),
  fc.record({ type: fc.constant('renegotiate'), commitment: id, dueBy: day }),
  fc.record({ type: fc.constant('choose-tone'), commitment: id, tone: fc.constantFrom('firmer', 'plain') }),
  fc.record({ type: fc.constant('move-check-in'), checkIn: fc.constantFrom('k1', 'k2'), at: talk }),
  fc.record({
    type: fc.constant('move-check-in'),
    checkIn: fc.constant('k1'),
    at: talk,
    where: fc.constant('Room 4'),
  }),
  fc.record({ type: fc.constant('cancel-check-in'), checkIn: fc.constantFrom('k1', 'k2') }),
  fc.record({
    type: fc.constant('pause'),
    person: fc.constantFrom('p2', 'p3'),
    from: fc.constant('2027-01-10'),
    until: fc.constant('2027-01-24'),
  }),
  fc.record({
    type: fc.constant('correct-address'),
    person: fc.constantFrom('p2', 'p3'),
    email: fc.constantFrom('a@northwind.example', 'b@northwind.example'),
  }),
  fc.record({
    type: fc.constant('said-in-person'),
    person: fc.constantFrom('p2', 'p3'),
    said: fc.constantFrom('recap', 'agreed'),
  }),
  fc.record({
    type: fc.constant('amend'),
    change: fc.tuple(fc.record({ id, action: fc.constantFrom('Other words', 'Yet others') })),
  }),
  fc.record({ type: fc.constant('amend'), change: fc.tuple(fc.record({ id, dueBy: day })) }),
  fc.record({
    type: fc.constant('amend'),
    change: fc.tuple(fc.record({ id: fc.constant('c1'), owner: fc.constantFrom(bill, manager.email) })),
  }),
  fc.record({
    type: fc.constant('amend'),
    change: fc.tuple(
      fc.record({ id: fc.constant('c1'), consequence: fc.constantFrom(BILLS, `${BILLS}, again`) }),
    ),
  }),
  fc.record({ type: fc.constant('amend'), remove: fc.tuple(id) }),
);
const endings = fc.oneof(
  fc.constant({ type: 'remove-person', person: 'p3' }),
  fc.constant({ type: 'hand-over', to: { name: 'Priya Rao', email: 'priya@northwind.example' } }),
  fc.constant({ type: 'cancel', words: 'A mistake' }),
  fc.constant({ type: 'close' }),
);
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant<PersonId>('p2'), owners(BILLS, 'c1', 'c4')) },
  { weight: 4, arbitrary: fc.tuple(fc.constant<PersonId>('p3'), owners(MEI_LINGS, 'c2')) },
  { weight: 5, arbitrary: fc.tuple(fc.constant<PersonId>('p1'), managers) },
  { weight: 1, arbitrary: fc.tuple(fc.constant<PersonId>('p1'), endings) },
);
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), deed), { minLength: 1, maxLength: 14 });

/** Plays a history in which both said yes at first; what is refused at its moment does not happen. */
function played(steps: readonly (readonly [number, readonly [PersonId, object]])[]): Told {
  const yes = { type: 'agree', consequence: 'fair' };
  const bills = act(sales(body, '2026-12-30T15:00', quiet), '2026-12-30T15:10', 'p2', yes, quiet);
  let told = act(bills, '2026-12-30T15:20', 'p3', yes, quiet);
  for (const [hours, [by, command]] of steps) {
    const next = toIso(instant(told.story.now + hours * 3_600_000 + 60_000));
    told = run(told, next, quiet);
    const decision = told.story.decision(by, command);
    if (!isRefusal(decision)) told = { ...told, story: told.story.fact(...decision) };
  }
  return run(told, '2027-08-01T12:00', quiet);
}

function allOf({ subject, html, text, calendar }: Mail): string {
  return [subject, html, text, calendar?.summary, calendar?.description, calendar?.url].join('\n');
}

function expectSafe(mail: Mail): void {
  const all = allOf(mail);
  expect(all).not.toMatch(/undefined|\[object|NaN/u);
  for (const other of ['p1', 'p2', 'p3', 'p4'] as const) {
    if (other !== mail.person) expect(all).not.toContain(tokenOf(other));
  }
}

/** What is between one participant and the manager never reaches the other one. */
function expectDiscreet(mail: Mail): void {
  if (mail.person === 'p3') expect(allOf(mail)).not.toContain(BILLS);
  if (mail.person === 'p2') expect(allOf(mail)).not.toContain(MEI_LINGS);
}

/** An entry keeps its uid and its organizer, its sequence rises, and only what was put is taken out. */
function expectOneLife(mails: readonly Mail[]): void {
  const latest = new Map<string, CalendarEvent>();
  for (const { calendar } of mails) {
    if (!calendar) continue;
    const before = latest.get(calendar.uid);
    const shown = ({ method, start, end, summary, location, busy }: CalendarEvent) =>
      JSON.stringify([method, start, end, summary, location, busy]);
    if (!before) expect(calendar.method).toBe('REQUEST');
    else {
      expect(calendar.organizer.email).toBe(before.organizer.email);
      const step = shown(before) === shown(calendar) ? 0 : 1;
      expect(calendar.sequence).toBeGreaterThanOrEqual(before.sequence + step);
    }
    latest.set(calendar.uid, calendar);
  }
}

test('in any history every mail can be written, is discreet, and leaves calendars right', {
  timeout: 180_000,
}, () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { mails } = played(steps);
      for (const mail of mails) {
        expectSafe(mail);
        expectDiscreet(mail);
      }
      expectOneLife(mails);
      const keys = mails.flatMap((mail) => mail.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 25 },
  );
});
