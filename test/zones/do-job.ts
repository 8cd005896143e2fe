import { instant } from '../../functions/domain/instant.ts';
import { holdPlan, type Planned } from './held-by-plan.ts';
import { type Job, momentOf, type Place } from './jobs.ts';
import { judge, type Verdict } from './judge.ts';
import { live } from './live.ts';
import { type Product, productBy } from './product-by.ts';
import { type Scene, stage } from './scene.ts';
import { type Atlas, anHourAhead, type Decree, type ZoneData, zoneData } from './zone-data.ts';

/** What came of a job: of each conversation its digest, and all verdicts. */
export type Report = {
  digests: string[];
  verdicts: Verdict[];
  planned: { deliveries: number; walls: number };
};

/** What does jobs in one process: the program, started once for each time-zone data. */
export type Doer = (job: Job) => Promise<Report>;

function sceneOf(atlas: Atlas, { zone, index, turn }: Place): Scene {
  const rules = atlas.rules[zone];
  if (!rules) throw new Error(`no rules of ${zone}`);
  return stage(zone, rules, rules.changes[index ?? -1] ?? atlas.ordinary[zone] ?? 0, turn);
}

function verdictOfPlan(wrong: string[]): Verdict {
  return { deliveries: 0, entries: 0, stale: 0, late: {}, reasons: {}, early: [], missing: [], wrong };
}

export function makeDoer(bundle: string, atlas: Atlas): Doer {
  const now = zoneData(atlas);
  const known = new Map<string, Product>();
  const started = (name: string, data?: ZoneData): Product => {
    const product = known.get(name) ?? productBy(bundle, data);
    known.set(name, product);
    return product;
  };
  const upgradeTo = (decree: Decree, learnsAt: number, isDeaf: boolean) => {
    const data = zoneData(atlas, decree);
    const to = { product: started(decree, data), zoneData: isDeaf ? 'now' : decree };
    return { change: { at: learnsAt, data }, upgrade: { at: instant(learnsAt), to } };
  };

  return async (job) => {
    if (job.places.length === 0) return { digests: [], verdicts: [], planned: { deliveries: 0, walls: 0 } };
    const scenes = job.places.map((place) => sceneOf(atlas, place));
    const product =
      job.plant === 'off-by-one-hour' ? started('an hour ahead', anHourAhead(now)) : started('now');
    if (job.planned) {
      const planned: Planned[] = [];
      for (const scene of scenes) planned.push(await holdPlan(product, scene, now));
      const sum = (of: 'deliveries' | 'walls') => planned.reduce((total, one) => total + one[of], 0);
      return {
        digests: planned.map(({ digest }) => digest),
        verdicts: planned.map(({ wrong }) => verdictOfPlan(wrong)),
        planned: { deliveries: sum('deliveries'), walls: sum('walls') },
      };
    }
    const { decree, learnsAt = 0 } = job;
    const isDeaf = job.plant === 'deaf-to-zone-data';
    const change = decree && upgradeTo(decree, learnsAt, isDeaf);
    const seed = momentOf(atlas, job.places[0] ?? { zone: 'UTC', turn: 0 }) / 1000;
    const lived = await live(scenes, { product, zoneData: 'now' }, change?.upgrade, {
      seed,
      rendered: job.rendered ? 1 : 0,
    });
    return {
      digests: lived.map(({ digest }) =>
        job.plant === 'process-zone' ? `${digest} ${new Date(0).getHours()}` : digest,
      ),
      verdicts: lived.map((one) => judge(one, { data: now, change: change?.change })),
      planned: { deliveries: 0, walls: 0 },
    };
  };
}
