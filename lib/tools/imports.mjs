// Checks the import table of the house and that no import cycle exists, type-only imports included.
//   node lib/tools/imports.mjs
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

const root = fileURLToPath(new URL('../..', import.meta.url))

const PARTY = { may: ['lib/oauth', 'lib/storage/port'], packages: ['jose'] }

/**
 * Who may import what. `may`: folders or modules of ours; `types`: the same, type-only; `packages`: npm packages
 * (`node:` modules count as packages). What a folder may import of itself goes without saying.
 */
const TABLE = {
  'lib/oauth': { may: [], packages: [] },
  'lib/authorization-server': { ...PARTY, packages: ['jose', 'node:crypto'] },
  'lib/resource-server': PARTY,
  'lib/client': { ...PARTY, packages: ['oauth4webapi', 'jose', 'node:crypto'] },
  'lib/hr-directory': { may: ['lib/oauth'], packages: ['jose'] },
  'lib/attacker': { may: ['lib/oauth'], packages: [] },
  'lib/user-agent': {
    may: ['lib/oauth'],
    packages: ['tough-cookie', 'parse5'],
  },
  'lib/storage': {
    may: ['lib/oauth'],
    packages: ['kysely', 'libsql', 'pg', 'ioredis', 'node:fs', 'node:path', 'node:crypto'],
  },
  'lib/wire': { may: ['lib/oauth', 'lib/user-agent'], types: ['lib/storage/port'], packages: ['zod'] },
  'lib/token-bench': { may: ['lib/oauth'], packages: ['jose'] },
  'lib/lessons': { may: ['lib/oauth'], packages: [] },
  // What a recorded run becomes outside the app. What is told step by step stands in components/export.
  'lib/export': { may: ['lib/oauth', 'lib/wire'], types: ['lib/lab', 'lib/user-agent'], packages: ['zod'] },
  'lib/room': { may: ['lib/oauth'], types: ['lib/lab', 'lib/wire'], packages: ['zod'] },
  // What a learner is led through, and how the run decides whether they were right.
  'lib/course': { may: ['lib/oauth', 'lib/wire'], types: ['lib/lab', 'lib/attacks'], packages: ['zod'] },
  // How tasks are done and judged: by what a lab recorded, and by the order a flow's machine knows.
  'lib/course/tasks': {
    may: ['lib/oauth', 'lib/wire', 'lib/course', 'machines'],
    types: ['lib/lab', 'lib/attacks', 'lib/attack-matrix'],
    packages: ['xstate'],
  },
  // What a completion code says; predictions are judged by a lab's record, told step by step.
  'lib/course/completion': {
    may: ['lib/oauth', 'lib/wire', 'lib/course', 'machines'],
    types: ['lib/lab'],
    packages: [],
  },
  'lib/attacks': {
    may: ['lib/oauth', 'lib/lessons', 'lib/token-bench'],
    types: ['lib/wire', 'lib/attacker', 'lib/authorization-server', 'lib/client', 'lib/resource-server'],
    packages: [],
  },
  'lib/lab': {
    may: [
      'lib/oauth',
      'lib/attacks',
      'lib/storage/port',
      'lib/authorization-server',
      'lib/resource-server',
      'lib/client',
      'lib/hr-directory',
      'lib/attacker',
      'lib/user-agent',
      'lib/wire',
    ],
    packages: ['node:crypto'],
  },
  'lib/attack-matrix': {
    may: [
      'lib/server/origins',
      'lib/attacks',
      'lib/course',
      'lib/lab',
      'lib/oauth',
      'lib/wire',
      'lib/storage',
      'machines',
      'lib/authorization-server',
      'lib/client',
      'lib/resource-server',
    ],
    packages: ['xstate', 'node:crypto', 'node:worker_threads'],
  },
  'lib/server': {
    may: ['lib'],
    packages: ['*'],
    never: ['next', 'react', 'xstate'],
  },
  'lib/conformance': { may: ['lib', 'machines'], packages: ['*'] },
  'lib/testing': { may: ['lib', 'machines'], packages: ['*'] },
  machines: {
    may: ['lib/oauth', 'lib/lessons', 'lib/attacks'],
    types: ['lib/wire', 'lib/lab', 'lib/user-agent'],
    packages: ['xstate'],
  },
  components: {
    may: [
      'machines',
      'lib/lessons',
      'lib/attacks',
      'lib/oauth',
      'lib/token-bench',
      'lib/room',
      'lib/course',
      'lib/wire',
      'lib/export',
    ],
    types: ['lib/lab', 'lib/user-agent', 'lib/storage/port', 'lib/attack-matrix'],
    packages: ['react', 'react-dom', 'next', 'xstate', '@xstate/react', '@xyflow/react', 'qrcode-generator', 'zustand'],
  },
  app: { may: ['components', 'lib', 'machines'], packages: ['*'] },
  e2e: {
    may: [],
    packages: [
      '@playwright/test',
      '@axe-core/playwright',
      '@badgateway/oauth2-client',
      'openid-client',
      'passport-oauth2',
      'simple-oauth2',
      'node:',
    ],
  },
  'instrumentation.ts': { may: ['lib/server'], packages: [] },
}

