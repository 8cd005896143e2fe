import { expect, test } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import { reasonsSplit } from '../../../functions/domain/overview/reasons-split.ts';
import type { RowCommitment } from '../../../functions/domain/row.ts';
import { NOW, promised, sampleRow, ZONE } from './sample-row.ts';

const missed = (
  day: number,
  reason?: RowCommitment['reason'],
  verdict: RowCommitment['verdict'] = 'missed',
) => promised('c1', { verdict, reason, judgedAt: plus(NOW, day * DAY) });

const rows = [
  sampleRow('a', -60, { commitments: [missed(-50, 'needed-to-learn')] }),
  sampleRow('b', -30, {
    commitments: [missed(-20, 'needed-to-learn'), missed(-19, 'in-the-way'), missed(-18)],
  }),
];

test('misses are split by what was behind them, month by month, with their conversations', () => {
  const split = reasonsSplit(rows, NOW, ZONE);
  expect(split?.misses).toBe(4);
  expect(split?.rows.map(({ conversation }) => conversation)).toEqual(['b', 'a']);
  expect(
    split?.months.map(({ at, counts, unsaid }) => [
      new Date(at).toISOString().slice(0, 7),
      { ...counts, unsaid },
    ]),
  ).toEqual([
    [
      '2026-11',
      { 'needed-to-learn': 1, 'in-the-way': 0, 'chose-something-else': 0, 'rather-talk': 0, unsaid: 0 },
    ],
    [
      '2026-12',
      { 'needed-to-learn': 1, 'in-the-way': 1, 'chose-something-else': 0, 'rather-talk': 0, unsaid: 1 },
    ],
    [
      '2027-01',
      { 'needed-to-learn': 0, 'in-the-way': 0, 'chose-something-else': 0, 'rather-talk': 0, unsaid: 0 },
    ],
  ]);
});

test('silence never counts, nor does what is older than six months or kept', () => {
  const others = sampleRow('c', -300, {
    commitments: [
      missed(-10, undefined, 'missed-not-reported'),
      missed(-10, 'rather-talk', 'kept-late'),
      missed(-250, 'rather-talk'),
    ],
  });
  expect(reasonsSplit([...rows, others], NOW, ZONE)?.misses).toBe(4);
});

test('there is none of fewer than three misses, nor of what a policy hides or was taken back', () => {
  const [few, hidden] = rows;
  expect(reasonsSplit(few ? [few] : [], NOW, ZONE)).toBeUndefined();
  for (const hides of ['figures', 'record'] as const)
    expect(reasonsSplit(hidden ? [{ ...hidden, hides: [hides] }] : [], NOW, ZONE)).toBeUndefined();
  expect(reasonsSplit(hidden ? [{ ...hidden, status: 'taken-back' }] : [], NOW, ZONE)).toBeUndefined();
});
