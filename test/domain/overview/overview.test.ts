import { describe, expect, test } from 'vitest';
import { DAY, HOUR, plus } from '../../../functions/domain/instant.ts';
import { dueSoon } from '../../../functions/domain/overview/due-soon.ts';
import { figuresOf } from '../../../functions/domain/overview/figures.ts';
import { peopleHad } from '../../../functions/domain/overview/people-had.ts';
import { newestHelped, recordOf } from '../../../functions/domain/overview/person-record.ts';
import { thingsNow } from '../../../functions/domain/overview/things.ts';
import { NOW, promised, sampleRow, ZONE } from './sample-row.ts';

const before = plus(NOW, -HOUR);
const later = plus(NOW, HOUR);

describe('things that need the manager', () => {
  test('are those that hold now, what others wait for first', () => {
    const row = sampleRow('a', -9, {
      needs: [
        { code: 'unanswered', person: 'p2', from: before },
        { code: 'own-due', commitment: 'c1', from: before },
        { code: 'verdict', commitment: 'c2', from: later },
        { code: 'unanswered', person: 'p3', from: plus(NOW, -DAY), until: NOW },
      ],
    });
    const asked = sampleRow('b', -1, {
      needs: [
        {
          code: 'change-asked',
          commitment: 'c1',
          request: 2,
          kind: 'words',
          by: 'p2',
          words: '',
          isWhole: true,
          from: NOW,
        },
      ],
    });
    const codes = (now = NOW) => thingsNow([row, asked], now).map(({ need }) => need.code);
    expect(codes()).toEqual(['change-asked', 'own-due', 'unanswered']);
    expect(codes(later)).toEqual(['change-asked', 'verdict', 'own-due', 'unanswered']);
  });

  test('put a check-in that wants another time behind what was asked, and before what has ended', () => {
    const about = { checkIn: 'k1', person: 'p2', from: NOW, until: later } as const;
    const row = sampleRow('a', -9, {
      needs: [
        { code: 'wrap-up', checkIn: 'k2', from: before },
        { code: 'time-proposed', ...about, person: 'p3', proposed: plus(NOW, DAY) },
        { code: 'declined', ...about },
      ],
    });
    const codes = (now = NOW) => thingsNow([row], now).map(({ need }) => need.code);
    expect(codes()).toEqual(['declined', 'time-proposed', 'wrap-up']);
    expect(codes(later)).toEqual(['wrap-up']);
  });

  test('fold the verdicts of a talk into its wrap-up', () => {
    const row = sampleRow('a', -9, {
      needs: [
        { code: 'verdict', commitment: 'c1', from: before },
        { code: 'verdict', commitment: 'c2', from: before },
        { code: 'wrap-up', checkIn: 'k1', from: NOW },
      ],
    });
    const told = (now = NOW) => thingsNow([row], now).map(({ need, verdicts }) => [need.code, verdicts]);
    expect(told(before)).toEqual([
      ['verdict', 0],
      ['verdict', 0],
    ]);
    expect(told()).toEqual([['wrap-up', 2]]);
  });
});

test('what falls due is told for seven days, and only while it is not done', () => {
  const due = (days: number) => ({ due: { at: plus(NOW, days * DAY), zone: ZONE } });
  const commitments = [
    promised('c1', due(7)),
    promised('c2', due(8)),
    promised('c3', due(-1)),
    promised('c4', due(2)),
    promised('c5', { ...due(3), verdict: 'kept' }),
    promised('c6', { ...due(3), verdict: 'unresolved' }),
    promised('c7'),
  ];
  const rows = [sampleRow('a', -1, { commitments }), sampleRow('b', -1, { commitments, status: 'closed' })];
  expect(dueSoon(rows, NOW).map(({ commitment }) => commitment.id)).toEqual(['c4', 'c6', 'c1']);
});

