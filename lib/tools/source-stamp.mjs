import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'app',
  'components',
  'lib',
  'machines',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
]
const IGNORED = /\.test\.tsx?$|^lib\/(conformance|testing|tools)\//

/**
 * A hash over everything the build reads: the same sources give the same stamp on every machine.
 *
 * @param {string} root folder of the project, with a trailing slash
 */
export function sourceStamp(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((name) => filesBelow(root, name)).sort()) {
    if (!IGNORED.test(file))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(root, path) {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
  )
}
