import { type Job, momentOf, type Survey } from './jobs.ts';
import { LATE, type Verdict } from './judge.ts';
import type { Ran } from './run.ts';

const SHOWN = 12;

export type Summary = {
  lines: string[];
  isClean: boolean;
  early: number;
  missing: number;
  wrong: number;
  different: number;
};

function total(verdicts: readonly Verdict[], of: (verdict: Verdict) => number): number {
  return verdicts.reduce((sum, verdict) => sum + of(verdict), 0);
}

function counted(verdicts: readonly Verdict[], of: (verdict: Verdict) => Record<string, number>) {
  const counts = new Map<string, number>();
  for (const verdict of verdicts)
    for (const [why, count] of Object.entries(of(verdict))) counts.set(why, (counts.get(why) ?? 0) + count);
  return counts;
}

/** Which conversations two processes tell differently. */
function differences(survey: Survey, jobs: readonly Job[], ran: readonly Ran[]): string[] {
  return jobs.flatMap((job, number) => {
    const told = ran.filter(({ reports }) => (reports[number]?.digests.length ?? 0) > 0);
    return job.places.flatMap((_, index) => {
      const digestOf = (one: Ran | undefined) => one?.reports[number]?.digests[index];
      const other = told.find((one) => digestOf(one) !== digestOf(told[0]));
      return other ? [`${whereOf(survey, job, index)}: ${other.zone} tells it differently`] : [];
    });
  });
}

function whereOf({ atlas }: Survey, { places, decree, planned }: Job, index: number): string {
  const place = places[index];
  if (!place) return 'nowhere';
  const at = new Date(momentOf(atlas, place)).toISOString().slice(0, 16);
  return `${place.zone} ${at}${decree ? ` (${decree})` : planned ? ' (planned)' : ''}`;
}

/** What is said of a run, line by line, and whether it is as it has to be. What is lived in all processes is counted once. */
export function summaryOf(survey: Survey, jobs: readonly Job[], ran: readonly Ran[]): Summary {
  const reports = jobs.flatMap(
    (_, number) => ran.map((one) => one.reports[number]).find((report) => report?.digests.length) ?? [],
  );
  const verdicts = reports.flatMap((report) => report.verdicts);
  const different = differences(survey, jobs, ran);
  const problems = reports.flatMap((report, number) =>
    report.verdicts.flatMap(({ early, missing, wrong }, index) => {
      const where = whereOf(survey, jobs[number] ?? { places: [] }, index);
      return [
        ...early.map((what) => `early: ${where} ${what}`),
        ...missing.map((what) => `missing: ${where} ${what}`),
        ...wrong.map((what) => `wrong: ${where} ${what}`),
      ];
    }),
  );
  const of = (is: (job: Job) => boolean) =>
    jobs.filter(is).reduce((sum, { places }) => sum + places.length, 0);
  const planned = (what: 'deliveries' | 'walls') =>
    reports.reduce((sum, report) => sum + report.planned[what], 0);
  const early = total(verdicts, (verdict) => verdict.early.length);
  const missing = total(verdicts, (verdict) => verdict.missing.length);
  const wrong = total(verdicts, (verdict) => verdict.wrong.length);
  const late = counted(verdicts, (verdict) => verdict.late);
  const reasons = [...counted(verdicts, (verdict) => verdict.reasons)].map(([why, n]) => `${why} ${n}`);
  const { places, sets, names } = survey;
  const transitions = (of: Survey['places']) => of.filter(({ index }) => index !== undefined).length;
  const row = (name: string, value: number | string) => `${name.padEnd(46)}${value}`;
  const lines = [
    row('zones', names.length),
    row('transitions', transitions(places)),
    row('sets of rules', new Set(sets.map(({ zone }) => zone)).size),
    row('transitions of those', transitions(sets)),
    row(
      'conversations planned',
      of((job) => job.planned === true),
    ),
    row('  deliveries in them', planned('deliveries')),
    row('  wall times read', planned('walls')),
    row(
      'conversations lived',
      of((job) => !job.planned && !job.decree),
    ),
    row(
      '  through a change of the zone data',
      of((job) => job.decree !== undefined),
    ),
    row(
      'deliveries',
      total(verdicts, (verdict) => verdict.deliveries),
    ),
    row(
      'calendar entries',
      total(verdicts, (verdict) => verdict.entries),
    ),
    row(
      '  that a change of the data left behind',
      total(verdicts, (verdict) => verdict.stale),
    ),
    row('early', early),
    row('missing', missing),
    row('otherwise wrong, or late for nothing', wrong),
    ...LATE.map((why) => row(`late: ${why}`, late.get(why) ?? 0)),
    row('not owed after a change of the data', reasons.join(', ') || 0),
    row(
      'differences between process zones',
      `${different.length} (${ran.map(({ zone }) => zone).join(', ')})`,
    ),
  ];
  const shown = [...problems, ...different].slice(0, SHOWN).map((problem) => `✗ ${problem}`);
  const isClean =
    verdicts.length > 0 && reports.length === jobs.length && problems.length === 0 && different.length === 0;
  return { lines: [...shown, ...lines], isClean, early, missing, wrong, different: different.length };
}
