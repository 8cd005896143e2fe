import fc from 'fast-check';
import type { FactDraft } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { HOUR, plus } from '../../../functions/domain/instant.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import type { Given } from '../given.ts';
import { BILL, DANA, MEI, OMAR, talk } from './talk.ts';

type Step = { hours: number; by: PersonId; command?: object; fact?: FactDraft };

const commitment = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const date = fc.constantFrom('2027-01-15', '2027-01-20', '2027-01-27T08:00', '2027-02-06', '2027-02-10');
const talkAt = fc.constantFrom('2027-01-18T10:00', '2027-01-25T15:00', '2027-02-01T10:00');

const commands: fc.Arbitrary<object> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ type: 'agree', consequence: 'fair' }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('report'), commitment, kept: fc.boolean() }) },
  fc.constant({ type: 'ask-change', words: 'Let us talk' }),
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('propose-date'), commitment, dueBy: date }),
  },
  fc.record({ type: fc.constant('propose-consequence'), commitment, words: fc.constant('Cake') }),
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('answer-change'), commitment, accept: fc.boolean() }),
  },
  fc.record({
    type: fc.constant('verdict'),
    commitment,
    verdict: fc.constantFrom('kept', 'missed', 'released', 'unresolved'),
  }),
  fc.record({ type: fc.constant('renegotiate'), commitment, dueBy: date }),
  fc.record({ type: fc.constant('move-check-in'), checkIn: fc.constantFrom('k1', 'k2'), at: talkAt }),
  fc.record({ type: fc.constant('cancel-check-in'), checkIn: fc.constantFrom('k1', 'k2') }),
  fc.record({ type: fc.constant('add-check-in'), at: talkAt }),
  fc.constantFrom('p1', 'p2', 'p3').map((person) => ({
    type: 'pause',
    person,
    from: '2027-01-19',
    until: '2027-01-22',
  })),
  fc.record({
    type: fc.constant('correct-address'),
    person: fc.constantFrom('p2', 'p3'),
    email: fc.constantFrom('x@acme.example', 'y@acme.example'),
  }),
  fc.record({ type: fc.constant('remove-person'), person: fc.constantFrom('p2', 'p3') }),
  fc.constantFrom(OMAR, MEI).map((email) => ({ type: 'hand-over', to: { name: 'Omar', email } })),
  fc.record({
    type: fc.constant('amend'),
    change: commitment.chain((id) =>
      fc
        .constantFrom({ id, action: 'Another action' }, { id, dueBy: '2027-02-04' }, { id, owner: MEI })
        .map((edit) => [edit]),
    ),
  }),
  fc.constant({ type: 'undo' }),
  fc.constant({ type: 'cancel' }),
  fc.constant({ type: 'close' }),
);

const facts: fc.Arbitrary<FactDraft> = fc
  .constantFrom<PersonId>('p2', 'p3')
  .chain((person) =>
    fc.constantFrom<FactDraft>(
      { type: 'addressFailed', by: 'system', person, why: 'bounced' },
      { type: 'optedOut', by: person, person, kinds: ['nudges'] },
    ),
  );

const step: fc.Arbitrary<Step> = fc
  .record({
    hours: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 72 })),
    by: fc.constantFrom<PersonId>('p1', 'p1', 'p2', 'p2', 'p3', 'p4'),
    what: fc.oneof(
      { weight: 9, arbitrary: commands.map((command) => ({ command })) },
      { weight: 1, arbitrary: facts.map((fact) => ({ fact })) },
    ),
  })
  .map(({ what, ...rest }) => ({ ...rest, ...what }));

/** What people may do with a conversation in five weeks, in any order; what is refused changes nothing. */
export const scripts: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.subarray<PersonId>(['p2', 'p3']), fc.array(step, { minLength: 3, maxLength: 14, size: 'max' }))
  .map(([agreeing, steps]) => [
    ...agreeing.map((by) => ({ hours: 1, by, command: { type: 'agree', consequence: 'fair' } })),
    ...steps,
  ]);

export function newTalk(): Given {
  return talk(
    [
      { startBy: '2027-01-13', dueBy: '2027-01-15', partner: MEI },
      { owner: MEI, startBy: '2027-01-16', dueBy: '2027-01-23' },
      { owner: DANA, dueBy: '2027-01-20T18:00' },
      { owner: BILL, habit: true },
    ],
    { laterCheckIns: [{ at: '2027-02-08T10:00' }] },
  );
}

function known(story: Given, by: PersonId): boolean {
  return story.conversation.people.some(({ id }) => id === by);
}

/** Plays a script, calling `wait` to let the hours before each step pass, and again for the weeks after the last. */
export function play(script: readonly Step[], wait: (story: Given, until: string) => Given): Given {
  const later = (story: Given, hours: number) =>
    wait(story, new Date(plus(story.now, hours * HOUR)).toISOString());
  const end = script.reduce((story, { hours, by, command, fact }) => {
    const then = later(story, hours);
    if (fact) return then.fact(fact);
    if (!command || !known(then, by) || isRefusal(then.decision(by, command))) return then;
    return then.command(by, command);
  }, newTalk());
  return later(end, 35 * 24);
}
