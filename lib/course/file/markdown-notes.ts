import type { Path, Problem } from './problem'

/** Remembers, while a Markdown file is read, on which line everything stands, and what could not be read. */
export class Notes {
  readonly problems: Problem[] = []
  readonly #lines = new Map<string, number>()

  problem(line: number, what: string): void {
    this.problems.push({ where: `line ${line}`, what })
  }

  at(path: Path, line: number): void {
    this.#lines.set(key(path), line)
  }

  /** The line of a path, or of what it is part of. */
  where(path: Path): string | null {
    for (let length = path.length; length > 0; length--) {
      const line = this.#lines.get(key(path.slice(0, length)))
      if (line !== undefined) return `line ${line}`
    }
    return null
  }
}

const key = (path: Path): string => path.map(String).join('.')
