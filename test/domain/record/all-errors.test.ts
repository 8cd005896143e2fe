import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { managerCommandSchema } from '../../../functions/domain/commands.ts';
import { factSchema } from '../../../functions/domain/facts.ts';
import { fieldErrors, record } from '../../../functions/domain/record.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import { momentIn } from '../given.ts';
import { body, errorsOf, NOW, tenant } from './sample.ts';

// What zod says by itself, and what leaks out of programs: no sentence for a person.
const JARGON =
  /Invalid |Too (big|small): |Unrecognized|expected|received|undefined|null\b|NaN|\[object|discriminator|regex|pattern/;

function isSentence(message: string): boolean {
  return /^\S.*[.?!)]$/su.test(message) && !JARGON.test(message);
}

const context = {
  tenant,
  actor: 'dana@acme.example',
  now: momentIn('Europe/Amsterdam', NOW),
  zoneData: 'x',
};

test('everything wrong is said at once, in the order of the form, each field once', () => {
  const input = {
    sendAt: '2026-01-01T10:00',
    checkIn: { at: '2027-01-01T10:00', minutes: 1, mintues: 15 },
    commitments: [
      { owner: 'nobody@acme.example', action: '', dueBy: '2026-01-01', partner: 'x', colour: 'red' },
      { owner: 'bill@acme.example', dueBy: 'soon', startBy: 7 },
    ],
    participants: [
      { name: '', email: 'bill@acme.example' },
      { name: 'Eve', email: 'eve@evil.example' },
    ],
    manager: { email: 'eve@acme.example', timezone: 'Mars' },
    timezone: 'Nowhere',
    titel: 'Discounts',
  };
  expect(errorsOf(input).map((error) => error.slice(0, error.indexOf(':')))).toEqual([
    'title',
    'timezone',
    'manager.name',
    'manager.email',
    'manager.timezone',
    'participants[0].name',
    'participants[1].email',
    'whatHappened',
    'neverAgain',
    'commitments[0].owner',
    'commitments[0].action',
    'commitments[0].dueBy',
    'commitments[0].partner',
    'commitments[0].colour',
    'commitments[1].action',
    'commitments[1].startBy',
    'commitments[1].dueBy',
    'checkIn.at',
    'checkIn.minutes',
    'checkIn.mintues',
    'sendAt',
    'titel',
  ]);
});

test('unknown fields are named where they stand', () => {
  expect(errorsOf(body({ titel: 'x' }, { duBy: 'x' }))).toEqual([
    'commitments[0].duBy: There is no such field. Check its spelling.',
    'titel: There is no such field. Check its spelling.',
  ]);
  expect(errorsOf(body({ [`x\r\n${'y'.repeat(100_000)}`]: 1 }))).toEqual([
    `x ${'y'.repeat(58)}…: There is no such field. Check its spelling.`,
  ]);
});

describe('what is no conversation at all', () => {
  test.each([null, undefined, 1, 'text', true, [], [{}]])('%j', (input) => {
    expect(errorsOf(input)).toEqual([': Send one JSON object with the fields of a conversation.']);
  });

  test('an empty one says what is missing', () => {
    expect(errorsOf({})).toEqual([
      'title: Fill this in.',
      'timezone: Fill this in.',
      'manager: Fill this in.',
      'participants: Fill this in.',
      'whatHappened: Fill this in.',
      'neverAgain: Fill this in.',
      'commitments: Fill this in.',
      'checkIn: Fill this in.',
    ]);
  });

  test('wrong types are answered with what to write', () => {
    const input = body(
      { title: 7, timezone: 7, manager: 'Dana', participants: {}, includeWhatHappened: 'yes', locale: 5 },
      { owner: 1, habit: 'no', dueBy: 5 },
    );
    expect(errorsOf(input)).toEqual([
      'title: Write a text.',
      'timezone: Write a text.',
      'locale: Write a text.',
      'manager: Write an object with its fields, in curly brackets.',
      'participants: Write a list, in square brackets.',
      'includeWhatHappened: Write true or false.',
      'commitments[0].owner: Say whose it is: an address from above.',
      'commitments[0].habit: Write true or false.',
      'commitments[0].dueBy: Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.',
    ]);
  });
});

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    'toString',
    '2027-03-28T02:30',
    '9999-12-31T23:59',
    '0000-01-01',
    '2027-02-30',
    'bill@acme.example',
    'dana@acme.example',
    'Asia/Beirut',
    'AU-NSW',
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    null,
    '',
    '\ud800',
    [{ days: [6], from: '22:00', to: '06:00' }],
    [{ days: [7], from: '00:00', to: '00:00' }],
  ),
);

