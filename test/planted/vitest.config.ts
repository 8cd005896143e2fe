import { defineConfig } from 'vitest/config';
import { everywhere, ROOT } from '../vitest.config.ts';

// No groups: each guard's test is run by itself, in a process or not as the run says.
export default defineConfig({ root: ROOT, test: { ...everywhere, include: ['test/**/*.test.{ts,tsx}'] } });
