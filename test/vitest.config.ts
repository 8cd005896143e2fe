import { defineConfig } from 'vitest/config';

// A zone far from every sample's, with an odd offset and DST: nothing may lean on the process's own zone.
process.env.TZ = 'Pacific/Chatham';

// In memory, or with a server in the test's own process: nothing of one file is in another's way.
const LIGHT =
  'adapters,app,bench,contract,domain,http,local,mail,pages,planted,privacy,security,simulation'.split(',');
const light = [...LIGHT.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`), 'test/*.test.ts'];

export const ROOT = new URL('..', import.meta.url).pathname;
export const everywhere = {
  setupFiles: ['test/seed.ts'],
  globalSetup: ['test/setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/**
 * Three groups, one after another, because two cores are what most machines of CI have. The light files share two
 * processes, so that what they import is loaded twice and not 130 times. A browser fills both cores by itself. All
 * others start processes and wait for them.
 */
export default defineConfig({
  root: ROOT,
  test: {
    ...everywhere,
    projects: [
      {
        extends: true,
        test: {
          name: 'light',
          include: light,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/runtime/bundle-once.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['test/**/*.test.ts'],
          exclude: [...light, 'test/browser/**'],
          globalSetup: ['test/runtime/bundle-once.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
