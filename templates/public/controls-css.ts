/** Buttons, fields and choices. */
export const controlsCss = `
/* Buttons */
button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: var(--tap); padding: 0.55rem var(--s5);
  font: var(--strong) var(--text-m)/1.25 var(--sans); text-align: center; text-decoration: none; cursor: pointer;
  color: var(--ink); background: var(--paper); border: 1.5px solid var(--ink); border-radius: var(--radius);
}
button:hover, .button:hover { background: var(--desk); color: var(--ink); text-decoration: none; }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-press); border-color: var(--accent-press); color: var(--on-accent); }
.plain { min-height: 2.75rem; padding: 0; border: 0; background: none; color: var(--accent); font-weight: var(--normal); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
.inline { display: inline; min-height: 0; font-size: inherit; line-height: inherit; }
.plain:hover { background: none; color: var(--accent-press); text-decoration: underline; text-decoration-thickness: 2px; }
.row { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; }
.row.tight { gap: var(--s2); }
.small button, .small .button { min-height: 2.5rem; padding: 0.35rem var(--s4); font-size: var(--text-s); }
.small .plain { padding: 0; }

/* Fields */
.field { display: grid; gap: var(--s2); min-width: 0; }
.field .hint { margin-top: calc(-1 * var(--s1)); }
label, .label { font-weight: var(--strong); }
.optional { font-weight: var(--normal); color: var(--ink-2); }
.hint { color: var(--ink-2); font-size: var(--text-s); line-height: 1.45; }
input, textarea, select {
  width: 100%; min-width: 0; min-height: var(--tap); padding: 0.6rem 0.75rem; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line-strong); border-radius: var(--radius); font: var(--normal) var(--text-m)/1.4 var(--sans);
}
textarea { font-family: var(--serif); }
textarea.line { min-height: var(--tap); }
textarea { resize: vertical; field-sizing: content; }
textarea:not(.line) { min-height: 6.5rem; }
input:focus-visible, textarea:focus-visible, select:focus-visible { outline-offset: 0; }
.when { display: grid; grid-template-columns: minmax(0, 1fr) 6rem; gap: var(--s2); }
.tick { display: grid; grid-template-columns: auto 1fr; gap: var(--s3); align-items: start; font-weight: var(--normal); padding-block: var(--s2); }
.tick input { width: 1.5rem; height: 1.5rem; min-height: 0; margin: 0; accent-color: var(--accent); }

/* One of a few: pills that stay radios */
.pills { display: flex; flex-wrap: wrap; gap: var(--s2); }
.pills label { position: relative; display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0.3rem 1rem; border: 1px solid var(--line-strong); border-radius: var(--radius-round); font-weight: var(--normal); cursor: pointer; }
.pills input { width: 1.25rem; height: 1.25rem; min-height: 0; margin: 0 0.5rem 0 0; }
@supports selector(:has(a)) { .pills input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; } }
.pills label:has(:checked) { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.pills label:hover { border-color: var(--ink); }
.pills label:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.pills legend, fieldset > .label { padding: 0; margin-bottom: var(--s2); font-size: var(--text-m); line-height: var(--leading); }
fieldset > legend { padding: 0; margin-bottom: var(--s2); font-size: var(--text-m); line-height: var(--leading); }

/* One of a list: rows that stay radios */
.choices { border-top: 1px solid var(--line); }
.choices label { display: grid; grid-template-columns: auto 1fr; gap: 0 var(--s3); align-items: baseline; padding: var(--s3) var(--s2); border-bottom: 1px solid var(--line); font-weight: var(--normal); cursor: pointer; }
.choices label:hover { background: var(--desk); }
.choices label:has(:checked) { background: var(--accent-soft); }
.choices input { width: 1.5rem; height: 1.5rem; min-height: 0; margin: 0; accent-color: var(--accent); transform: translateY(0.35rem); }
.choices small { grid-column: 2; color: var(--ink-2); }

/* The moment, spelled out: the line the whole form exists for */
.split { display: grid; gap: var(--s7); }
.spelled { display: block; font-size: 1.25rem; font-size: clamp(1.25rem, 1.1rem + 0.7vw, 1.5rem); font-weight: var(--strong); line-height: 1.25; letter-spacing: -0.012em; }
.spelled small { display: block; font-size: var(--text-s); margin-top: var(--s1); font-weight: var(--normal); letter-spacing: 0; color: var(--ink-2); }
`;
