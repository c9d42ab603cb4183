import 'server-only'
import { secretKey } from '@/lib/authorization-server/secret-key'
import type { Lab, TokenStore } from '@/lib/lab/lab'
import { authorizationServerEnvironment, receive } from '@/lib/lab/parties'
import { newRecorder } from '@/lib/lab/recorder'
import { LabRefusal } from '@/lib/lab/refusal'
import { sweepStores } from '@/lib/lab/stores'
import type { Measurement, StoreMeasurements, StoreWork } from '@/lib/wire/measurement'
import { world } from './world'

/** Tokens each store is measured with, and how many callers work side by side. */
const TOKENS = 300
const CALLERS = 8
/** The service of the cast that gets a token without a user. */
const CALLER = 'nightly-backup'

/** Measurements that may wait for their turn: it is hard work, and anybody may ask for it. */
const MOST_WAITING = 4

let running: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Does the same work on a store: the authorization server's real handlers, in a lab of its own that is thrown away.
 * One store after the other, so that they do not slow each other down.
 *
 * @throws LabRefusal 503 when the store is not configured or does not answer, or when too many are waiting
 */
export function measureStore(store: TokenStore): Promise<StoreMeasurements> {
  if (waiting >= MOST_WAITING) {
    throw new LabRefusal(503, 'Stores are being measured already. Try again in a minute.', { retryAfter: 60 })
  }
  waiting += 1
  const turn = running.then(
    () => measure(store),
    () => measure(store),
  )
  running = turn
    .catch(() => {})
    .finally(() => {
      waiting -= 1
    })
  return turn
}

async function measure(store: TokenStore): Promise<StoreMeasurements> {
  const { labs } = world()
  const created = await labs.create({ tokenStore: store, policy: { accessTokenFormat: 'opaque' } })
  const lab = labs.open(created.id, created.key)
  try {
    const secret = created.clients.find(({ client_id }) => client_id === CALLER)?.client_secret ?? ''
    const caller = { authorization: `Basic ${btoa(`${CALLER}:${secret}`)}` }
    const tokens = await issueTokens(lab, caller)
    const ask = (path: string) => (token: string) => post(lab, path, caller, { token })
    return {
      store,
      measurements: [
        tokens.measurement,
        await timed('look-up', tokens.values, lookUp(lab)),
        await timed('introspect', tokens.values, ask('/introspect')),
        await timed('revoke', tokens.values, ask('/revoke')),
        await expire(lab),
      ],
    }
  } finally {
    await labs.remove(lab)
  }
}

/** `POST /token` with the client credentials grant: authenticate, check, insert, answer. */
async function issueTokens(lab: Lab, caller: Record<string, string>) {
  const values: string[] = []
  const numbers = Array.from({ length: TOKENS }, (_, index) => String(index))
  const measurement = await timed('issue', numbers, async () => {
    const answer = await post(lab, '/token', caller, { grant_type: 'client_credentials', scope: 'usage.read' })
    values.push((await answer.json()).access_token)
  })
  return { values, measurement }
}

function lookUp(lab: Lab) {
  const env = environment(lab)
  return async (token: string) => {
    await env.store.get('access_tokens', await secretKey(env, token))
  }
}

async function post(lab: Lab, path: string, caller: Record<string, string>, form: Record<string, string>) {
  const request = new Request(`${lab.origins.issuer}${path}`, {
    method: 'POST',
    headers: { ...caller, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  })
  const answer = await receive(lab, world().labs.host, 'authorization-server', request, setting())
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} while it was measured.`)
  return answer
}

/** Everything expires at once; what is measured is how long the store takes to be rid of it. */
async function expire(lab: Lab): Promise<Measurement> {
  const { host } = world().labs
  lab.clock.advanced += 86_400_000 * 2
  const started = performance.now()
  await sweepStores(lab, host)
  const took = performance.now() - started
  return { work: 'expire', times: TOKENS, perSecond: (TOKENS * 1000) / took, p50: null, p99: null }
}

async function timed(work: StoreWork, values: readonly string[], once: (value: string) => Promise<unknown>) {
  const waiting = [...values]
  const times: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) {
        const before = performance.now()
        await once(value)
        times.push(performance.now() - before)
      }
    }),
  )
  const perSecond = (times.length * 1000) / (performance.now() - started)
  times.sort((one, other) => one - other)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { work, times: times.length, perSecond, p50: at(0.5), p99: at(0.99) } satisfies Measurement
}

function environment(lab: Lab) {
  return authorizationServerEnvironment(lab, world().labs.host, setting())
}

function setting() {
  const fetch = () => Promise.reject(new Error('Nobody is asked while a store is measured.'))
  return { recorder: newRecorder(), stepped: false, fetch }
}
