// Measures on this machine, and prints each figure beside its goal:
//   npm run bench                     everything
//   npm run bench -- token labs       only these
// Every server is started for its measurement, in production, on ports from BENCH_PORT (default 4340) on.
import { chosen } from './bench/figures.mjs'
import { benchFirstLoad } from './bench/first-load.mjs'
import { benchHosting } from './bench/hosting.mjs'
import { benchLabs } from './bench/labs.mjs'
import { benchPanel } from './bench/panel.mjs'
import { benchPresent } from './bench/present.mjs'
import { stopAll } from './bench/processes.mjs'
import { benchRooms } from './bench/rooms.mjs'
import { benchSteps } from './bench/steps.mjs'
import { benchStores } from './bench/stores.mjs'
import { benchToken } from './bench/token.mjs'

const BENCHES = {
  stores: benchStores,
  load: benchFirstLoad,
  token: benchToken,
  labs: benchLabs,
  panel: benchPanel,
  rooms: benchRooms,
  steps: benchSteps,
  present: benchPresent,
  hosting: benchHosting,
}

for (const name of named()) {
  try {
    await BENCHES[name]()
  } catch (error) {
    console.error(`\nThe measurement ${name} failed. ${error.message}`)
    process.exitCode = 1
  } finally {
    await stopAll()
  }
}

function named() {
  try {
    return chosen(process.argv.slice(2), Object.keys(BENCHES))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
