/** More room, and paper. */
export const wideCss = `
@media (min-width: 44rem) {
  body { --gutter: var(--s6); }
  .top nav + .who { display: block; }
  main { padding-block: var(--s6) var(--s8); }
  .facts > div { grid-template-columns: 9.5rem minmax(0, 1fr); gap: var(--s4); align-items: baseline; }
  .times.wide > li { --thread: calc(var(--margin-column) + 0.875rem); grid-template-columns: var(--margin-column) minmax(0, 1fr); gap: 1.75rem; padding-inline-start: 0; }
  .list > li.act { grid-template-columns: minmax(0, 1fr) auto; gap: var(--s5); align-items: start; }
  .list > li.act > .row { justify-content: end; }
}
@media (min-width: 60rem) {
  .part.margin { grid-template-columns: 14rem minmax(0, 1fr); gap: var(--s6); }
  .part.margin > :last-child { max-width: 44rem; }
  .split { grid-template-columns: minmax(0, var(--measure)) minmax(0, 20rem); gap: var(--s7); justify-content: space-between; align-items: start; }
  .split > aside.sticky { position: sticky; top: var(--s5); max-height: calc(100vh - 2 * var(--s5)); overflow: auto; }
}

/* Print: the recap on one sheet */
@media print {
  @page { margin: 16mm; }
  .top, .foot, .skip, button { display: none; }
  html { font-size: 80%; }
  body { font-size: 9.5pt; line-height: 1.35; }
  main, main > header { padding: 0; margin-bottom: var(--s4); }
  h1 { font-size: 18pt; }
  h2 { font-size: 11.5pt; }
  .quote, .lead { font-size: 11.5pt; line-height: 1.3; }
  .part, .part:last-child { padding-block: var(--s3); gap: var(--s2); }
  .part .facts { gap: 0; }
  .part .stack, .facts { gap: var(--s1); }
  .list > li { padding-block: var(--s2); gap: var(--s1); }
  .facts > div { grid-template-columns: 9.5rem minmax(0, 1fr); gap: var(--s3); align-items: baseline; }
  .stack:has(> .code) { grid-template-columns: 8rem minmax(0, 1fr); gap: 0 var(--s4); align-content: center; }
  .stack > .code { grid-row: 1 / span 4; }
  .code svg { width: 8rem; height: 8rem; }
  .list > li, .sheet, .part:has(.code) { break-inside: avoid; }
}
`;
