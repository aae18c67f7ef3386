import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

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
          testTimeout: 30_000,
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'component', include: ['tests/component/**/*.test.tsx'], environment: 'happy-dom' },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // Each file starts a Chromium of its own, which mostly waits: two cores carry two.
          maxWorkers: 2,
        },
      },
    ],
  },
});
