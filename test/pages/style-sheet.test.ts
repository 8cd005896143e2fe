import { expect, it } from 'vitest';
import { forOldBrowsers } from '../../templates/public/for-old-browsers.ts';
import { styleSheet } from '../../templates/public/style-sheet.ts';

const sheet = styleSheet('#0b5d4e');
const withoutSupports = sheet.replace(/@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');

it('uses no colour or nesting that a phone of 2019 would drop with everything in it', () => {
  expect(sheet).not.toMatch(/oklch\(|color-mix\(|@layer|@container|@scope/);
  expect(sheet.replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/&/);
  expect(withoutSupports).not.toMatch(/--[\w-]+: clamp\(/);
});

it('keeps gutters and rooms where pairs of logical sides are unknown', () => {
  expect(sheet).not.toMatch(/(margin|padding)-(inline|block): |[{;]\s*inset: /);
  expect(sheet).toMatch(
    /main \{[^}]*padding-inline-start: var\(--gutter\); padding-inline-end: var\(--gutter\)/,
  );
});

it('never hides a choice or the focus from a browser that cannot show it in another way', () => {
  expect(withoutSupports).not.toMatch(/\.pills input \{[^}]*opacity: 0/);
  expect(sheet).toContain(':focus:not(:focus-visible) { outline: none; }');
});

it.each([
  ['a { margin-inline: auto; }', 'a { margin-inline-start: auto; margin-inline-end: auto; }'],
  [
    'a { padding-block: 1px calc(2px + (3px)) }',
    'a { padding-block-start: 1px; padding-block-end: calc(2px + (3px)) }',
  ],
  [
    'a { top: 1px; margin-inline: -0.2em }',
    'a { top: 1px; margin-inline-start: -0.2em; margin-inline-end: -0.2em }',
  ],
  ['a { margin-inline: auto var(--x) }', 'a { margin-inline-start: auto; margin-inline-end: var(--x) }'],
  ['a { inset: 0; }', 'a { top: 0; right: 0; bottom: 0; left: 0; }'],
  [
    'a { padding-inline-start: 1px; inset-inline-start: 0 }',
    'a { padding-inline-start: 1px; inset-inline-start: 0 }',
  ],
])('spells out %s', (css, spelled) => {
  expect(forOldBrowsers(css)).toBe(spelled);
});
