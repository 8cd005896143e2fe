import { createHash } from 'node:crypto';
import { isWallTime, local } from '../../functions/domain/wall-time.ts';
import { expected } from './expected.ts';
import { plainKey } from './judge.ts';
import { recordOne } from './live.ts';
import type { Product } from './product-by.ts';
import { momentBy, offsetBy, type Rules, timesBy } from './rules.ts';
import type { Scene } from './scene.ts';
import type { ZoneData } from './zone-data.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEP = 15 * MINUTE;
// What depends on answers that nobody has given yet.
const LATER = /^(silence|entry|missed-not-reported|celebration)_/;

/** What the program's plan and its reading of wall times say around one change, held against the rules. */
export type Planned = { wrong: string[]; deliveries: number; walls: number; digest: string };

function holdWalls({ momentAt, offsetAt, readings }: Product, zone: string, rules: Rules, around: number) {
  const wrong: string[] = [];
  let walls = 0;
  const differs = (what: string, is: number, should: number) => {
    walls += 1;
    if (is !== should) wrong.push(`${zone} ${what}: ${is} instead of ${should}`);
  };
  for (const at of [around - 1, around, around + HOUR])
    differs(`offset at ${at}`, offsetAt(zone, at), offsetBy(rules, at));
  const middle = Math.floor((around + offsetBy(rules, around)) / STEP) * STEP;
  for (let wall = middle - 4 * HOUR; wall <= middle + 4 * HOUR; wall += STEP) {
    const text = new Date(wall).toISOString().slice(0, 16);
    if (!isWallTime(text)) throw new Error(`no wall time: ${text}`);
    differs(text, momentAt(zone, local(wall)), momentBy(rules, wall));
    for (const reading of ['earlier', 'later'] as const)
      differs(`${text} ${reading}`, momentAt(zone, local(wall), reading), momentBy(rules, wall, reading));
    const times = { skipped: 0, once: 1, repeated: 2 }[readings(zone, text).kind];
    differs(`times of ${text}`, times, timesBy(rules, wall));
  }
  return { wrong, walls };
}

/** What is owed before anybody answered, and what is owed to those who agree at once. */
function owedInPlan(scene: Scene, data: ZoneData) {
  const history = { recordedAt: scene.recordedAt, agreed: {}, asked: {}, judged: {} };
  const unanswered = expected(scene, history, data);
  const agreed = { p2: scene.recordedAt, p3: scene.recordedAt };
  return [...unanswered, ...expected(scene, { ...history, agreed }, data)].filter(
    ([key]) => !LATER.test(key),
  );
}

/** Has one conversation planned, and every wall time around its change read. */
export async function holdPlan(product: Product, staged: Scene, data: ZoneData): Promise<Planned> {
  const { paused: _, ...p3 } = staged.people.p3;
  const scene = { ...staged, people: { ...staged.people, p3 } };
  const rules = data.get(scene.zone);
  if (!rules) throw new Error(`no rules of ${scene.zone}`);
  const { wrong, walls } = holdWalls(product, scene.zone, rules, scene.around);
  const deliveries = await recordOne(product, scene);
  const planned = new Map(deliveries.map((delivery) => [plainKey(delivery.key), delivery]));
  for (const [key, { at }] of owedInPlan(scene, data)) {
    const found = planned.get(key);
    if (found?.at !== at || found.skipped !== undefined)
      wrong.push(
        `${scene.zone} plans ${key} for ${found?.at} (${found?.skipped ?? 'owed'}) instead of ${at}`,
      );
  }
  const digest = createHash('sha256').update(JSON.stringify(deliveries)).digest('hex').slice(0, 20);
  return { wrong, walls, deliveries: deliveries.length, digest };
}
