import { describe } from 'vitest';
import { conversationsContract } from './conversations.contract.ts';
import { listsContract } from './lists.contract.ts';
import { receiptsContract } from './receipts.contract.ts';
import { rowsContract } from './rows.contract.ts';
import type { MakeStore } from './store-under-test.ts';
import { wordsContract } from './words.contract.ts';

/** Everything the app may rely on, whatever stands behind `Store`. `makeStore` answers an empty one each time. */
export function storeContract(name: string, makeStore: MakeStore): void {
  describe(`${name}: conversations`, () => conversationsContract(makeStore));
  describe(`${name}: words`, () => wordsContract(makeStore));
  describe(`${name}: receipts`, () => receiptsContract(makeStore));
  describe(`${name}: rows`, () => rowsContract(makeStore));
  describe(`${name}: lists`, () => listsContract(makeStore));
}
