// Runs the attack matrix: every attack on every grant under every preset, executed.
//   npm run attacks                                 a table
//   npm run attacks -- --json                       one array of cells
//   npm run attacks -- --full                       takes every line of defence away by itself
//   npm run attacks -- code-replay A-15 --grant=implicit --preset=bcp
//   npm run attacks -- --seed=april                 draws all randomness from another seed
//   npm run attacks -- --again=april,may            once more under these seeds: fails where a cell comes out otherwise
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { sourceStamp } from './source-stamp.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const options = {
  json: { type: 'boolean' },
  grant: { type: 'string' },
  preset: { type: 'string' },
  why: { type: 'boolean' },
  full: { type: 'boolean' },
  seed: { type: 'string' },
  again: { type: 'string' },
}
const { values, positionals } = asked()

const started = performance.now()
const bundle = await bundled()
const { allRows, PRESETS } = await import(pathToFileURL(`${bundle}/rows.mjs`).href)
const tasks = allRows()
  .filter(({ attack, id }) => positionals.length === 0 || positionals.includes(attack) || positionals.includes(id))
  .filter(({ grant }) => !values.grant || named(values.grant).includes(grant))
  .map((task) => ({
    ...task,
    ...(values.seed && { seed: values.seed }),
    controls: values.full || values.why ? 'every-layer' : 'short',
    ...(values.preset && { presets: named(values.preset) }),
  }))
const unknown = named(values.preset).find((preset) => !PRESETS.includes(preset))
if (unknown) fail(`There is no preset "${unknown}". Choose among ${PRESETS.join(', ')}.`)
const grants = [...new Set(allRows().map(({ grant }) => grant))]
if (tasks.length === 0) fail(`No cell matches. Give attacks by slug or number, and grants among ${grants.join(', ')}.`)

const again = named(values.again).map((seed) => tasks.map((task) => ({ ...task, seed, controls: 'short' })))
const answers = await runAll([...tasks, ...again.flat()])
const cells = cellsOf(tasks)
if (values.json) console.log(JSON.stringify(cells, null, 1))
else print(cells)
const open = cells.filter(({ verdict }) => verdict === 'inconclusive')
if (open.length > 0 && !values.json) {
  for (const { attack, grant, preset, evidence } of open)
    console.log(`inconclusive: ${attack} ${grant} ${preset}: ${evidence.sentence}${values.why ? trails(evidence) : ''}`)
}
const otherwise = again.flatMap((same) => differences(cells, cellsOf(same), same[0].seed))
for (const sentence of otherwise) console.error(sentence)
if (again.length > 0 && otherwise.length === 0 && !values.json)
  console.log(`The same under other seeds: ${again.map(([{ seed }]) => seed).join(', ')}.`)
process.exit(open.length + otherwise.length > 0 ? 1 : 0)

/** What was asked for; a mistyped option is told in a sentence. */
function asked() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    return fail(`${error.message}\nThe options stand at the top of lib/tools/attacks.mjs.`)
  }
}

/** @returns {string[]} the names in a list with commas; none when the option was left out */
function named(list = '') {
  return list.split(',').filter((name) => name !== '')
}

/** The matrix as plain modules, so that threads can load it: built once for the same sources. */
async function bundled() {
  const cache = `${root}node_modules/.cache/grant-lab-attacks`
  const stamp = createHash('sha256')
    .update(sourceStamp(root))
    .update(readFileSync(fileURLToPath(import.meta.url)))
  const directory = `${cache}/${stamp.digest('hex').slice(0, 16)}`
  if (existsSync(directory)) return directory
  // Beside its place, and moved there when whole: two runs do not meet.
  const making = `${cache}/making-${process.pid}`
  await build(making)
  forgetOld(cache)
  try {
    renameSync(making, directory)
  } catch {
    rmSync(making, { recursive: true, force: true })
  }
  return directory
}

