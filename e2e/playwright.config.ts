import { defineConfig, devices } from '@playwright/test'

const { DATABASE_URL, REDIS_URL } = process.env

/** Where PostgreSQL and Redis usually listen; a lab that asks for one that does not answer is told so. */
const SERVICES = {
  DATABASE_URL: DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  REDIS_URL: REDIS_URL ?? 'redis://127.0.0.1:6379',
}

/** The same stories against both ways of hosting the parties: on ports of their own, and under the app's origin. */
const FIRST_PORT = Number(process.env.E2E_PORT ?? 4310)
const HOSTINGS = { ports: FIRST_PORT, path: FIRST_PORT + 10 } as const

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      // Without a graphics card, the stand-in for one takes as much processor time as everything else.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: Object.entries(HOSTINGS).map(([name, port]) => ({
    name,
    // A story of one hosting only carries its name as a tag.
    grepInvert: name === 'path' ? /@ports/ : /@path/,
    // What does not depend on where the parties are is told once.
    testIgnore:
      name === 'path'
        ? [
            'accessibility.spec.ts',
            'attacks.spec.ts',
            'catalogue.spec.ts',
            'clicker.spec.ts',
            'compare.spec.ts',
            'follow.spec.ts',
            'learn.spec.ts',
            'lessons.spec.ts',
            'present.spec.ts',
            'presenter.spec.ts',
            'storage.spec.ts',
            'tasks.spec.ts',
          ]
        : [],
    use: { baseURL: `http://localhost:${port}` },
  })),
  webServer: Object.entries(HOSTINGS).map(([parties, port]) => ({
    cwd: '..',
    command: 'node lib/tools/start.mjs',
    url: `http://localhost:${port}/`,
    timeout: 180_000,
    env: { PORT: String(port), PARTIES: parties, DATA_DIR: '.data/e2e', ...SERVICES },
  })),
})
