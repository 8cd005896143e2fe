import type { BatchReport } from './job.ts';
import { SAMPLE } from './jobs.ts';
import { PORTS } from './ports.ts';
import { POSITIONS } from './strikes.ts';
import { INVARIANTS } from './watch/invariants.ts';

const SHOWN = 10;
// With fewer conversations some rare call may not have come at all.
const COVERED_FROM = 500;

/** `only`: a run of one batch, for the sake of one conversation in it. */
type Run = { seed: number; conversations: number; only?: number | undefined };

function sum(reports: readonly BatchReport[], of: (report: BatchReport) => number): number {
  return reports.reduce((total, report) => total + of(report), 0);
}

/** Positions of ports in which nothing ever broke: what a run has not shown. */
function uncovered(reports: readonly BatchReport[]): string[] {
  return PORTS.flatMap((port) =>
    POSITIONS.map((position) => `${port} ${position}`).filter((pair) =>
      reports.every(({ coverage }) => !coverage[pair]),
    ),
  );
}

/** The command that lives one conversation again, exactly as it was, and prints what happened. */
function replayCommand({ seed, conversations }: Run, only: number): string {
  return `npm run simulate -- --seed ${seed} --conversations ${conversations} --only ${only}`;
}

function wrongs(run: Run, reports: readonly BatchReport[]): string[] {
  const violations = reports.flatMap((report) => report.violations);
  const lines = violations
    .slice(0, SHOWN)
    .flatMap(({ invariant, number, at, what }) => [
      `✗ ${invariant}: conversation ${number}, ${new Date(at).toISOString()}`,
      `  ${what}`,
      `  ${INVARIANTS.find(({ name }) => name === invariant)?.means ?? ''}`,
      `  ${replayCommand(run, Math.max(0, number))}`,
    ]);
  const more = violations.length > SHOWN ? [`… and ${violations.length - SHOWN} more`] : [];
  const differed = reports.flatMap((report) => report.differed);
  const unlike = differed.map((number) => `✗ conversation ${number} was another one when it lived again`);
  const isWhole = run.only === undefined && run.conversations >= COVERED_FROM;
  const open = isWhole ? uncovered(reports) : [];
  const missing = open.length > 0 ? [`✗ nothing ever broke at: ${open.join(', ')}`] : [];
  return [...lines, ...more, ...unlike, ...missing];
}

/** What a run has shown, as lines, and whether all is well. */
export function summaryOf(run: Run, reports: readonly BatchReport[]): { lines: string[]; isClean: boolean } {
  const wrong = wrongs(run, reports);
  const total = (of: (report: BatchReport) => number) => sum(reports, of).toLocaleString('en');
  const hit = PORTS.length * POSITIONS.length - uncovered(reports).length;
  const sample = run.only === undefined ? Math.min(SAMPLE, run.conversations) : 0;
  const figures: [string, string][] = [
    ['conversations', total(({ conversations }) => conversations)],
    ['deliveries', total(({ deliveries }) => deliveries)],
    ['faults injected', total(({ faults }) => faults)],
    ['crashes', `${total(({ crashes }) => crashes)} at ${hit} of ${PORTS.length * POSITIONS.length} places`],
    ['duplicates', total(({ twice }) => twice)],
    ['lost', total(({ lost }) => lost)],
    ['unknown resolved', total(({ unknown }) => unknown)],
    ['explained by a lost Send event', total(({ explained }) => explained)],
    ['replay check', `${total(({ replayed }) => replayed)}/${sample}`],
    ['violations', total(({ violations }) => violations.length)],
  ];
  return {
    lines: [...wrong, ...figures.map(([name, figure]) => `${name.padEnd(32)}${figure}`)],
    isClean: wrong.length === 0,
  };
}
