import type { Compilable, CompiledQuery } from 'kysely'
import type { SqlRow, SqlValue } from './cells'
import type { AnyDatabase } from './database'

/** Stands in a statement for a value that is known only when the statement runs. */
class Slot {
  constructor(readonly name: string) {}
}

export const slot = (name: string) => new Slot(name)

export interface Executed {
  sql: string
  parameters: readonly SqlValue[]
  rows: SqlRow[]
  /** Rows inserted, updated or deleted. */
  affected: number
}

/** Builds and compiles each shape of statement once: building one takes longer than running it. */
export class Prepared {
  readonly #compiled = new Map<string, CompiledQuery>()

  /** Runs the statement named by `shape`, with `values` in its slots. Statements of one shape differ in values only. */
  async run(
    db: AnyDatabase,
    shape: string,
    build: () => Compilable,
    values: Readonly<Record<string, SqlValue>>,
  ): Promise<Executed> {
    const compiled = this.#compiled.get(shape) ?? this.#compile(shape, build)
    const parameters = compiled.parameters.map((parameter) => fill(parameter, values))
    const { rows, numAffectedRows } = await db.executeQuery<SqlRow>({
      ...compiled,
      parameters,
    })
    return {
      sql: compiled.sql,
      parameters,
      rows,
      affected: Number(numAffectedRows ?? 0),
    }
  }

  #compile(shape: string, build: () => Compilable) {
    const compiled = build().compile()
    this.#compiled.set(shape, compiled)
    return compiled
  }
}

function fill(parameter: unknown, values: Readonly<Record<string, SqlValue>>): SqlValue {
  const value = parameter instanceof Slot ? values[parameter.name] : undefined
  if (value === undefined) throw new Error(`A statement has no value for ${JSON.stringify(parameter)}`)
  return value
}

/** The statement as sent, and under it, as a SQL comment, its parameters in order. */
export function readable({ sql, parameters }: Executed): string {
  return `${sql}\n-- ${parameters.map(literal).join(', ')}`
}

function literal(value: SqlValue) {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
