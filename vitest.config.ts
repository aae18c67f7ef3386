import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Each file of the browser tier starts a Chromium of its own, which mostly waits: two cores carry two. */
const WORKERS = 2;

export default defineConfig({
  test: {
    projects: [
      {
        // Property tests on two busy cores need more than the usual five seconds.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/conventions.test.ts'],
          // Pure code leaves nothing behind: a process for each file would take longer than its tests.
          isolate: false,
          maxWorkers: WORKERS,
          testTimeout: 30_000,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          environment: 'happy-dom',
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          maxWorkers: WORKERS,
        },
      },
    ],
  },
});
