// Adds the platform packages that npm left out of package-lock.json, so that `npm ci` accepts it everywhere.
//   node lib/tools/complete-lockfile.mjs       after every npm install
// npm drops an optional package from the lock file when its registry does not serve it (a mirror that lags behind, say);
// `npm ci` then refuses the whole file. See lib/decisions/2026-11-23-complete-lock-file.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FILE = fileURLToPath(new URL('../../package-lock.json', import.meta.url))
const SYSTEMS = ['android', 'darwin', 'win32', 'freebsd', 'linux', 'openharmony', 'aix', 'sunos', 'netbsd', 'openbsd']
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32']

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const known = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
const added = Object.values(lock.packages).flatMap(({ optionalDependencies = {}, dev }) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !known.has(name))
    .map(([name, version]) => [`node_modules/${name}`, platformPackage(name, version, dev)]),
)
const { '': project, ...packages } = { ...lock.packages, ...Object.fromEntries(added) }
const sorted = Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1))
lock.packages = { '': project, ...Object.fromEntries(sorted) }
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? 'The lock file was complete.' : `Added ${added.length} platform packages.`)

/** An entry that says on which platform the package is wanted; its name tells. */
function platformPackage(name, version, dev) {
  const parts = name.split('/').at(-1).split(/[-_]/)
  const processor = PROCESSORS.find((one) => parts.includes(one))
  const system = processor === 'wasm32' ? undefined : SYSTEMS.find((one) => parts.includes(one))
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(dev && { dev }),
    ...(system === 'linux' && { libc: [parts.includes('musl') ? 'musl' : 'glibc'] }),
    optional: true,
    ...(system && { os: [system] }),
  }
}
