import { expect, test } from 'vitest';
import { accents } from '../../templates/parts/accent.ts';
import { contrast, toHex, toOklch } from '../../templates/parts/colour.ts';
import { dark, light, onAccent } from '../../templates/parts/tokens.ts';

const steps = ['00', '22', '55', '80', 'aa', 'cc', 'ee', 'ff'];
const tenants = [
  ...steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`))),
  '#fff9c4',
  '#fffde7',
  '#FFFF00',
];

test('any tenant’s colour reads at 4.5:1 and more, on paper and under its label, light and dark', () => {
  const unreadable = tenants.filter((tenant) => {
    const { light: day, dark: night } = accents(tenant);
    const ratios = [
      contrast(day.accent, light.paper),
      contrast(day.accent, light.desk),
      contrast(day.accent, day.soft),
      contrast(onAccent.light, day.accent),
      contrast(onAccent.light, day.press),
      contrast(night.accent, dark.paper),
      contrast(night.accent, dark.desk),
      contrast(night.accent, night.soft),
      contrast(onAccent.dark, night.accent),
    ];
    return Math.min(...ratios) < 4.5;
  });
  expect(unreadable).toEqual([]);
});

test('ink, secondary ink and the marker read too', () => {
  for (const paper of [light, dark]) {
    expect(contrast(paper.ink, paper.paper)).toBeGreaterThan(12);
    expect(contrast(paper.ink2, paper.desk)).toBeGreaterThan(7);
    expect(contrast(paper.ink, paper.marker)).toBeGreaterThan(7);
  }
});

test('a colour that is dark enough stays as the tenant gave it', () => {
  expect(accents('#0b5d4e').light.accent).toBe('#0b5d4e');
  expect(toHex(toOklch('#3a7bd5'))).toBe('#3a7bd5');
});

test('contrast is counted as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
