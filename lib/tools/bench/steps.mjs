// A step in a real Chromium: from pressing Next or Back to the painted result.
import { withBrowser } from './browser.mjs'
import { judged, percentile, rounded } from './figures.mjs'
import { startApp } from './processes.mjs'

const RUNS = 3

export async function benchSteps() {
  const { origin } = await startApp('ports')
  const live = []
  const replayed = []
  await withBrowser(async (browser) => {
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(`${origin}/flows/authorization-code`)
      await page.getByRole('button', { name: /^Next/ }).waitFor()
      live.push(...(await page.evaluate(measureSteps, { button: '#next', presses: 20 })))
      replayed.push(...(await page.evaluate(measureSteps, { button: 'button[aria-label="Back"]', presses: 18 })))
      await page.close()
    }
  })
  console.log('\nA step in Chromium, milliseconds from the press to the painted result')
  console.table({ live: line(live, 400), replayed: line(replayed, 50) })
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

function line(times, atMost) {
  const at = (part) => rounded(percentile(times, part))
  return { steps: times.length, p50: at(0.5), p95: at(0.95), max: at(1), goal: `p95 ${judged(at(0.95), { atMost })}` }
}
