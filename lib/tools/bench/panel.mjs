// The storage panel of a lab whose token table has ten thousand rows, in a real Chromium.
import { withBrowser } from './browser.mjs'
import { judged, median, rounded } from './figures.mjs'
import { load } from './load.mjs'
import { startApp } from './processes.mjs'

const ROWS = 10_000
const RUNS = 5
/** Milliseconds from the key to the painted rows: below what feels like waiting (Nielsen's first limit is 100). */
const GOAL = 200
/** Milliseconds from a press of Next to what it did. */
const STEP_GOAL = 400
const PRESSES = 3
const STORES = ['memory', 'sqlite', 'postgres', 'redis']

export async function benchPanel() {
  const { origin } = await startApp('ports')
  const table = {}
  const said = []
  for (const store of STORES) {
    const measured = await withBrowser((browser) => inPlayer(browser, origin, store))
    if (!measured) {
      said.push(`${store} is left out: the app was started without its address`)
      continue
    }
    const { opened, steps, rows, shown } = measured
    table[`${store}: key 3 to painted rows, ms`] = row(opened, GOAL)
    table[`${store}: a step of the player, ms`] = row(steps, STEP_GOAL)
    said.push(`${store}: ${rows} tables are in the page; ${shown}`)
  }
  console.log(`\nA lab with ${ROWS} rows in its token table, in Chromium`)
  console.table(table)
  for (const sentence of said) console.log(`  ${sentence}`)
}

const row = (times, atMost) => ({
  median: rounded(median(times)),
  worst: rounded(Math.max(...times)),
  goal: judged(median(times), { atMost, unit: 'ms' }),
})

/** Fills a lab of that store, steps in it and opens the panel; null where the app has no such store. */
async function inPlayer(browser, origin, store) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const created = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/labs'),
  )
  await page.goto(`${origin}/flows/client-credentials?tokens=${store}`)
  const answer = await created
  if (!answer.ok()) return null
  await fill(await answer.json())
  await page.reload()
  await page.locator('#next').waitFor()
  const steps = []
  for (let press = 0; press < PRESSES; press++) steps.push(await page.evaluate(stepTaken))
  const opened = []
  for (let run = 0; run < RUNS; run++) {
    await page.keyboard.press('1')
    await page.getByRole('tabpanel').waitFor()
    opened.push(await page.evaluate(panelOpened))
  }
  const rows = await page.locator('[role="tabpanel"] table').count()
  const shown = page.getByText(/of 10,\d{3} (rows|keys)/).first()
  return { opened, steps, rows, shown: await shown.textContent({ timeout: 2_000 }).catch(() => 'rows uncounted') }
}

/** By real token requests: the service of the cast asks ten thousand times. */
async function fill({ issuer, clients }) {
  const { client_id: id, client_secret: secret } = clients.find((one) => one.client_id === 'nightly-backup')
  const job = {
    url: `${issuer}/token`,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials&scope=usage.read',
  }
  await load(job, ROWS)
}

/** Runs in the page: presses the key, and waits until rows stand in the panel and two frames have passed. */
async function panelOpened() {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const started = performance.now()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true }))
  while (!document.querySelector('[role="tabpanel"] section[aria-label^="Kept by"]')) await painted()
  await painted()
  return performance.now() - started
}

/** Runs in the page: one press of Next, until the address bar names the step and it is painted. */
async function stepTaken() {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const before = location.href
  const started = performance.now()
  document.querySelector('#next').click()
  while (location.href === before && performance.now() - started < 60_000) await painted()
  await painted()
  return performance.now() - started
}
