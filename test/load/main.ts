import { parseArgs } from 'node:util';
import { brokenByDrain, drain } from './drain.ts';
import { brokenByHerd, herd } from './herd.ts';
import { drainRows, herdRows } from './report.ts';

const { values } = parseArgs({
  options: {
    'conversations-a-minute': { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '14' },
    throttled: { type: 'string', default: '0.2' },
    herd: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});

function amount(name: keyof typeof values, isAllowed: (number: number) => boolean): number {
  const number = Number(values[name]);
  if (isAllowed(number)) return number;
  process.stderr.write(`--${name} does not take ${values[name]}\n`);
  process.exit(1);
}

const whole = (number: number) => Number.isSafeInteger(number) && number >= 0;
const common = { rate: amount('rate', (rate) => rate >= 1 && rate <= 1000), seed: amount('seed', whole) };
const load = {
  ...common,
  aMinute: amount('conversations-a-minute', whole),
  minutes: amount('minutes', whole),
  throttled: amount('throttled', (share) => share >= 0 && share < 1),
};
const morning = { ...common, throttled: 0, until: '10:00', deliveries: amount('herd', whole) };

function show(rows: readonly (readonly [string, string])[], broken: readonly string[]): void {
  for (const [name, figure] of rows) process.stdout.write(`${name.padEnd(52)}${figure}\n`);
  for (const one of broken) process.stdout.write(`✗ ${one}\n`);
  if (broken.length > 0) process.exitCode = 1;
}

if (load.aMinute * load.minutes > 0) {
  const drained = await drain(load);
  show(drainRows(load, drained), brokenByDrain(drained, load));
}
if (morning.deliveries > 0) {
  const met = await herd(morning);
  show(herdRows(morning, met), brokenByHerd(met, morning));
}
