// The test command. Ends in one line: `N passed, N failed` (and `, N skipped`).
//   npm run check         the fast gate: format, lint, types, import rules, unit, conformance and machine tests
//   npm test              everything: the same, then the build and the stories in a real Chromium
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const artifacts = `${root}.artifacts`
const fast = process.argv.includes('--fast')
const total = { passed: 0, failed: 0, skipped: 0 }

process.chdir(root)
rmSync(artifacts, { recursive: true, force: true })
mkdirSync(artifacts, { recursive: true })

gate('Lock file', 'npm', ['ci', '--dry-run', '--ignore-scripts', '--offline', '--loglevel=error'])
gate('Format and lint', 'npx', ['biome', 'ci', '--error-on-warnings', '--colors=off', '.'])
gate('Route types', 'npx', ['next', 'typegen'])
gate('Types', 'npx', ['tsc', '--noEmit', '-p', '.'])
gate('Import rules', process.execPath, ['lib/tools/imports.mjs'])
unitTests()
if (!fast) {
  // Every attack on every grant under every preset, each line of defence taken away by itself. Fails when a cell
  // cannot be explained, or comes out otherwise under another seed.
  const attacks = ['lib/tools/attacks.mjs', '--full', '--again=second,third']
  gate('Attacks, with mutation control, under three seeds', process.execPath, attacks)
  gate('Build', process.execPath, ['lib/tools/start.mjs', '--build-only'])
  browserTests()
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
const skippingFails = process.env.REQUIRE_SERVICES === '1' && total.skipped > 0
if (skippingFails) console.error('REQUIRE_SERVICES=1: a skipped test counts as a failure.')
process.exit(total.failed > 0 || skippingFails ? 1 : 0)

function gate(name, command, args) {
  const { status } = run(name, command, args)
  total[status === 0 ? 'passed' : 'failed'] += 1
}

function unitTests() {
  const report = `${artifacts}/vitest.json`
  const config = ['-c', 'lib/testing/vitest.config.ts']
  const { status } = run('Unit, conformance and machine tests', 'npx', [
    ...['vitest', 'run', ...config],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ])
  const result = readReport(report)
  if (!result) return count(0, 1, 0)
  const { numPassedTests, numFailedTests, numPendingTests } = result
  count(numPassedTests, Math.max(numFailedTests, status === 0 ? 0 : 1), numPendingTests)
}

function browserTests() {
  const report = `${artifacts}/playwright.json`
  let browser
  try {
    browser = findBrowser()
  } catch (error) {
    console.error(error.message)
    return count(0, 1, 0)
  }
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  // A story that fails once in hundreds says so by name below, and has a second try: the whole run is not lost by it.
  const command = ['playwright', 'test', '-c', 'e2e/playwright.config.ts', '--retries=1']
  const { status } = run('Stories in Chromium', 'npx', command, env)
  const result = readReport(report)
  if (!result) return count(0, 1, 0)
  const { expected, unexpected, flaky, skipped } = result.stats
  for (const name of flakyStories(result)) console.warn(`Passed only at the second try, look into it: ${name}`)
  count(expected + flaky, Math.max(unexpected, status === 0 ? 0 : 1), skipped)
}

/** @returns {string[]} the stories that failed before they passed: project, file and title */
function flakyStories({ suites = [], specs = [] }) {
  const here = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${file}:${line} ${title}`),
  )
  return [...here, ...suites.flatMap(flakyStories)]
}

function run(name, command, args, env = {}) {
  console.log(`\n== ${name}`)
  return spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function count(passed, failed, skipped) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
