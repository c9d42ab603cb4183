import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CHECK_NAMES } from './check-names'

const FOLDERS = ['authorization-server', 'resource-server', 'client', 'hr-directory', 'oauth/dpop']

/** The names as the files of the checks have them. */
function written(): string[] {
  const root = join(import.meta.dirname, '..')
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  ).filter((text) => text.includes('rule:'))
  const found = texts.flatMap((text) => [...text.matchAll(/(?:\bid: ?|PAGE_\w+ = )'([a-z0-9.-]+)'/g)])
  return [...new Set(found.map(([, name = '']) => name))].toSorted()
}

test('the list has every check, and none that is gone', () => {
  expect(CHECK_NAMES.toSorted()).toEqual(written())
})
