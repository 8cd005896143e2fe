/** The page that lies open during a talk. */
export const talkCss = `
.talk-nav { position: sticky; top: 0; z-index: 1; background: var(--paper); border-top: 2px solid var(--ink); border-bottom: 1px solid var(--line); }
.talk-nav ol { display: flex; justify-content: space-between; gap: var(--s2); }
.talk-nav a { display: inline-flex; align-items: center; min-height: var(--tap); color: var(--ink); text-decoration: none; font-size: 0.9375rem; }
.talk-nav + form > .part:first-of-type { border-top: 0; }
.talk-nav a:hover { text-decoration: underline; }
.talk-nav + form :is(.part, li, fieldset, .field) { scroll-margin-top: 3.5rem; }
.talk-nav + form .list > li { gap: var(--s4); padding-block: var(--s5); }
.talk-nav + form { gap: 0; }
.talk-nav + form .stack > .list:first-child > li:first-child { border-top: 0; padding-top: 0; }
/* What only one answer needs is not there before it is given. Where :has is unknown, it always is. */
fieldset:has([value="date"]):not(:has([value="date"]:checked)) + .if-chosen:not(:has(.bad)) { display: none; }
fieldset:has([value="helps-instead"]):not(:has([value="helps-instead"]:checked)) + .if-chosen:not(:has(.bad)) { display: none; }
fieldset:has([value="other"]):not(:has([value="other"]:checked)) + .if-chosen:not(:has(.bad)) { display: none; }
.talk-nav + form .part > .stack { gap: var(--s5); }
.foretold h4 { margin: 0; }
.foretold { border-inline-start: 2px solid var(--ink); padding-inline-start: var(--s4); scroll-margin-top: 3.5rem; }
.aloud { font: var(--normal) var(--text-2xl)/1.3 var(--serif); letter-spacing: -0.01em; }
.ask { color: var(--ink-2); font-size: var(--text-l); line-height: 1.4; }
@media (min-width: 44rem) { .talk-nav ol { justify-content: start; gap: var(--s6); } }
@media print { .talk-nav { display: none; } }
`;
