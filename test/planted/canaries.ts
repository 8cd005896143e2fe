import type { Guard } from './guard.ts';

const HELD = { file: 'functions/domain/plan.ts', test: 'test/domain/timeline/wake.test.ts' };
const TITLE = 'lets expire what became pointless while mail was held';

/** Not one of these may count as found: a run that says they were would say so of anything. */
export const canaries: readonly Guard[] = [
  {
    ...HELD,
    name: 'a change that changes nothing',
    stops: 'Nothing: no test can find it.',
    find: 'delivery.at <= now',
    becomes: 'now >= delivery.at',
    title: TITLE,
  },
  {
    ...HELD,
    name: 'a file that does not load',
    stops: 'Every test breaks, whether or not it looks at this guard.',
    find: 'delivery.at <= now',
    becomes: ')(',
    title: TITLE,
  },
  {
    ...HELD,
    name: 'a test that breaks before it expects anything',
    stops: 'A throw would pass for a find.',
    find: 'delivery.at <= now',
    becomes: 'Number(undefined?.at) <= now.gone.at',
    title: TITLE,
  },
  {
    ...HELD,
    name: 'a guard that its test never reads',
    stops: 'A test of something else would pass for its finder.',
    file: 'functions/app/brake.ts',
    find: 'counted.over = steps >= STEPS;',
    becomes: '',
    title: TITLE,
  },
];