/** Every place in a value, as lists of keys. */
function places(value: unknown): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) => places(inner).map((rest) => [key, ...rest])),
  ];
}

function replaced(value: unknown, [key, ...rest]: readonly PropertyKey[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((item, index) => (`${index}` === key ? replaced(item, rest, put) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [key]: replaced(Reflect.get(value, key), rest, put) };
}

const full = body(
  {
    locale: 'en',
    includeWhatHappened: true,
    undoSeconds: 60,
    sendAt: '2027-01-11T08:00',
    participants: [
      {
        name: 'Bill',
        email: 'bill@acme.example',
        timezone: 'America/New_York',
        locale: 'en',
        country: 'NL',
        workingHours: [{ days: [1, 2, 3], from: '22:00', to: '06:00' }],
      },
      { name: 'Jo' },
    ],
    checkIn: { at: '2027-01-18T09:30', minutes: 15, where: 'Room 4', reading: 'later' },
    laterCheckIns: [{ at: '2027-02-18T09:30' }],
  },
  {
    habit: false,
    startBy: '2027-01-11',
    startReading: 'later',
    dueReading: 'earlier',
    evidence: 'The log.',
    celebration: 'Cake.',
    partner: 'pat@acme.example',
  },
);

function expectAnswer(input: unknown) {
  const answer = record(input, context);
  if (!isRefusal(answer)) {
    const fact = { v: 1, no: 1, at: context.now, ...answer.recorded };
    expect(factSchema.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact);
    return;
  }
  expect(answer.errors.length).toBeGreaterThan(0);
  for (const { message } of answer.errors) expect(message).toSatisfy(isSentence);
  expect(new Set(answer.errors.map(({ path }) => path)).size).toBe(answer.errors.length);
}

test('the full sample is in order', () => {
  expect(errorsOf(full)).toEqual([]);
});

test('any value in any two places is recorded or refused in words, never thrown', () => {
  const put = fc.tuple(fc.constantFrom(...places(full)), hostile);
  fc.assert(
    fc.property(put, put, ([one, a], [other, b]) => {
      expectAnswer(replaced(replaced(full, one, a), other, b));
    }),
    { numRuns: 2000 },
  );
});

test('any JSON at all is refused in words', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (json) => {
      const answer = record(JSON.parse(json), context);
      expect(isRefusal(answer)).toBe(true);
      expectAnswer(JSON.parse(json));
    }),
  );
});

const commands = [
  { type: 'agree', commitments: ['c1'], consequence: 'fair' },
  { type: 'report', commitment: 'c1', kept: true, reason: 'in-the-way', words: 'x' },
  { type: 'propose-date', commitment: 'c1', dueBy: '2027-01-15', dueReading: 'later', words: '' },
  { type: 'answer-change', commitment: 'c1', request: 3, accept: true },
  { type: 'object', fact: 3, words: 'x' },
  { type: 'verdict', commitment: 'c1', verdict: 'kept' },
  { type: 'move-check-in', checkIn: 'k1', at: '2027-01-18T09:30', minutes: 15, where: '' },
  { type: 'pause', person: 'p1', from: '2027-01-15', until: '2027-01-16' },
  { type: 'correct-address', person: 'p1', email: 'x@y.example' },
  { type: 'hand-over', to: { name: 'x', email: 'x@y.example', workingHours: [] } },
  { type: 'said-in-person', person: 'p1', said: 'recap' },
  {
    type: 'amend',
    title: 'x',
    participants: [{ name: 'x' }],
    change: [{ id: 'c1', dueBy: '2027-01-15', evidence: '' }],
    add: [{ owner: 'x', action: 'x' }],
    remove: ['c1'],
  },
];

test('any value in any place of a command is refused in words', () => {
  const put = fc
    .constantFrom(...commands)
    .chain((command) => fc.tuple(fc.constant(command), fc.constantFrom(...places(command)), hostile));
  fc.assert(
    fc.property(put, ([command, place, value]) => {
      const parsed = managerCommandSchema.safeParse(replaced(command, place, value));
      if (parsed.success) return;
      for (const { message } of fieldErrors(parsed.error)) expect(message).toSatisfy(isSentence);
    }),
    { numRuns: 2000 },
  );
});

test('a command nobody knows is answered with those there are', () => {
  const parsed = managerCommandSchema.safeParse({ type: 'fire' });
  const [error] = parsed.success ? [] : fieldErrors(parsed.error);
  expect(error).toMatchObject({ path: 'type' });
  expect(error?.message).toMatch(/^Write one of "agree", .*"close"\.$/);
});
