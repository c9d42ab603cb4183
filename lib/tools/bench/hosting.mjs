// A party on its own listener beside the same party behind a route of the app.
import { median, medianRatio, rounded } from './figures.mjs'
import { load } from './load.mjs'
import { createLab, startApp } from './processes.mjs'

const REQUESTS = 1_500
const ROUNDS = 5

export async function benchHosting() {
  const rounds = { ports: [], path: [] }
  const urls = {}
  for (const parties of Object.keys(rounds)) {
    const { origin } = await startApp(parties)
    urls[parties] = `${(await createLab(origin)).issuer}/jwks`
  }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const parties of Object.keys(rounds)) {
      const { perSecond } = await load({ url: urls[parties] }, REQUESTS)
      if (round > 0) rounds[parties].push(perSecond)
    }
  }
  console.log('\nGET /jwks of the authorization server, requests per second, recording on')
  console.table({
    'on its own listener': line(rounds.ports, rounds.path),
    'behind a route of the app': line(rounds.path, rounds.path),
  })
}

const line = (rounds, against) => ({
  'per second': rounded(median(rounds)),
  'times the route': rounded(medianRatio(rounds, against)),
})
