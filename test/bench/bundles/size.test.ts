import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isBroken } from '../row.ts';
import { type Bundle, bundle } from './bundle.ts';
import { denied, duplicates } from './foreign.ts';
import { BUDGETS, sizeRows } from './measure-lambdas.ts';

const SWEEP = resolve('functions/sweep.ts');
const HEAVY_BYTES = 300 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'bundle-size-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(path: string, text: string): string {
  const whole = join(folder, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}

function bundled(name: string, text: string): Bundle {
  return bundle(file(`${name}.ts`, text), join(folder, name));
}

function brokenIn(made: Bundle): string[] {
  const { kb = 0 } = BUDGETS.find(({ name }) => name === 'sweep') ?? {};
  return sizeRows('sweep', made, kb)
    .filter(isBroken)
    .map(({ what }) => what);
}

describe('the sweep', () => {
  it('holds its budget', () => {
    expect(brokenIn(bundled('as-it-is', `export { handler } from '${SWEEP}';`))).toEqual([]);
  });

  it('breaks it with 300 KB more, wherever they came from', () => {
    file('heavy.ts', `export const heavy = '${'x'.repeat(HEAVY_BYTES)}';`);
    const made = bundled(
      'with-more',
      `import { heavy } from './heavy.ts';\nexport { handler } from '${SWEEP}';\nexport const more = () => heavy;`,
    );
    expect(brokenIn(made)).toEqual(['sweep: read at its start']);
    expect(made.inputs[0]?.[1]).toBeGreaterThan(HEAVY_BYTES);
  });

  it('does not count at its start what is loaded when it is needed', () => {
    file('later.ts', `export const later = '${'x'.repeat(HEAVY_BYTES)}';`);
    const made = bundled(
      'with-later',
      `export { handler } from '${SWEEP}';\nexport const more = async () => (await import('./later.ts')).later;`,
    );
    expect(brokenIn(made)).toEqual([]);
    expect(made.lazyBytes).toBeGreaterThan(HEAVY_BYTES);
  });

  it('breaks with one small file of what has no place in a Lambda, loaded early or late', () => {
    file('node_modules/googleapis/index.js', 'exports.google = 1;');
    const made = bundled('with-index', `export const all = async () => (await import('googleapis')).google;`);
    expect(brokenIn(made)).toEqual([expect.stringContaining('googleapis: one API has a package of its own')]);
  });
});

it('knows what may not be there, and what is there twice', () => {
  const sound = ['node_modules/zod/v4/mini/schemas.js', 'node_modules/@googleapis/calendar/build/v3.js'];
  expect([...denied(sound), ...duplicates(sound)]).toEqual([]);
  expect(denied(['node_modules/zod/v4/classic/schemas.js', 'node_modules/react/index.js'])).toHaveLength(2);
  expect(denied(['node_modules/@aws-sdk/credential-provider-sso/dist-es/index.js'])).toHaveLength(1);
  const twice = ['node_modules/ms/index.js', 'node_modules/debug/node_modules/ms/index.js'];
  expect(duplicates(twice)).toEqual(['ms']);
});
