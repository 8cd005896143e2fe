/** The look's values. The tenant's colour and what derives from it stand in style-sheet.ts. */
export const tokensCss = `
/* Print, pen, marker, pencil: the product speaks in ink (sans), people in pen (serif),
   celebrations get the marker, and the red pencil is for machines and typos, never for people. */

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

  /* Paper and ink. Ratios are against --paper / --desk. */
  --paper: #ffffff;
  --desk: #f4f6f5;
  --ink: #14191a;         /* 17.8 / 16.4 */
  --ink-2: #4b5556;       /*  7.7 /  7.1  secondary text */
  --line: #d8dedc;        /* hairlines; never carries meaning */
  --line-strong: #6f7b7a; /*  4.4 /  4.0  edges of fields and controls */
  --marker: #ffe486;      /* behind ink only: 14.0 */
  --fault: #a3241c;       /*  7.5 /  6.9 */
  --fault-soft: #fcf0ee;

  --on-accent: #ffffff;
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
    --paper: #121516;
    --desk: #1a1e1f;
    --ink: #e9edec;         /* 15.6 / 14.2 */
    --ink-2: #a9b3b1;       /*  8.5 /  7.8 */
    --line: #2d3434;
    --line-strong: #7d8987; /*  5.1 /  4.6 */
    --marker: #5a4a08;      /* behind ink: 7.4 */
    --fault: #ff9d90;       /*  9.2 /  8.4 */
    --fault-soft: #2c1a18;
    --on-accent: #0c1110;
  }
}

@media (prefers-contrast: more) {
  :root { --ink-2: var(--ink); --line: var(--line-strong); --line-strong: var(--ink); }
}
`;
