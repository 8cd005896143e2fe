import { nothingLost } from '../simulate/watch/nothing-lost.ts';
import { nothingTwice } from '../simulate/watch/nothing-twice.ts';
import type { LifeReport } from './life-report.ts';

const SHOWN = 10;

function wrongs(reports: readonly LifeReport[]): string[] {
  const all = reports.flatMap(({ number, dataDir, violations }) =>
    violations.map((violation) => ({ ...violation, life: number, dataDir })),
  );
  const lines = all
    .slice(0, SHOWN)
    .flatMap(({ invariant, number, at, what, life, round, script, dataDir }) => [
      `✗ ${invariant}: conversation ${number} of system ${life}, found after round ${round}, ${new Date(at).toISOString()}`,
      `  ${what}`,
      ...script.split('\n').map((line) => `  ${line}`),
      `  kept in ${dataDir}`,
    ]);
  return [...lines, ...(all.length > SHOWN ? [`… and ${all.length - SHOWN} more`] : [])];
}

function faultsOf(reports: readonly LifeReport[]): [string, number][] {
  const totals = new Map<string, number>();
  for (const { faults } of reports)
    for (const [name, times] of faults) totals.set(name, (totals.get(name) ?? 0) + times);
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a run has shown, as lines, and whether all is well. */
export function summaryOf(reports: readonly LifeReport[]): { lines: string[]; isClean: boolean } {
  const total = (of: (report: LifeReport) => number) => reports.reduce((sum, report) => sum + of(report), 0);
  const named = (name: string) =>
    total(({ violations }) => violations.filter(({ invariant }) => invariant === name).length);
  const wrong = wrongs(reports);
  const figures: [string, number][] = [
    ['rounds', total(({ rounds }) => rounds)],
    ['kills', total(({ kills }) => kills)],
    ['kills while it started', total(({ startKills }) => startKills)],
    ...faultsOf(reports).map(([name, times]): [string, number] => [`faults met, ${name}`, times]),
    ['conversations', total(({ conversations }) => conversations)],
    ['mails', total(({ mails }) => mails)],
    ['in doubt for a while', total(({ doubted }) => doubted)],
    ['twice', named(nothingTwice.name)],
    ['twice for a late Send event', total(({ late }) => late)],
    ['lost', named(nothingLost.name)],
    ['violations', total(({ violations }) => violations.length)],
  ];
  return {
    lines: [...wrong, ...figures.map(([name, figure]) => `${name.padEnd(36)}${figure.toLocaleString('en')}`)],
    isClean: wrong.length === 0,
  };
}
