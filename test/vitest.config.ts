import { defineConfig } from 'vitest/config';

// A zone far from every sample's, with an odd offset and DST: nothing may lean on the process's own zone.
process.env.TZ = 'Pacific/Chatham';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    environment: 'node',
    setupFiles: ['test/seed.ts'],
    globalSetup: 'test/setup.ts',
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
