// The storage panel of a lab whose token table has ten thousand rows, in a real Chromium.
import { withBrowser } from './browser.mjs'
import { judged, median, rounded } from './figures.mjs'
import { load } from './load.mjs'
import { startApp } from './processes.mjs'

const ROWS = 10_000
const RUNS = 5
/** Milliseconds from the key to the painted rows: below what feels like waiting (Nielsen's first limit is 100). */
const GOAL = 200

export async function benchPanel() {
  const { origin } = await startApp('ports')
  const measured = await withBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const created = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/labs'),
    )
    await page.goto(`${origin}/flows/client-credentials?tokens=memory`)
    const lab = await (await created).json()
    await fill(lab)
    await page.reload()
    const next = page.locator('#next')
    await next.waitFor()
    const steps = []
    for (let press = 0; press < 2; press++) steps.push(await page.evaluate(stepTaken))
    const opened = []
    for (let run = 0; run < RUNS; run++) {
      await page.keyboard.press('1')
      await page.getByRole('tabpanel').waitFor()
      opened.push(await page.evaluate(panelOpened))
    }
    const rows = await page.locator('[role="tabpanel"] table').count()
    return {
      opened,
      steps,
      rows,
      said: await page
        .getByText(/of 10,\d{3} rows/)
        .first()
        .textContent()
        .catch(() => ''),
    }
  })
  const open = rounded(median(measured.opened))
  console.log(`\nA lab with ${ROWS} rows in its token table, in Chromium`)
  console.table({
    'key 3 to painted rows, ms': {
      median: open,
      worst: rounded(Math.max(...measured.opened)),
      goal: judged(open, { atMost: GOAL, unit: 'ms' }),
    },
    'a step of the player, ms': {
      median: rounded(median(measured.steps)),
      worst: rounded(Math.max(...measured.steps)),
      goal: judged(median(measured.steps), { atMost: 400, unit: 'ms' }),
    },
  })
  console.log(`  ${measured.rows} rows are in the page: ${measured.said}`)
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
