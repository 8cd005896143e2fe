import { beforeAll, describe, expect, it } from 'vitest';
import { type Job, jobsOf, momentOf, type Plant, survey } from './jobs.ts';
import { type Ran, runJobs } from './run.ts';
import { summaryOf } from './summary.ts';

// One of each kind of change: an hour, half of one and two; over midnight both ways; a quarter past; abolished in 2026.
const NAMES = [
  'Europe/Kyiv',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Asia/Beirut',
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Asia/Calcutta',
];
const PLANTED = 'Africa/Cairo';

const surveyed = survey(NAMES, { from: 2026, to: 2026 }, 1);

/** A place of each zone; every second one is lived through a change of the zone data. */
function sample(): Job[] {
  const byZone = Map.groupBy(surveyed.places, ({ zone }) => zone);
  const places = [...byZone.values()].flatMap((of, number) => of[number % of.length] ?? []);
  const all = jobsOf({ ...surveyed, places: [], sets: places });
  const isChosen = ({ places: [place], decree }: Job) =>
    place !== undefined && (NAMES.indexOf(place.zone) % 2 === 0) === (decree === undefined);
  return all.filter(isChosen).map((job) => ({ ...job, rendered: false }));
}

function planted(plant: Plant): Job[] {
  const places = surveyed.places.filter(({ zone }) => zone === PLANTED).slice(1, 2);
  const learnsAt = momentOf(surveyed.atlas, places[0] ?? { zone: PLANTED, turn: 0 }) + 7_202_000;
  const isDeaf = plant === 'deaf-to-zone-data';
  return [{ places, plant, ...(isDeaf ? { decree: 'abolished-odd', learnsAt } : {}) }];
}

const PARTS = {
  sound: sample(),
  ahead: planted('off-by-one-hour'),
  deaf: planted('deaf-to-zone-data'),
  here: planted('process-zone'),
};
type Part = keyof typeof PARTS;

let ran: Ran[] = [];
beforeAll(async () => {
  // One process does everything, and another no more than shows that it does the same.
  const everywhere = [PARTS.sound[0], PARTS.here[0]];
  ran = await runJobs(surveyed.atlas, Object.values(PARTS).flat(), {
    zones: ['UTC', 'Pacific/Chatham'],
    share: (job, _, process) => (process === 0 || everywhere.includes(job) ? job : { ...job, places: [] }),
  });
}, 120_000);

function summary(part: Part) {
  const all = Object.values(PARTS).flat();
  const [first] = PARTS[part];
  const from = first ? all.indexOf(first) : 0;
  const jobs = PARTS[part];
  const reports = (one: Ran) => ({ ...one, reports: one.reports.slice(from, from + jobs.length) });
  return summaryOf(surveyed, jobs, ran.map(reports));
}

it('nothing is early, missing or late for nothing around any kind of change, wherever the process stands', () => {
  const { lines, isClean } = summary('sound');
  expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
  expect(isClean).toBe(true);
});

describe('a planted bug is found:', () => {
  it('a clock an hour ahead', () => {
    expect(summary('ahead').early).toBeGreaterThan(0);
  });

  it('alarms that are not set anew after the zone data changed', () => {
    expect(summary('deaf').wrong).toBeGreaterThan(0);
  });

  it("an answer that depends on the process's zone", () => {
    expect(summary('here').different).toBeGreaterThan(0);
  });
});
