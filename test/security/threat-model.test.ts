import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const model = readFileSync('.github/SECURITY.md', 'utf8');
const NAMED = /`((?:test|functions|\.ci)\/[\w./-]+)`/g;

it('names proofs that exist, one for everybody who might want something', () => {
  const named = [...model.matchAll(NAMED)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
  const rows = model.split('\n').filter((line) => /^\| (?!---|who \|)/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter((row) => !/`(?:test|\.ci)\/[^|]*\|$/.test(row))).toEqual([]);
});
