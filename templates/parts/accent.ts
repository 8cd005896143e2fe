import { toHex, toOklch } from './colour.ts';

export type Accents = { accent: string; press: string; soft: string };

/**
 * What a tenant's colour (`#rrggbb`) becomes on light and on dark paper: hue stays, lightness and chroma are clamped
 * in OKLCH by the look's rule, so that a pale yellow still reads.
 */
export function accents(tenantColour: string): { light: Accents; dark: Accents } {
  const { l, c, h } = toOklch(tenantColour);
  const at = (lightness: number, chroma: number) => toHex({ l: lightness, c: Math.min(c, chroma), h });
  return {
    light: {
      accent: at(Math.min(l, 0.46), 0.16),
      press: at(Math.min(l, 0.46) - 0.08, 0.14),
      soft: at(0.965, 0.014),
    },
    dark: { accent: at(Math.max(l, 0.79), 0.11), press: at(0.87, 0.09), soft: at(0.28, 0.035) },
  };
}
