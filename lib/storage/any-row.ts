/** Inside a backend the tables are only data: rows are keys and cells. The port gives them their types back. */
export type Cell = string | number | boolean | string[] | null

export interface AnyRow {
  key: string
  [column: string]: Cell
}
