// The whole POST /token (client credentials) over HTTP, beside other authorization servers, in the same run.
import { judged, median, medianRatio, percentile, rounded } from './figures.mjs'
import { AT_ONCE, load, once } from './load.mjs'
import { createLab, processorTime, startApp, startOther } from './processes.mjs'

const STORES = ['memory', 'sqlite', 'postgres', 'redis']
const REQUESTS = 1_000
const ROUNDS = 7
const SECRET = 'as-long-as-those-of-the-lab-32-ch'

const OTHERS = [
  { name: 'oidc-provider, opaque', server: 'oidc-provider', does: 'checks the secret, stores an opaque token' },
  {
    name: 'oidc-provider, JWT',
    server: 'oidc-provider',
    form: { resource: 'urn:bench:api' },
    does: 'checks the secret, signs a JWT (ES256), stores nothing',
  },
  {
    name: '@node-oauth/oauth2-server, opaque',
    server: 'oauth2-server',
    does: 'checks the secret, stores an opaque token (in a map of the bench)',
  },
  {
    name: 'oauth2-mock-server, JWT',
    server: 'oauth2-mock-server',
    does: 'checks no secret, signs a JWT (ES256), stores nothing',
  },
]

export async function benchToken() {
  const { origin, pid } = await startApp('ports')
  const contestants = (await ownContestants(origin)).map((one) => ({ ...one, pid }))
  const started = {}
  for (const { name, server, form, does } of OTHERS) {
    started[server] ??= await startOther(server, SECRET)
    const { origin: rival, pid } = started[server]
    contestants.push({ name, does, pid, job: job(`${rival}/token`, 'bench', SECRET, form), rounds: [] })
  }
  for (const { name, job: one } of contestants) await tried(name, one)
  for (let round = 0; round <= ROUNDS; round++) {
    for (const one of inTurn(contestants, round)) {
      const before = processorTime(one.pid)
      const { perSecond, times } = await load(one.job, REQUESTS)
      const processor = ((processorTime(one.pid) - before) * 1000) / REQUESTS
      if (round > 0) one.rounds.push({ perSecond, times, processor })
    }
  }
  print(contestants)
}

/** Every store with opaque tokens and with JWTs: one lab each, all in one app, on the authorization server's port. */
async function ownContestants(origin) {
  const contestants = []
  for (const tokenStore of STORES) {
    for (const accessTokenFormat of ['opaque', 'jwt']) {
      const wishes = { tokenStore, policy: { accessTokenFormat } }
      const lab = await createLab(origin, wishes).catch((error) => {
        console.log(`${tokenStore} is left out. ${error.message}`)
        return null
      })
      if (!lab) break
      const { client_id: id, client_secret: secret } = lab.clients.find((one) => one.client_id === 'nightly-backup')
      const format = accessTokenFormat === 'jwt' ? 'JWT' : 'opaque'
      contestants.push({
        name: `Grant Lab, ${tokenStore}, ${format}`,
        does: `checks the secret, ${format === 'JWT' ? 'signs a JWT (ES256)' : 'makes an opaque token'}, stores token and grant, records the message`,
        job: job(`${lab.issuer}/token`, id, secret),
        rounds: [],
      })
    }
  }
  return contestants
}

function job(url, id, secret, form = {}) {
  const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')
  return {
    url,
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'usage.read', ...form }).toString(),
  }
}

/** What is measured must be what is said: a token of the named format. */
async function tried(name, one) {
  const { access_token: token } = JSON.parse(await once(one))
  const isJwt = token.split('.').length === 3
  if (isJwt !== name.endsWith('JWT')) throw new Error(`${name} answered another kind of token: ${token}`)
}

/** Each round begins with another one, so that nobody always follows the same neighbour. */
const inTurn = (list, round) => list.map((_, index) => list[(index + round) % list.length])

function print(contestants) {
  const speeds = ({ rounds }) => rounds.map(({ perSecond }) => perSecond)
  const rows = contestants.map((one) => {
    const format = one.name.endsWith('JWT') ? 'JWT' : 'opaque'
    const rival = contestants.find(({ name }) => name === `oidc-provider, ${format}`)
    const times = one.rounds.flatMap((round) => round.times)
    return {
      server: one.name,
      'per second': rounded(median(speeds(one))),
      'p50 ms': rounded(percentile(times, 0.5)),
      'p99 ms': rounded(percentile(times, 0.99)),
      'times oidc-provider': rounded(medianRatio(speeds(one), speeds(rival))),
      ...(processorTime(one.pid) !== null && {
        'processor μs': rounded(median(one.rounds.map((round) => round.processor))),
      }),
    }
  })
  console.log(`\nPOST /token, client credentials over HTTP, ${AT_ONCE} kept-alive connections,`)
  console.log(
    `${ROUNDS} interleaved rounds of ${REQUESTS} after one to warm up; the ratio is the median of the rounds'`,
  )
  console.log(
    'processor: time of the server’s own process for one request, which other work on the machine disturbs less',
  )
  console.table(Object.fromEntries(rows.map(({ server, ...figures }) => [server, figures])))
  for (const { name, does } of contestants) console.log(`  ${name}: ${does}`)
  for (const row of rows.filter(({ server }) => server.startsWith('Grant Lab, memory'))) {
    console.log(
      `${row.server}: ${row['times oidc-provider']} times; ${judged(row['times oidc-provider'], { atLeast: 2 })}`,
    )
  }
}
