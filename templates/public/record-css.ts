/** Commitments, states, times, lists and answers. */
export const recordCss = String.raw`
/* A commitment: one sheet, the only box there is */
.sheet { border: 1px solid var(--line-strong); border-radius: var(--radius-sheet); background: var(--paper); }
.sheet > .stack { gap: var(--s5); }
.sheet > :not(summary) { padding: 0 var(--s4) var(--s5); }
.sheet > summary, .sheet > .sheet-head { display: grid; gap: var(--s2); padding: var(--s4); cursor: pointer; list-style: none; }
.sheet > .sheet-head { cursor: auto; padding-bottom: var(--s3); }
.sheet > summary::-webkit-details-marker { display: none; }
.sheet .row.tools { padding-top: 0; padding-bottom: var(--s2); gap: 0 var(--s5); border-top: 1px solid var(--line); padding-top: var(--s1); font-size: var(--text-s); }
.sheet .tools .plain { font-size: var(--text-s); }
.sheet .more { display: inline; color: var(--accent); text-decoration: underline; font-size: var(--text-s); text-underline-offset: 0.18em; }
.mine { border: 2px solid var(--ink); }

/* Who, what, by when, what if: label left, value right */
.facts { display: grid; gap: var(--s3); }
.facts > div { display: grid; gap: 0; }
.facts dt { font-size: var(--text-s); color: var(--ink-2); }

/* State: a shape and a word; colour says nothing */
.state { display: inline-flex; align-items: baseline; gap: 0.45em; }
.state::before { content: ""; flex: none; width: 0.72em; height: 0.72em; border: 1.5px solid currentColor; border-radius: 50%; transform: translateY(0.04em); forced-color-adjust: none; }
.asked::before { border-style: dotted; }
.running::before { background: linear-gradient(90deg, currentColor 50%, transparent 50%); }
.kept::before { background: currentColor; }
.missed::before { border-width: 2px; border-top-color: transparent; transform: translateY(0.04em) rotate(45deg); }
.let-go::before { height: 0; border-width: 1px 0; border-radius: 0; transform: translateY(-0.25em); }
.fault { color: var(--fault); }
.fault.state::before { border-radius: 0; background: currentColor; transform: rotate(45deg) scale(0.8); }

/* Times: the signature. When in the margin, a thread, what beside it. Filled was, hollow will be, dotted won't be needed. */
.times { display: grid; }
.times > li { --dot: 0.5625rem; --thread: 0.4rem; position: relative; display: grid; padding-block-end: var(--s4); padding-inline-start: 1.75rem; }
.times > li::before { content: ""; position: absolute; inset-inline-start: calc(var(--thread) - 0.5px); top: 0.75rem; bottom: -0.75rem; width: 1px; background: var(--line-strong); opacity: 0.55; }
.times > li:last-child::before { display: none; }
.times > li::after { content: ""; position: absolute; inset-inline-start: calc(var(--thread) - var(--dot) / 2); top: 0.75rem; width: var(--dot); height: var(--dot); border: 1.5px solid var(--ink); border-radius: 50%; background: var(--ink); transform: translateY(-50%); forced-color-adjust: none; }
.times > .ahead::after { background: var(--paper); }
.times > .talk { --dot: 1rem; }
.times > .talk::after { background: var(--paper); box-shadow: inset 0 0 0 3px var(--paper), inset 0 0 0 9px var(--ink); }
.times > .gone::after { border-style: dotted; background: var(--paper); }
.times > .gone .what { color: var(--ink-2); }
.times > .open { --dot: 0.75rem; }
.times > .open::after { border-width: 2px; border-top-color: transparent; background: var(--paper); transform: translateY(-50%) rotate(45deg); }
.times > .broke::after { border-radius: 0; border-color: var(--fault); background: var(--fault); transform: translateY(-50%) rotate(45deg); }
.times .at { font-size: var(--text-s); color: var(--ink-2); line-height: 1.5rem; }
.times .what > span:not(.state), .receipt { display: block; }
.times .what > * + span, .times .what > span + .state { margin-top: var(--s1); }
.times > .now { --dot: 1.1rem; font-weight: var(--strong); padding-block: var(--s1) var(--s4); }
.times > .now::after { border-radius: 0; height: 3px; border: 0; top: 1rem; background: var(--accent); }
.times .now .at { color: var(--accent); font-weight: var(--strong); }
.times.tight > li { padding-block-end: var(--s2); font-size: 0.9375rem; line-height: 1.4; }
.receipt .fault { color: var(--fault); }
.receipt { color: var(--ink-2); font-size: var(--text-s); line-height: 1.45; }
summary { cursor: pointer; }
.fold { border-top: 1px solid var(--line); }
.fold > summary { display: flex; justify-content: space-between; align-items: center; min-height: var(--tap); list-style: none; font-weight: var(--strong); }
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary::after { content: "+"; font-weight: var(--normal); font-size: var(--text-l); color: var(--ink-2); }
.fold[open] > summary::after { content: "\2212"; }
.fold > summary span { font-weight: var(--normal); color: var(--ink-2); font-size: var(--text-s); margin-inline: auto var(--s4); }
.fold > ol { padding-block: var(--s1) var(--s3); }

/* Rows of things that want something */
.list > li { display: grid; gap: var(--s2); padding-block: var(--s4); border-bottom: 1px solid var(--line); }
.list > li > form + .facts, .list > li > .quiet + .facts { margin-top: var(--s4); }
.list > li:first-child { border-top: 1px solid var(--line); }
.list > li:last-child { border-bottom: 0; }
.part > .list > li:first-child, .urgent > li:first-child { border-top: 0; padding-top: 0; }
.urgent { border-top: 2px solid var(--ink); padding-top: var(--s4); margin-bottom: var(--s6); }
.list a.head { font-weight: var(--strong); color: var(--ink); text-decoration-color: var(--line-strong); }

.alert { padding: var(--s4); border: 2px solid var(--fault); border-radius: var(--radius-sheet); background: var(--fault-soft); display: grid; gap: var(--s2); }
main > .alert { margin-bottom: var(--s6); }
.alert a { color: var(--fault); }
.bad { border: 2px solid var(--fault); }
.why { color: var(--fault); font-weight: var(--strong); }

/* Answers on the participant's page: whole-width, calm, far apart */
.answers { display: grid; gap: var(--s3); padding-block: var(--s4) var(--s1); }
.answers button, .answers summary {
  display: grid; width: 100%; min-height: 4.5rem; align-content: center; justify-content: stretch; gap: var(--s1); padding: var(--s3) var(--s4); text-align: start; cursor: pointer; list-style: none;
  font: var(--strong) var(--text-l)/1.25 var(--sans); border: 1.5px solid var(--ink); border-radius: var(--radius-sheet); color: var(--ink); background: var(--paper);
}
.answers summary::-webkit-details-marker { display: none; }
.answers summary:hover { background: var(--desk); }
.answers small { font-weight: var(--normal); font-size: 0.9375rem; color: var(--ink-2); }
.answers .primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.answers .primary small { color: inherit; }
.answers details[open] { border: 1.5px solid var(--ink); border-radius: var(--radius-sheet); }
.answers details[open] summary { border: 0; }
.answers details > :not(summary) { padding: 0 var(--s4) var(--s4); }
.answers .chosen { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.answers .chosen small { color: inherit; }
.answers.two { grid-template-columns: 1fr 1fr; padding-bottom: var(--s6); }

/* A minute to take it back: the only thing that moves */
.minute { height: 3px; background: var(--line); overflow: hidden; }
.minute::before { content: ""; display: block; height: 100%; background: var(--accent); transform-origin: left; animation: minute 60s linear both; }
@keyframes minute { to { transform: scaleX(0); } }
[dir="rtl"] .minute::before { transform-origin: right; }
@media (prefers-reduced-motion: reduce) { .minute::before { animation: none; } }
`;
