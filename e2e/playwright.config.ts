import { defineConfig, devices } from '@playwright/test'

/** The same stories against both ways of hosting the parties: on ports of their own, and under the app's origin. */
const HOSTINGS = { ports: 4310, path: 4320 } as const

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
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: Object.entries(HOSTINGS).map(([name, port]) => ({
    name,
    use: { baseURL: `http://localhost:${port}` },
  })),
  webServer: Object.entries(HOSTINGS).map(([parties, port]) => ({
    cwd: '..',
    command: 'node lib/tools/start.mjs',
    url: `http://localhost:${port}/`,
    timeout: 180_000,
    env: { PORT: String(port), PARTIES: parties, DATA_DIR: '.data/e2e' },
  })),
})
