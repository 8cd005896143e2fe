import { expect, test } from 'vitest';
import { clockMoveSchema, targetOf } from '../../infra/local/clock-request.ts';

const now = Date.parse('2027-01-31T09:00:00Z');
const iso = (move: Parameters<typeof targetOf>[0]) => {
  const end = targetOf(move, now);
  return 'target' in end ? new Date(end.target).toISOString() : end.refusal;
};

test.each([
  ['PT24H', '2027-02-01T09:00:00.000Z'],
  ['P3D', '2027-02-03T09:00:00.000Z'],
  ['P1M', '2027-02-28T09:00:00.000Z'],
  ['PT0.5S', '2027-01-31T09:00:00.500Z'],
  ['PT0S', '2027-01-31T09:00:00.000Z'],
])('%s ends at %s', (advance, end) => {
  expect(iso({ advance })).toBe(end);
});

test.each([
  ['24h', 'Write an ISO 8601 duration such as PT24H or P3D.'],
  ['', 'Write an ISO 8601 duration such as PT24H or P3D.'],
  ['-PT1H', 'The clock only goes forward; write a duration without a minus.'],
  ['P11Y', 'The clock moves at most 10 years at a time.'],
  ['P999999999D', 'That is further than any calendar goes.'],
])('%s is refused', (advance, refusal) => {
  expect(iso({ advance })).toBe(refusal);
});

test('an instant in any zone is a target; the past and a wall time are not', () => {
  expect(iso({ to: '2027-02-15T18:00:00+01:00' })).toBe('2027-02-15T17:00:00.000Z');
  expect(iso({ to: '2027-01-31T08:59:59Z' })).toBe(
    'The clock only goes forward; it is 2027-01-31T09:00:00.000Z already.',
  );
  expect(iso({ to: '2027-02-15T17:00' })).toBe(
    'Write an instant with its zone, such as 2027-01-15T17:00:00Z.',
  );
});

test.each([[{}], [null], [{ advance: 5 }], [{ advance: 'PT1H', to: '2027-02-15T17:00:00Z' }], ['PT1H']])(
  'the body %j is refused with an example of a good one',
  (body) => {
    expect(clockMoveSchema.safeParse(body).error?.issues[0]?.message).toBe(
      'Send either {"advance": "PT24H"} or {"to": "2027-01-15T17:00:00Z"}.',
    );
  },
);
