import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app,scripts,test/unit,test/sdk}/**/*.test.{ts,tsx}'],
          exclude: ['test/database/**', 'lib/db/generated/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/database/**/*.test.ts'],
          globalSetup: ['test/database/globalSetup.ts'],
          env: { LANDED_TIME_ZONE: 'Europe/London', LANDED_LOG_LEVEL: 'silent', PUBLIC_URL: 'https://landed.test' },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file has a database of its own, but all share two cores and one server.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          // Long computations, one file per core.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          // Kills the built app again and again: for a quiet machine, after the build.
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
