import { everyCommitmentEnds } from './every-commitment-ends.ts';
import { neverForgotten } from './never-forgotten.ts';
import { noUnfairMiss } from './no-unfair-miss.ts';
import { nothingLost } from './nothing-lost.ts';
import { nothingStale } from './nothing-stale.ts';
import { nothingTwice } from './nothing-twice.ts';
import { oneWay } from './one-way.ts';
import { receiptsExplain } from './receipts-explain.ts';
import { rightPerson } from './right-person.ts';
import { unknownSettled } from './unknown-settled.ts';
import type { Invariant } from './watched.ts';
import { withinItsWindow } from './within-its-window.ts';

/** Everything that always holds. */
export const INVARIANTS: readonly Invariant[] = [
  nothingLost,
  nothingTwice,
  unknownSettled,
  withinItsWindow,
  nothingStale,
  everyCommitmentEnds,
  noUnfairMiss,
  neverForgotten,
  receiptsExplain,
  rightPerson,
  oneWay,
];
