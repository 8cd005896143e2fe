/** The manager's lists: search, figures, and what helped. */
export const listCss = `
.search { flex-wrap: nowrap; max-width: 30rem; }
.search .find { flex: 1 1 12rem; }
.block { display: block; }
h1, .times > li, .list > li { overflow-wrap: anywhere; }
.times > li, .list > li { grid-template-columns: minmax(0, 1fr); }
.row > * { min-width: 0; }
a.quiet { color: var(--ink-2); }
main nav [aria-current] { color: var(--ink); font-weight: var(--strong); text-decoration: none; }
main nav a { display: inline-flex; align-items: center; min-height: 2.75rem; }
.list > .act > .row { align-content: start; }
.figure { display: grid; gap: var(--s4); }
.figure .big { font-size: var(--text-2xl); font-weight: var(--strong); line-height: 1.1; letter-spacing: -0.02em; }
.dots { width: 100%; max-width: 25rem; height: auto; display: block; overflow: visible; }
.dots text { font: 12px var(--sans); fill: var(--ink-2); text-anchor: middle; }
.dots circle { fill: var(--ink); stroke: var(--ink); stroke-width: 1.5; }
.dots line { stroke: var(--line); }
.aloud { font: var(--normal) var(--text-2xl)/1.3 var(--serif); letter-spacing: -0.01em; }
.aloud + .by { margin-top: calc(-1 * var(--s3)); }
`;
