import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeOfError } from '../../functions/http/api/json-place.ts';

it.each([
  ['{"a": 1,}', 1, 9],
  ['{"a": 1\n "b": 2}', 2, 2],
  ['{', 1, 2],
  ['[1, 2', 1, 6],
  ['{"a": "x\ny"}', 1, 7],
  ['nul', 1, 1],
  ['', 1, 1],
  ['{"a": 1}}', 1, 9],
  ['{a: 1}', 1, 2],
])('finds where %j breaks', (text, line, column) => {
  expect(placeOfError(text)).toEqual({ line, column });
});

it('finds the character that was put into valid JSON', () => {
  void fc.assert(
    fc.property(fc.json(), fc.nat(), (text, at) => {
      const place = at % text.length;
      const broken = `${text.slice(0, place)}\u0001${text.slice(place)}`;
      const { line, column } = placeOfError(broken);
      expect(line).toBe(1);
      expect(column).toBeLessThanOrEqual(place + 1);
    }),
  );
});

it('walks a body of brackets in one go', () => {
  expect(placeOfError('['.repeat(200_000))).toEqual({ line: 1, column: 200_001 });
});
