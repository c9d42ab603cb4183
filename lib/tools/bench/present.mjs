// A presentation in a real Chromium: two windows, a reload, a black screen.
import { withBrowser } from './browser.mjs'
import { judged, percentile, rounded } from './figures.mjs'
import { startApp } from './processes.mjs'

const STEPS = 12
const ROUNDS = 5
const RELOADS = 10
const BLACKOUTS = 20

/** Milliseconds, 95 of 100. */
const GOALS = { lag: 50, reload: 1000, black: 100 }

export async function benchPresent() {
  const { origin } = await startApp('ports')
  const measured = await withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
    const audience = await context.newPage()
    await audience.addInitScript(watchSlide)
    await audience.goto(`${origin}/present/authorization-code`)
    await ready(audience)
    const desk = await context.newPage()
    await desk.addInitScript(watchSlide)
    await desk.goto(`${origin}/present/authorization-code/console`)
    await desk.getByText('YOU DRIVE').waitFor()
    for (let step = 1; step <= STEPS; step++) {
      await ready(desk)
      await press(desk, 'PageDown', step, [desk, audience])
    }
    return {
      lag: await lagOf(desk, audience),
      black: await blackouts(desk, audience),
      reload: [...(await reloads(audience)), ...(await reloads(desk))],
    }
  })
  console.log('\nA presentation in Chromium, milliseconds')
  console.table({
    'a step, from the driving window to the other': line(measured.lag, GOALS.lag),
    'a key to the black screen in the other window': line(measured.black, GOALS.black),
    'a reload to the same step': line(measured.reload, GOALS.reload),
  })
}

/** Runs in each window, from its very beginning: notes when the slide came to stand where it stands, and when painted. */
function watchSlide() {
  const now = () => performance.timeOrigin + performance.now()
  const slide = { step: null, black: false, at: 0, paintedAt: 0 }
  Object.assign(window, { slide })
  const look = () => {
    const title = document.querySelector('section[aria-label="Current step"]')?.textContent
    const step = title === undefined ? null : Number(/^\d+/.exec(title)?.[0] ?? 0)
    const black = document.querySelector('.slide > .bg-black') !== null
    if (step === slide.step && black === slide.black) return
    Object.assign(slide, { step, black, at: now(), paintedAt: 0 })
    requestAnimationFrame(() => setTimeout(() => Object.assign(slide, { paintedAt: now() })))
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
}

/** The window drives, and its run is open. */
const ready = (window) => window.getByRole('button', { name: /^Next/, disabled: false }).waitFor()

/** Presses a key in one window; answers what the slides say once they all stand at the step, painted. */
async function press(window, key, step, windows) {
  await window.keyboard.press(key)
  return Promise.all(windows.map((one) => standing(one, { step })))
}

async function standing(window, wanted) {
  const found = await window.waitForFunction(
    (like) => {
      const { slide } = globalThis
      return slide.paintedAt > 0 && Object.entries(like).every(([name, value]) => slide[name] === value) && { ...slide }
    },
    wanted,
    { polling: 10 },
  )
  return found.jsonValue()
}

/** Both windows draw by themselves: counted is how much later the other one changed. */
async function lagOf(desk, audience) {
  const lags = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const [key, by] of [
      ['PageUp', -1],
      ['PageDown', 1],
    ]) {
      let step = (await standing(desk, {})).step
      for (let count = 0; count < STEPS - 2; count++) {
        step += by
        const [here, there] = await press(desk, key, step, [desk, audience])
        lags.push(Math.max(0, there.at - here.at))
      }
    }
  }
  return lags
}

async function blackouts(desk, audience) {
  const times = []
  await desk.evaluate(() => {
    addEventListener(
      'keydown',
      () => Object.assign(window, { pressedAt: performance.timeOrigin + performance.now() }),
      {
        capture: true,
      },
    )
  })
  for (let count = 0; count < BLACKOUTS; count++) {
    await desk.keyboard.press('b')
    const { paintedAt } = await standing(audience, { black: count % 2 === 0 })
    times.push(paintedAt - (await desk.evaluate(() => window.pressedAt)))
  }
  return times
}

/** From the beginning of the navigation until the slide stands at the step, painted. */
async function reloads(window) {
  const { step } = await standing(window, {})
  const times = []
  for (let count = 0; count < RELOADS; count++) {
    await window.reload()
    const { paintedAt } = await standing(window, { step })
    times.push(paintedAt - (await window.evaluate(() => performance.timeOrigin)))
  }
  return times
}

function line(times, atMost) {
  const at = (part) => rounded(percentile(times, part))
  return { times: times.length, p50: at(0.5), p95: at(0.95), max: at(1), goal: `p95 ${judged(at(0.95), { atMost })}` }
}
