/** What the pages need beyond the look's components. */
export const pagesCss = `
.typed { white-space: pre-line; }
q, .quote { white-space: pre-line; }
input[type="date"], input[type="time"] { font-variant-numeric: tabular-nums; }
select { appearance: auto; }
pre.mail { margin: 0; padding: var(--s4); overflow-x: auto; white-space: pre-wrap; background: var(--desk); border-radius: var(--radius-sheet); font: var(--text-s)/1.45 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
.fold > .stack, .fold > form { padding-block: var(--s2) var(--s5); }
summary { padding-block: var(--s2); }
.fold .fold > summary { font-weight: var(--normal); }
.folds { margin-top: var(--s3); }
.folds > form { padding-block: var(--s2) var(--s5); }
.folds > .fold:last-child { border-bottom: 1px solid var(--line); }
.list .folds > .fold:last-child { border-bottom: 0; }
.noted { padding: var(--s3) var(--s4); border: 2px solid var(--ink); border-radius: var(--radius-sheet); }
.two-up { display: grid; gap: var(--s3); align-items: end; }
.when { grid-template-columns: minmax(0, 1fr) 8.5rem; }
.answers + .small { padding-bottom: var(--s4); }
.code svg { display: block; width: 9rem; height: 9rem; background: #fff; padding: var(--s2); border-radius: var(--radius); }
.account { display: flex; flex-wrap: wrap; gap: 0 var(--s4); align-items: center; }
.account > span { overflow-wrap: anywhere; }
.account a, .account button { display: inline-flex; align-items: center; min-height: 2.75rem; }
.top nav + .account { display: none; }
.foot .account, .foot .account > span { flex-basis: 100%; }
textarea.secret { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
.print-only { display: none; }
@media (min-width: 44rem) { .top nav + .who.account { display: flex; } .foot .account { display: none; } }
@media (min-width: 30rem) { .two-up { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media print { .print-only { display: block; } .no-print { display: none; } .code svg { padding: 0; } }
`;
