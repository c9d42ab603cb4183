// Look-ups per second and the other work of each store, as /storage measures them: POST /api/stores/measure.
import { rounded } from './figures.mjs'
import { startApp } from './processes.mjs'

const STORES = ['memory', 'sqlite', 'postgres', 'redis']
const ROUNDS = 3

export async function benchStores() {
  const { origin } = await startApp('ports')
  const table = {}
  const left = []
  for (const store of STORES) {
    const rounds = []
    for (let round = 0; round <= ROUNDS; round++) {
      const answer = await measure(origin, store)
      if (answer.detail) left.push(`${store} is left out. ${answer.detail}`)
      if (answer.detail) break
      if (round > 0) rounds.push(answer.measurements)
    }
    if (rounds.length > 0) table[store] = best(rounds)
  }
  console.log('\nThe work of the authorization server on each store, through the port, 8 callers, per second')
  console.log(`(best of ${ROUNDS} rounds after one to warm up; the app’s page /storage measures the same)`)
  console.table(table)
  for (const sentence of left) console.log(`  ${sentence}`)
}

async function measure(origin, store) {
  const answer = await fetch(`${origin}/api/stores/measure`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ store }),
  })
  return answer.json()
}

/** By kind of work, the round that was disturbed least; of the look-ups also how long one takes. */
function best(rounds) {
  const columns = rounds[0].map(({ work }) => {
    const same = rounds.flatMap((round) => round.filter((one) => one.work === work))
    const fastest = same.reduce((one, other) => (other.perSecond > one.perSecond ? other : one))
    return [work, fastest]
  })
  const perSecond = columns.map(([work, { perSecond: value }]) => [work, rounded(value)])
  const lookUp = columns.find(([work]) => work === 'look-up')[1]
  return {
    ...Object.fromEntries(perSecond),
    'look-up p50 ms': rounded(lookUp.p50),
    'look-up p99 ms': rounded(lookUp.p99),
  }
}
