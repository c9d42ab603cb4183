import type { CheckReport } from '@/lib/oauth/check'
import { type HttpResponse, header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import { labTime } from './clock'
import { type Credentials, type Loot, TRIES } from './dump/attempts'
import { type Candidate, candidates, type StolenTables } from './dump/candidates'
import { ownerOf } from './dump/owner'
import { privateKeysIn, readableFacts } from './dump/readable'
import type { Attempt, StolenDump, StolenStore, TriedValue } from './dump/report'
import type { Host, Lab } from './lab'
import { type ThrowawayCopy, withCopy } from './throwaway-copy'

/** Values tried: more than any lesson leaves behind, few enough to answer at once. */
const MOST_VALUES = 120

/**
 * Somebody steals all rows of one party's store and tries whatever looks like a secret, value by value, at the
 * lab's own servers. The thief does not know which values are plain: each is presented as everything it could be.
 * All of it happens on a throwaway copy, put back after every attempt that changed it, so that none spoils the next
 * and the learner's lab stays as it is (RFC 6819, section 5.1.4.1.3).
 */
export function stealDump(lab: Lab, host: Host, store: StolenStore): Promise<StolenDump> {
  return withCopy(lab, host, async (copy) => {
    const tables: StolenTables = store === 'client' ? copy.stores.client : copy.stores.authorizationServer
    const all = candidates(tables)
    const values: TriedValue[] = []
    for (const candidate of all.slice(0, MOST_VALUES)) values.push(await tryValue(candidate, tables, lab, copy))
    return {
      store,
      backend: store === 'client' ? lab.clientStore : lab.tokenStore,
      hashed: lab.policy.storeTokensHashed,
      at: labTime(lab, host),
      tables: Object.entries(tables).map(([name, rows]) => ({ name, rows: rows.length })),
      values,
      leftOut: Math.max(0, all.length - MOST_VALUES),
      readable: readableFacts(tables),
      privateKeys: privateKeysIn(tables),
    }
  })
}

async function tryValue(
  candidate: Candidate,
  tables: StolenTables,
  lab: Lab,
  copy: ThrowawayCopy,
): Promise<TriedValue> {
  const { value, table, column, row } = candidate
  const owner = ownerOf(candidate, tables)
  const loot: Loot = { ...candidate, owner, credentialsOf: (client) => credentialsIn(tables, client) }
  const attempts: Attempt[] = []
  for (const { kind, line, request, opens } of TRIES) {
    const { exchange, inner } = await copy.send('attacker', request(loot, lab))
    const { response } = exchange
    if (response === null) throw new Error('A delivered message has an answer.')
    const opened = opens(response)
    const refusedBy = opened === null ? refusal([...exchange.checks, ...inner.flatMap(({ checks }) => checks)]) : null
    attempts.push({ kind, line, answer: answerWords(response), opened, refusedBy })
    if ([exchange, ...inner].some(wroteSomething)) await copy.reset()
  }
  return { value, table, column, row: row.key, ...owner, attempts }
}

function credentialsIn(tables: StolenTables, client: string): Credentials {
  const row = tables.clients?.find(({ key }) => key === client)
  const text = (cell: unknown) => (typeof cell === 'string' ? cell : null)
  return { method: text(row?.token_endpoint_auth_method), secret: text(row?.client_secret_hash) }
}

function refusal(checks: readonly CheckReport[]): Attempt['refusedBy'] {
  const failed = checks.find(({ verdict }) => verdict === 'failed')
  if (!failed) return null
  const { id, by, rule, saw, cites } = failed
  return { id, by, rule, saw, cites }
}

/** `401 invalid_token`, `303 login_required`, `303 to /callback`. */
function answerWords(response: HttpResponse): string {
  const { status } = response
  const location = header(response, 'location')
  const inLocation = /[?&]error=([^&#]+)/.exec(location ?? '')?.[1]
  const inChallenge = /error="([^"]+)"/.exec(header(response, 'www-authenticate') ?? '')?.[1]
  const inBody = /"error":\s*"([^"]+)"/.exec(response.body ?? '')?.[1]
  const code = inLocation ?? inChallenge ?? inBody
  if (code) return `${status} ${code}`
  return location ? `${status} to /${new URL(location, 'http://localhost').pathname.split('/').at(-1)}` : String(status)
}

/** Commands of the copy's memory that only read; any other test store's, too. */
const wroteSomething = ({ storage }: Exchange): boolean =>
  storage.some(({ command }) => !/^\s*(get|find|select)\b/i.test(command))