/** Bundles that nothing has used for a day: no run is that long. */
function forgetOld(cache) {
  const day = 24 * 60 * 60 * 1000
  for (const name of readdirSync(cache)) {
    const old = Date.now() - statSync(`${cache}/${name}`).mtimeMs > day
    if (old) rmSync(`${cache}/${name}`, { recursive: true, force: true })
  }
}

async function build(outDir) {
  const vite = await import('vite')
  await vite.build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^@\//, replacement: root },
        { find: 'server-only', replacement: `${root}lib/testing/server-only.ts` },
      ],
    },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: { worker: `${root}lib/attack-matrix/worker.ts`, rows: `${root}lib/attack-matrix/rows.ts` },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}

/**
 * Hands the rows to as many threads as there are processors; answers the cells of each row. Threads take from both
 * ends of a list sorted by grant: a thread that stays with a grant runs its honest flows once.
 */
async function runAll(rows) {
  const done = new Map()
  const left = rows.toSorted((one, other) => one.grant.localeCompare(other.grant))
  // In so short a life, code optimized as early as usual is seldom repaid: it took a sixth of the time.
  setFlagsFromString('--interrupt-budget=600000')
  const work = async (_, thread) => {
    const worker = new Worker(`${bundle}/worker.mjs`, { resourceLimits: { maxYoungGenerationSizeMb: 48 } })
    while (left.length > 0) {
      const task = thread % 2 === 0 ? left.shift() : left.pop()
      worker.postMessage(task)
      const [{ cells, error }] = await once(worker, 'message')
      if (error) fail(error)
      done.set(task, cells)
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), rows.length) }, work))
  return done
}

function cellsOf(rows) {
  return rows.flatMap((task) => answers.get(task))
}

/** Luck decides no cell: what came out otherwise under another seed, a sentence each. */
function differences(one, other, seed) {
  return one.flatMap((cell, at) => {
    const [first, second] = [cell, other[at]].map(inWords)
    const { attack, grant, preset } = cell
    return first === second ? [] : [`${attack} ${grant} ${preset}: ${first}, but ${second} under the seed ${seed}.`]
  })
}

function print(all) {
  const presets = [...new Set(all.map(({ preset }) => preset))]
  const rows = new Map()
  for (const cell of all) {
    const name = `${cell.attack} ${cell.grant}`
    rows.set(name, { ...rows.get(name), [cell.preset]: inWords(cell) })
  }
  const widths = presets.map((preset) =>
    Math.max(preset.length, ...[...rows.values()].map((row) => (row[preset] ?? '').length)),
  )
  const first = Math.max(...[...rows.keys()].map((name) => name.length))
  const line = (name, texts) =>
    [name.padEnd(first), ...texts.map((text, at) => text.padEnd(widths[at]))].join('  ').trimEnd()
  console.log(line('', presets))
  for (const [name, row] of rows)
    console.log(
      line(
        name,
        presets.map((preset) => row[preset] ?? ''),
      ),
    )
  const count = (verdict) => all.filter((cell) => cell.verdict === verdict).length
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `\n${all.length} cells executed in ${seconds} s: ${count('vulnerable')} succeed, ${count('stopped')} stopped, ${count('not-applicable')} not applicable, ${count('inconclusive')} inconclusive.`,
  )
  if (values.why)
    for (const cell of all)
      console.log(`${cell.attack} ${cell.grant} ${cell.preset}: ${cell.evidence.sentence} ${layers(cell)}`)
}

function inWords({ verdict, stoppedBy }) {
  if (verdict === 'vulnerable') return 'SUCCEEDS'
  return verdict === 'stopped' ? stoppedBy : verdict === 'not-applicable' ? '-' : 'INCONCLUSIVE'
}

function layers({ evidence }) {
  return evidence.cases
    .map((one) => `[${one.case}: ${one.layers.map((layer) => layer.check ?? layer.setting).join(' > ')}]`)
    .join(' ')
}

function trails({ cases }) {
  return cases.map((one) => `\n  ${one.case}\n    ${one.trail.join('\n    ')}`).join('')
}

function fail(sentence) {
  console.error(sentence)
  process.exit(2)
}
