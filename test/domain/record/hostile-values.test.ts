import fc from 'fast-check';
import { expect, test } from 'vitest';
import { managerCommandSchema } from '../../../functions/domain/commands.ts';
import { factSchema } from '../../../functions/domain/facts.ts';
import { readFields } from '../../../functions/domain/read-fields.ts';
import { record } from '../../../functions/domain/record.ts';
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
      const read = readFields(managerCommandSchema, replaced(command, place, value));
      if ('data' in read) return;
      for (const { message } of read.errors) expect(message).toSatisfy(isSentence);
    }),
    { numRuns: 2000 },
  );
});

test('a command nobody knows is answered with those there are', () => {
  const read = readFields(managerCommandSchema, { type: 'fire' });
  const [error] = 'errors' in read ? read.errors : [];
  expect(error).toMatchObject({ path: 'type' });
  expect(error?.message).toMatch(/^Write one of "agree", .*"close"\.$/);
});
