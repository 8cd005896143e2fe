/** Type, people's words, the frame of a page and its parts. */
export const frameCss = String.raw`
/* Nevertwice pages. One column to read, a margin for the when and the who, hairlines instead of boxes. */

*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: var(--s6); }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: var(--normal) var(--text-m)/var(--leading) var(--sans);
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset, blockquote { margin: 0; padding: 0; border: 0; min-width: 0; }
ul, ol { list-style: none; }
h1, h2, h3, legend { font-weight: var(--strong); line-height: var(--leading-tight); text-wrap: balance; }
h1 { font-size: var(--text-3xl); letter-spacing: -0.022em; }
h2, .h2 { font-size: var(--text-xl); letter-spacing: -0.012em; }
h3, .h3 { font-size: var(--text-m); line-height: 1.35; }
p, li, dd { text-wrap: pretty; }
strong, b { font-weight: var(--strong); }
small, .small { font-size: var(--text-s); line-height: 1.45; }
.quiet { color: var(--ink-2); }
.lead { font-size: var(--text-l); line-height: 1.45; color: var(--ink-2); max-width: var(--measure); }
.nowrap { white-space: nowrap; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { color: var(--accent-press); text-decoration-thickness: 2px; }
:focus:not(:focus-visible) { outline: none; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: var(--radius); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--s4); top: -5rem; background: var(--ink); color: var(--paper); padding: var(--s3) var(--s4); z-index: 2; }
.skip:focus { top: var(--s2); }

/* People's own words: serif, in quotation marks, with whose they are. */
q, .words { font-family: var(--serif); quotes: "\201C" "\201D" "\2018" "\2019"; font-variant-numeric: normal; letter-spacing: 0; }
.quote { font-size: var(--text-l); line-height: 1.45; }
.by { font: var(--normal) var(--text-s)/1.45 var(--sans); color: var(--ink-2); }
.quote .by { display: block; margin-top: var(--s1); }
.by::before { content: "\2014\00A0"; }
.marked { background: var(--marker); box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: 0.08em 0.2em; margin-inline: -0.2em; }

/* Frame */
body { --gutter: var(--s4); }
.top, main { width: 100%; max-width: var(--page); margin-inline: auto; padding-inline: var(--gutter); }
.foot { width: calc(100% - 2 * var(--gutter)); max-width: calc(var(--page) - 2 * var(--gutter)); margin-inline: auto; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s5); padding-block: var(--s3); }
.mark { display: inline-flex; align-items: center; gap: 0.5em; min-height: var(--tap); color: var(--ink); font-weight: var(--strong); letter-spacing: -0.01em; text-decoration: none; }
.mark .for { color: var(--ink-2); font-weight: var(--normal); }
.mark svg { width: 1.75rem; height: 1.75rem; }
.top ul { display: flex; gap: var(--s5); }
.top li a { display: inline-flex; align-items: center; min-height: var(--tap); color: var(--ink-2); text-decoration: none; }
.top li a:hover { color: var(--ink); text-decoration: underline; }
.top [aria-current] { color: var(--ink); box-shadow: inset 0 -2px var(--ink); }
.top nav + .who { display: none; }
.top .who { margin-inline-start: auto; color: var(--ink-2); font-size: var(--text-s); }
main { padding-block: var(--s5) var(--s8); }
main > header { display: grid; gap: var(--s3); margin-bottom: var(--s6); }
.foot { border-top: 1px solid var(--line); padding-block: var(--s5) var(--s6); color: var(--ink-2); font-size: var(--text-s); display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); }
.narrow, .narrow-page .top { max-width: calc(var(--measure) + 2 * var(--gutter)); }
.foot.narrow { max-width: var(--measure); }

/* A section: a rule, a heading, and room. From 60rem on, the heading stands in the margin. */
.part { border-top: 1px solid var(--line); padding-block: var(--s5) var(--s7); display: grid; gap: var(--s4); align-content: start; }
.part:first-of-type { border-top: 2px solid var(--ink); }
.part:last-child { padding-bottom: 0; }
.stack { display: grid; gap: var(--s4); min-width: 0; align-content: start; }
.stack > .part { gap: var(--s5); }
.stack-s { display: grid; gap: var(--s1); min-width: 0; }

/* Browsers that part no flexed items came before those that know inset (Chromium 84 and 87, WebKit 14.1). */
@supports not (inset: 0) {
  .row > *, .foot > *, .top li { margin-inline-end: var(--s4); }
  .mark svg, .state::before { margin-inline-end: 0.5em; }
}
`;
