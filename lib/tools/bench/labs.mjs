// Memory of a thousand labs, each with one finished authorization code flow.
import { judged, rounded } from './figures.mjs'
import { runProgram } from './processes.mjs'

const LABS = 1_000
/** Kilobytes: the 500 labs an app holds by default then fit into 150 MB. */
const GOAL = 300

export async function benchLabs() {
  const { labs, perLab, messages, moments } = await runProgram([
    '--expose-gc',
    'lib/tools/bench/labs-program.mjs',
    String(LABS),
  ])
  console.log(`\nMemory of ${labs} labs in one process, stores in memory, a finished authorization code flow in each`)
  console.log(`(${messages} messages and ${moments} moments of what was stored where, kept for Back and restore)`)
  console.table({
    'heap after garbage collection': {
      'KB a lab': rounded(perLab),
      goal: judged(perLab, { atMost: GOAL, unit: 'KB' }),
    },
  })
}
