/** The form in which a conversation is written down. */
export const formCss = `
.stack-m { display: grid; gap: var(--s3); min-width: 0; align-content: start; }
.field > label.hint { font-weight: var(--normal); }
.pills label { min-width: 3.25rem; justify-content: center; }
.fold > summary { padding-block: var(--s1); }
[data-live]:empty { display: none; }
.spelled small + small { margin-top: 0; }
.coach { display: grid; gap: 0; padding: var(--s3) var(--s4) var(--s1); border: 2px dotted var(--line-strong); border-radius: var(--radius-sheet); font-size: 0.9375rem; }
.coach .row { gap: 0 var(--s5); }
.coach .plain { font-size: inherit; }
.coach[hidden] { display: none; }
.coach.stack-m { gap: var(--s2); padding-bottom: var(--s3); }
.stack-s > [data-live] > .coach { margin-block-start: var(--s2); }
.coach.aside { padding-block: 0; border-width: 0; border-inline-start: 2px dotted var(--line-strong); border-radius: 0; }
.coach > .row { padding-block: var(--s1); gap: var(--s1) var(--s5); }
.coach .chip { display: grid; gap: var(--s1); justify-items: start; }
.coach .chip span { font-family: var(--sans); color: var(--ink-2); }
.split { grid-template-columns: minmax(0, 1fr); }
pre.mail { overflow-wrap: anywhere; }
.sentence { display: grid; gap: var(--s1); justify-items: start; }
.sheet[open] > summary .sentence { display: none; }
.sheet > summary { position: relative; padding-inline-end: 3rem; }
.sheet > summary::after { content: "+"; position: absolute; inset-inline-end: var(--s4); top: var(--s3); font-size: var(--text-l); color: var(--ink-2); }
.sheet[open] > summary::after { content: "\\2212"; }
.chip { min-height: 2.5rem; padding: 0.35rem var(--s3); border: 1px dotted var(--line-strong); border-radius: var(--radius-sheet); font: var(--normal) var(--text-s)/1.35 var(--serif); text-align: start; }
.chip:hover { border-style: solid; }
.ideas > summary, .quiet-fold > summary { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.18em; list-style: none; }
.ideas > summary::-webkit-details-marker, .quiet-fold > summary::-webkit-details-marker { display: none; }
.row > .quiet-fold[open] { flex-basis: 100%; }
.waits > li { display: flex; gap: var(--s2); }
.waits > li::before { content: "\\25CC"; flex: none; }
input::placeholder { color: var(--ink-2); opacity: 1; font-style: italic; }
#preview > p:first-child { margin-bottom: var(--s3); }
#preview > p:last-child { padding-top: var(--s4); }
#working:empty, #said:empty { display: none; }
form[aria-busy="true"] .primary { opacity: 0.6; }
`;
