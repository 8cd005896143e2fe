import { accents } from '../parts/accent.ts';
import { dark, light, onAccent } from '../parts/tokens.ts';

function colours(paper: typeof light | typeof dark, on: string): string {
  return `
    --paper: ${paper.paper};
    --desk: ${paper.desk};
    --ink: ${paper.ink};
    --ink-2: ${paper.ink2};
    --line: ${paper.line};
    --line-strong: ${paper.lineStrong};
    --marker: ${paper.marker};
    --fault: ${paper.fault};
    --fault-soft: ${paper.faultSoft};
    --on-accent: ${on};`;
}

function accentCss({ accent, press, soft }: { accent: string; press: string; soft: string }): string {
  return `:root { --accent: ${accent}; --accent-press: ${press}; --accent-soft: ${soft}; }`;
}

const valuesCss = `
:root {
  color-scheme: light dark;

  /* Type: the device's own sans for the product; Georgia for what a person said or typed. */
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --serif: Georgia, "Noto Serif", "Times New Roman", serif;
  --text-s: 0.875rem;
  --text-m: 1.0625rem;
  --text-l: 1.25rem;
  --text-xl: 1.5rem;
  --text-2xl: 1.75rem;
  --text-3xl: 2.125rem;
  --leading: 1.5;
  --leading-tight: 1.15;
  --normal: 400;
  --strong: 650;

  /* Space: steps of four, then it opens up. */
  --s1: 0.25rem;
  --s2: 0.5rem;
  --s3: 0.75rem;
  --s4: 1rem;
  --s5: 1.5rem;
  --s6: 2rem;
  --s7: 3rem;
  --s8: 4.5rem;

  --measure: 38rem;
  --page: 66rem;
  --margin-column: 9.5rem;
  --tap: 3rem;
  --radius: 0.25rem;
  --radius-sheet: 0.5rem;
  --radius-round: 62rem;

${colours(light, onAccent.light)}
  --focus: var(--accent);   /* ring: 3px solid, 2px off, on :focus-visible only */
}

@supports (width: clamp(1px, 1vw, 2px)) {
  :root {
    --text-2xl: clamp(1.75rem, 1.4rem + 1.5vw, 2.25rem);
    --text-3xl: clamp(2.125rem, 1.6rem + 2.4vw, 3.125rem);
  }
}

@media (prefers-color-scheme: dark) {
  :root {
${colours(dark, onAccent.dark)}
  }
}

@media (prefers-contrast: more) {
  :root { --ink-2: var(--ink); --line: var(--line-strong); --line-strong: var(--ink); }
}
`;

/** Every value of the look as a custom property, with a tenant's colour (`#rrggbb`) made readable on light and dark paper. */
export function tokensCss(colour: string): string {
  const { light: onLight, dark: onDark } = accents(colour);
  return [valuesCss, accentCss(onLight), `@media (prefers-color-scheme: dark) { ${accentCss(onDark)} }`].join(
    '\n',
  );
}
