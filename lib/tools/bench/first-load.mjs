// What a page fetches until it stands, and what is fetched when something more is opened, in a real Chromium.
import { withBrowser } from './browser.mjs'
import { judged, rounded } from './figures.mjs'
import { startApp } from './processes.mjs'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** A flow can be begun, and is drawn. */
const PLAYER = ['#next:not([aria-busy="true"])', '.react-flow__node']
const FLOW = '/flows/authorization-code'

/** Goals in KB of scripts, as gzip sends them; none where none was set. */
const PAGES = [
  { path: '/', stands: ['h1'], goal: 120 },
  { path: '/flows', stands: ['h1'] },
  { path: FLOW, stands: PLAYER, goal: 230 },
  { path: FLOW, stands: ['#next'], on: PHONE },
  { path: '/attacks', stands: ['h1'] },
  { path: '/compare', stands: ['h1'] },
  { path: '/present/authorization-code', stands: ['.react-flow__node'] },
]

/** What is loaded when it is asked for; `open` is done in the player. */
const PARTS = [
  { name: 'editor', goal: 90, open: (page) => page.keyboard.press('e'), stands: '[role="tabpanel"] textarea' },
  {
    name: 'machine view',
    goal: 60,
    open: (page) => page.keyboard.press('5'),
    stands: '[role="tabpanel"] section[aria-label="Now"]',
  },
  { name: 'export', goal: 40, open: (page) => page.locator('#share').click(), stands: 'dialog[open]' },
]

const FONTS_GOAL = 90

export async function benchFirstLoad() {
  const { origin } = await startApp('ports')
  const pages = {}
  const parts = {}
  await withBrowser(async (browser) => {
    for (const { path, stands, goal, on = DESK } of PAGES) {
      const { page, fetched } = await visit(browser, on)
      await page.goto(origin + path)
      for (const selector of stands) await page.locator(selector).first().waitFor()
      await page.waitForLoadState('networkidle')
      const { scripts, fonts } = await fetched()
      pages[`${path}${on === PHONE ? ', phone' : ''}`] = {
        'scripts, KB': rounded(scripts),
        goal: goal ? judged(scripts, { atMost: goal, unit: 'KB' }) : '',
        'fonts, KB': rounded(fonts),
        'goal ': judged(fonts, { atMost: FONTS_GOAL, unit: 'KB' }),
      }
      await page.close()
    }
    for (const { name, goal, open, stands } of PARTS) {
      const { page, fetched } = await visit(browser, DESK)
      await page.goto(origin + FLOW)
      for (const selector of PLAYER) await page.locator(selector).first().waitFor()
      await page.locator('#next').click()
      await page.waitForLoadState('networkidle')
      const before = await fetched()
      await open(page)
      await page.locator(stands).first().waitFor()
      await page.waitForLoadState('networkidle')
      const scripts = (await fetched()).scripts - before.scripts
      parts[name] = { 'scripts, KB': rounded(scripts), goal: judged(scripts, { atMost: goal, unit: 'KB' }) }
      await page.close()
    }
  })
  console.log('\nWhat Chromium fetches until a page stands, with an empty cache, as gzip sends it')
  console.table(pages)
  console.log('What more it fetches when a part is opened in the player')
  console.table(parts)
}

/** A page of a browser that has seen nothing, and what it has fetched so far. */
async function visit(browser, viewport) {
  const page = await browser.newPage({ viewport })
  await page.addInitScript(withoutWhatWaits)
  const requests = []
  page.on('requestfinished', (request) => requests.push(request))
  return { page, fetched: () => sizesOf(requests) }
}

/** Runs in the page: what is loaded a second later, so that it is there when it is asked for, delays nothing. */
function withoutWhatWaits() {
  const later = window.setTimeout
  window.setTimeout = (work, wait = 0, ...given) => (wait >= 1_000 ? 0 : later(work, wait, ...given))
}

async function sizesOf(requests) {
  const sizes = { scripts: 0, fonts: 0 }
  for (const request of requests) {
    const kind = { script: 'scripts', font: 'fonts' }[request.resourceType()]
    if (kind) sizes[kind] += (await request.sizes()).responseBodySize / 1024
  }
  return sizes
}