/** Tests may also use the test tools, and the real parties: they are the fakes. */
const TESTS = { may: ['lib', 'machines', 'components'], packages: ['*'] }

const files = Object.keys(TABLE)
  .filter((path) => existsSync(join(root, path)))
  .flatMap((path) => sources(path))
const problems = []
const graph = new Map()

for (const file of files) {
  const imports = importsOf(file)
  graph.set(
    file,
    imports.flatMap(({ target }) => (target ? [target] : [])),
  )
  const rule = /\.test\.tsx?$|\/standing\.ts$|^lib\/storage\/contract/.test(file) ? TESTS : ruleFor(file)
  for (const one of imports) {
    const why = refusal(file, rule, one)
    if (why) problems.push(`${file}: ${why}`)
  }
}
for (const cycle of cycles()) problems.push(`Import cycle: ${cycle.join(' -> ')}`)

if (problems.length > 0) {
  console.error([...new Set(problems)].join('\n'))
  console.error(`${problems.length} imports break the table in lib/tools/imports.mjs.`)
  process.exit(1)
}
console.log(`${files.length} files follow the import table; there is no cycle.`)

function refusal(file, rule, { source, target, typeOnly }) {
  if (target === undefined) {
    const name = packageName(source)
    if (rule.never?.includes(name)) return `must never import ${name}`
    const allowed = rule.packages.some(
      (one) => one === '*' || one === name || (one.endsWith(':') && name.startsWith(one)),
    )
    return allowed ? null : `may not import the package ${name}`
  }
  if (target === null) return `imports ${source}, which does not exist`
  const home = homeOf(file)
  if (target.startsWith('app/') && !file.startsWith('app/')) return 'nothing imports app'
  const folders = [home, ...rule.may, ...(typeOnly ? (rule.types ?? []) : [])]
  if (folders.some((folder) => inside(target, folder))) return null
  return `${home} may not import ${target}${rule.types?.some((folder) => inside(target, folder)) ? ' but for its types' : ''}`
}

function importsOf(file) {
  const { module, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'))
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    source: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({
        source: entry.moduleRequest.value,
        typeOnly: entry.isType,
      })),
  )
  const text = readFileSync(join(root, file), 'utf8')
  const dynamics = module.dynamicImports.map(({ moduleRequest }) => ({
    source: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    typeOnly: false,
  }))
  return [...statics, ...reexports, ...dynamics]
    .filter(({ source }) => !/\.css$/.test(source))
    .map((one) => ({ ...one, target: resolve(file, one.source) }))
}

/** Path of a module of ours; undefined for a package; null when nothing is there. */
function resolve(file, source) {
  const base = source.startsWith('@/')
    ? source.slice(2)
    : source.startsWith('.')
      ? join(dirname(file), source)
      : undefined
  if (base === undefined) return undefined
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}.mjs`, `${base}/index.ts`]
  return candidates.find((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile()) ?? null
}

function cycles() {
  const found = []
  const done = new Set()
  const visit = (file, path) => {
    const at = path.indexOf(file)
    if (at >= 0) {
      found.push([...path.slice(at), file])
      return
    }
    if (done.has(file)) return
    for (const target of graph.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}

function sources(path) {
  const full = join(root, path)
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? sources(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .map((file) => relative(root, join(root, file)))
    .filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts'))
}

function homeOf(file) {
  return Object.keys(TABLE)
    .filter((folder) => inside(file, folder))
    .sort((one, other) => other.length - one.length)[0]
}

function ruleFor(file) {
  return TABLE[homeOf(file)]
}

function inside(file, folder) {
  return file === folder || file === `${folder}.ts` || file.startsWith(`${folder}/`)
}

function packageName(source) {
  if (source.startsWith('node:')) return source
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
}
