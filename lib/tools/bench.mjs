// Measures, on this machine and side by side:
//   npm run bench
// 1. a step in a real Chromium: from pressing Next or Back to the painted result
// 2. a party on its own listener beside the same party behind a route of the app
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PORTS = { ports: 4340, path: 4350 }
const RUNS = 3
const REQUESTS = 1_500
const AT_ONCE = 8

const servers = []
try {
  for (const [parties, port] of Object.entries(PORTS)) servers.push(await startServer(parties, port))
  await benchSteps()
  await benchHosting()
} finally {
  for (const server of servers) server.kill()
}

async function benchSteps() {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const live = []
  const replayed = []
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`http://localhost:${PORTS.ports}/flows/authorization-code`)
    await page.getByRole('button', { name: /^Next/ }).waitFor()
    live.push(...(await page.evaluate(measureSteps, { button: '#next', presses: 20 })))
    replayed.push(...(await page.evaluate(measureSteps, { button: 'button[aria-label="Back"]', presses: 18 })))
    await page.close()
  }
  await browser.close()
  console.log('\nA step in Chromium, milliseconds from the press to the painted result')
  console.table({
    'live (goal: p95 at most 400)': percentiles(live),
    'replayed (goal: p95 at most 50)': percentiles(replayed),
  })
}

/** Runs in the page. A step has arrived when the address bar names another one; two frames later it is painted. */
async function measureSteps({ button, presses }) {
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const times = []
  for (let press = 0; press < presses; press++) {
    const target = document.querySelector(button)
    for (let wait = 0; wait < 200 && target.getAttribute('aria-busy') === 'true'; wait++) await pause(5)
    if (target.disabled || target.getAttribute('aria-disabled') === 'true') break
    const before = location.href
    const started = performance.now()
    target.click()
    while (location.href === before && performance.now() - started < 5_000) await pause(1)
    await painted()
    times.push(performance.now() - started)
  }
  return times
}

async function benchHosting() {
  const labs = {}
  for (const [parties, port] of Object.entries(PORTS)) labs[parties] = await createLab(port)
  const rounds = { ports: [], path: [] }
  for (let round = 0; round < 4; round++) {
    for (const parties of Object.keys(PORTS)) {
      const perSecond = await requestsPerSecond(`${labs[parties].issuer}/jwks`)
      if (round > 0) rounds[parties].push(perSecond)
    }
  }
  const [own, under] = [median(rounds.ports), median(rounds.path)]
  console.log('\nGET /jwks of the authorization server, requests per second, recording on')
  console.table({
    'on its own listener': { 'per second': Math.round(own), ratio: 1 },
    'behind a route of the app': { 'per second': Math.round(under), ratio: Number((under / own).toFixed(2)) },
  })
}

async function requestsPerSecond(url) {
  let left = REQUESTS
  const started = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await (await fetch(url)).arrayBuffer()
    }),
  )
  return REQUESTS / ((performance.now() - started) / 1000)
}

async function createLab(port) {
  return (await fetch(`http://localhost:${port}/api/labs`, { method: 'POST' })).json()
}

function startServer(parties, port) {
  const server = spawn(process.execPath, ['lib/tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), PARTIES: parties, DATA_DIR: '.data/bench' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => String(text).includes('is ready on') && resolve(server))
    server.on('exit', (status) => reject(new Error(`The server on port ${port} ended with status ${status}.`)))
  })
}

function percentiles(times) {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))])
  return { steps: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) }
}

function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]
}
