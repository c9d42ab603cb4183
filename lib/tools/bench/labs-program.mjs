// Fills this process with labs and prints what each costs, as JSON:
//   node --expose-gc lib/tools/bench/labs-program.mjs LABS
// Labs as the tests make them (`lib/testing/lab.ts`): the real parties in process, stores in memory, and the machine of
// the grant pressed through. Nothing of the app's pages is loaded.
import { fileURLToPath } from 'node:url'
import { createViteServer } from 'vitest/node'

const LABS = Number(process.argv[2] ?? 1_000)
/** Labs before the first look, so that what all labs share is not counted. */
const WARM_UP = 20

const loader = await createViteServer({
  configFile: fileURLToPath(new URL('../../testing/vitest.config.ts', import.meta.url)),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, watch: null },
})
const { createTestLab } = await loader.ssrLoadModule('/lib/testing/lab.ts')
const { ALICE, rehearse } = await loader.ssrLoadModule('/machines/kit/rehearsal.ts')
const { CATALOGUE } = await loader.ssrLoadModule('/machines/catalogue.ts')
const { can, exchangeOf } = await loader.ssrLoadModule('/machines/kit/reading.ts')
const entry = CATALOGUE.find(({ slug }) => slug === 'authorization-code')

const labs = []
for (let made = 0; made < WARM_UP; made++) labs.push(await finishedLab())
const before = kilobytes()
for (let made = 0; made < LABS; made++) labs.push(await finishedLab())
const perLab = (kilobytes() - before) / LABS
const { exchanges, timeline, checkpoints } = labs.at(-1).lab
const parts = Object.fromEntries(
  Object.entries({ exchanges, timeline, checkpoints }).map(([name, part]) => [
    name,
    JSON.stringify(part).length / 1024,
  ]),
)
console.log(
  JSON.stringify({ labs: LABS, perLab, messages: exchanges.length, moments: timeline.length, written: parts }),
)
await loader.close()

async function finishedLab() {
  const { tokenStore: _tokens, clientStore: _sessions, ...wishes } = entry.lab()
  const lab = await createTestLab(wishes)
  const run = rehearse(entry.machine, lab, ALICE)
  for (let press = 0; press < 100; press++) {
    const snapshot = run.snapshot()
    if (!exchangeOf(snapshot) && !can(snapshot, 'learner.next')) break
    await run.press({ type: 'learner.next' })
  }
  if (!lab.lab.exchanges.some(({ arrival }) => arrival === 'resource'))
    throw new Error('The flow did not come to its end.')
  return lab
}

function kilobytes() {
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1024
}
