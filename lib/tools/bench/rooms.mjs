// A room with 300 followers: from the presenter's POST to the receipt of the event, on every connection.
import { get } from 'node:http'
import { connect } from 'node:net'
import { judged, percentile, rounded } from './figures.mjs'
import { createLab, startApp } from './processes.mjs'

const FOLLOWERS = 300
/** Changes shown by the presenter, one every so many milliseconds: a class is shown a step every few seconds. */
const CHANGES = 40
const PAUSE = 100
/** Milliseconds, 95 of 100. */
const GOAL = 300

/** A real run of the authorization code flow, up to the photos. */
const MOVES = [
  { move: 'open-page', step: 'open-app', input: { page: 'client-login' } },
  { move: 'follow-redirect', step: 'authorization-request' },
  {
    move: 'submit-form',
    step: 'sign-in',
    input: { form: 'login', values: { username: 'alice', password: 'wonderland' } },
  },
  { move: 'follow-redirect', step: 'consent-request' },
  {
    move: 'submit-form',
    step: 'consent-decision',
    input: { form: 'consent', values: {}, button: { name: 'decision', value: 'approve' } },
  },
  { move: 'follow-redirect', step: 'callback' },
  { move: 'token-request', step: 'token-request', input: { client: 'photo-editor' } },
  { move: 'resource-request', step: 'resource-request', input: { client: 'photo-editor' } },
]

/** What two app processes may share; see `lib/testing/services.ts` for the same addresses. */
const SHARED = {
  Redis: { REDIS_URL: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379', DATABASE_URL: undefined },
  PostgreSQL: {
    DATABASE_URL: process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
    REDIS_URL: undefined,
  },
}

export async function benchRooms() {
  const alone = await startApp('path', { REDIS_URL: undefined, DATABASE_URL: undefined })
  await inRooms('one process', alone.origin, alone.origin)
  await alone.stop()
  for (const [name, settings] of Object.entries(SHARED)) {
    if (!(await answers(settings.REDIS_URL ?? settings.DATABASE_URL))) {
      console.log(`\nTwo processes over ${name}: not measured, it does not answer.`)
      continue
    }
    const [one, other] = [await startApp('ports', settings), await startApp('path', settings)]
    await inRooms(`presenter and students in two processes over ${name}`, one.origin, other.origin)
    await Promise.all([one.stop(), other.stop()])
  }
}

function answers(url) {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** @param shown where the presenter is; @param followed where the students are: another process of the same room */
async function inRooms(name, shown, followed) {
  const presenter = await present(shown)
  const arrivals = new Map()
  const followers = await Promise.all(
    Array.from({ length: FOLLOWERS }, () => follow(`${followed}/api/rooms/${presenter.code}/events`, arrivals)),
  )
  const lags = []
  let bytes = 0
  for (let change = 0; change < CHANGES; change++) {
    const { rev, sentAt, size } = await presenter.show(change)
    bytes += size
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    const heard = await whole(arrivals, rev)
    lags.push(...heard.map((at) => at - sentAt))
  }
  for (const follower of followers) follower.destroy()
  const p95 = percentile(lags, 0.95)
  console.log(`\nA room with ${FOLLOWERS} followers, ${name}: from the presenter’s POST to the event`)
  console.table({
    'lag, ms': {
      events: lags.length,
      p50: rounded(percentile(lags, 0.5)),
      p95: rounded(p95),
      worst: rounded(Math.max(...lags)),
      goal: judged(p95, { atMost: GOAL, unit: 'ms' }),
    },
  })
  console.log(`  ${rounded(bytes / CHANGES / 1024)} KB a change; ${lags.length} of ${FOLLOWERS * CHANGES} events came.`)
}

/** Opens a room over a real run, and shows it message by message. */
async function present(origin) {
  const lab = await createLab(origin, { moves: MOVES })
  const authorization = { authorization: `Bearer ${lab.key}` }
  const run = await (await fetch(`${origin}/api/labs/${lab.id}/run`, { headers: authorization })).json()
  const state = { ...STATE, options: {}, run: `${lab.id} 0`, recorded: run.exchanges.length + run.timeline.length }
  const opened = await post(`${origin}/api/rooms`, { state })
  const { code } = await opened.json()
  const cookie = opened.headers.get('set-cookie').split(';')[0]
  const part = { run: `${lab.id} 0`, told: 1, lab: run.lab, castSecrets: run.castSecrets, machine: {}, visited: [] }
  return {
    code,
    async show(change) {
      const rev = change + 2
      const at = change % run.exchanges.length
      const body = {
        state: { ...state, rev, step: `step-${change}` },
        part: { ...part, exchanges: [run.exchanges[at]], timeline: [{ ...run.timeline[at], at }] },
      }
      const sentAt = performance.now()
      const answer = await post(`${origin}/api/rooms/${code}`, body, { cookie })
      if (!answer.ok) throw new Error(`The room answered ${answer.status}: ${await answer.text()}`)
      return { rev, sentAt, size: JSON.stringify(body).length }
    },
  }
}

const STATE = {
  ...{ term: 1, rev: 1, by: 'bench', driver: 'bench', asked: null, flow: 'authorization-code', branch: null },
  ...{ step: null, view: 'sequence', panel: 'none', tab: 'message', selection: null, theme: 'projector', black: false },
  ...{ bare: false, laser: null, ink: null, question: null, room: null },
  ...{ moved: 1, scale: 100, echo: false, pressed: null, talk: { planned: 20, startedAt: null } },
}

/** A connection that notes when each revision came. */
function follow(url, arrivals) {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`A follower was answered ${answer.statusCode}.`))
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        const at = performance.now()
        for (const event of events) {
          const rev = /^event: room\ndata: .*?"rev":(\d+)/.exec(event)?.[1]
          if (rev) arrivals.set(rev, [...(arrivals.get(rev) ?? []), at])
          if (rev) resolve(request)
        }
      })
      answer.on('error', () => {})
    })
    request.on('error', reject)
  })
}

/** Every follower's arrival of a revision; gives up after five seconds with those that came. */
async function whole(arrivals, rev) {
  const until = performance.now() + 5000
  while ((arrivals.get(String(rev)) ?? []).length < FOLLOWERS && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return arrivals.get(String(rev)) ?? []
}

function post(url, body, headers = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}