describe('figures', () => {
  const again = { title: 'Late invoices' };
  const rows = [
    sampleRow('a', -200, { title: 'Too long ago' }),
    sampleRow('b', -100, again),
    sampleRow('c', -40, { ...again, commitments: [promised('c1', { verdict: 'kept' })] }),
    sampleRow('d', -35, { title: 'Keys', commitments: [promised('c1', { verdict: 'kept-late' })] }),
    sampleRow('e', -2, {
      title: 'Samples',
      commitments: [
        promised('c1', { verdict: 'missed' }),
        promised('c2', { verdict: 'missed-not-reported' }),
        promised('c3', { verdict: 'released' }),
        promised('c4'),
      ],
    }),
    sampleRow('f', -1, { title: 'Slip', status: 'taken-back' }),
  ];

  test('count topics by the month in which they were first had, and what people said of commitments', () => {
    const figures = figuresOf(rows, NOW, ZONE, undefined);
    expect(figures).toMatchObject({ topics: 3, notRepeated: 2, counted: 3, kept: 2, late: 1 });
    // September to January: the pair, nothing, the keys, nothing, the samples.
    expect(figures?.months.map(({ once, again: twice }) => `${once}+${twice}`)).toEqual([
      '0+1',
      '0+0',
      '1+0',
      '0+0',
      '1+0',
    ]);
    expect(figures?.repeats.map(({ conversation }) => conversation)).toEqual(['c']);
  });

  test('say nothing of fewer than three topics, of what the policy hides, or of what was not all read', () => {
    expect(figuresOf(rows.slice(0, 4), NOW, ZONE, undefined)).toBeUndefined();
    const hidden = rows.map((row) => ({ ...row, hides: ['figures' as const] }));
    expect(figuresOf(hidden, NOW, ZONE, undefined)).toBeUndefined();
    expect(figuresOf(rows, NOW, ZONE, plus(NOW, -36 * DAY))).toBeUndefined();
  });
});

describe('people', () => {
  const rows = [
    sampleRow('old', -60, {
      status: 'closed',
      people: [{ id: 'p2', person: 'bill', name: 'William' }],
      commitments: [
        promised('c1', { verdict: 'kept', judgedAt: plus(NOW, -50 * DAY), helped: 'A list.' }),
        promised('c2', { verdict: 'missed', reason: 'in-the-way', judgedAt: plus(NOW, -40 * DAY) }),
        promised('c3', { owner: 'p1', verdict: 'kept' }),
      ],
    }),
    sampleRow('new', -5, {
      checkIns: [{ id: 'k1', at: plus(NOW, DAY), minutes: 15 }],
      commitments: [
        promised('c1', { verdict: 'missed-not-reported' }),
        promised('c2', { owner: 'p1' }),
        promised('c3', { owner: 'p3' }),
      ],
    }),
  ];

  test('are called as in the newest conversation, partners aside', () => {
    const [bill, ...others] = peopleHad(rows, NOW);
    expect(others).toEqual([]);
    expect(bill).toMatchObject({ person: 'bill', name: 'Bill', talkAt: plus(NOW, DAY) });
    expect(bill?.open.map(({ conversation }) => conversation)).toEqual(['new']);
  });

  test('have what is open on both sides, and what ended of theirs', () => {
    const record = recordOf(rows, 'bill');
    expect(record?.open.map(({ commitment }) => commitment.id)).toEqual(['c1', 'c2']);
    expect(record?.before.map(({ commitment }) => commitment.id)).toEqual(['c2', 'c1']);
    expect(record?.helped.map(({ words }) => words)).toEqual(['A list.']);
    expect(recordOf(rows, 'pat')).toBeUndefined();
    expect(recordOf(rows, 'nobody')).toBeUndefined();
  });

  test('keep for themselves what the policy of a conversation says is theirs', () => {
    const hidden = rows.map((row) => ({ ...row, hides: ['record' as const] }));
    expect(recordOf(hidden, 'bill')).toMatchObject({ before: [], helped: [], name: 'Bill' });
    expect(recordOf(hidden, 'bill')?.open).toHaveLength(2);
    expect(newestHelped(rows)?.words).toBe('A list.');
    expect(newestHelped(hidden)).toBeUndefined();
  });
});
