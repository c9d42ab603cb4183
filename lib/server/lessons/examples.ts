import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A lesson to learn from: a real file, which the tests read as well. */
export interface ExampleFile {
  name: string
  text: string
}

/** In both spellings, Markdown first. */
export function exampleFiles(): ExampleFile[] {
  const folder = join(process.cwd(), 'lib/course/file/examples')
  return readdirSync(folder)
    .toSorted((one, other) => Number(other.endsWith('.md')) - Number(one.endsWith('.md')))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}
