/** A row as it lies in a dump, whatever table it is of. */
export type StolenRow = Readonly<Record<string, unknown>> & { key: string }

/** All rows of one party, table by table. */
export type StolenTables = Readonly<Record<string, readonly StolenRow[]>>

/** A value that could be a secret, and where it lies. */
export interface Candidate {
  value: string
  table: string
  column: string
  row: StolenRow
}

/** Shorter than this nothing is a secret worth trying: 16 characters of base64url are 96 bits. */
const LEAST = 16
const PIECE = /[A-Za-z0-9\-._~]{16,}/g
const ADDRESS = /\b[a-z][a-z0-9+.-]*:(\/\/)?\S+/gi
const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/]

/**
 * Every value in a dump that looks random, newest row first, each once. The thief does not know which of them are
 * plain and which are hashes; that shows when they are presented.
 */
export function candidates(tables: StolenTables): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      for (const [column, cell] of Object.entries(row)) {
        for (const value of piecesOf(cell)) {
          if (!found.has(value)) found.set(value, { value, table, column, row })
        }
      }
    }
  }
  return [...found.values()].sort((one, other) => madeAt(other.row) - madeAt(one.row))
}

/** The random-looking pieces of a cell: the cell itself, or what lies in its JSON, its form text, its list. */
function piecesOf(cell: unknown): string[] {
  if (Array.isArray(cell)) return cell.flatMap(piecesOf)
  if (typeof cell !== 'string') return []
  return (readable(cell).replace(ADDRESS, ' ').match(PIECE) ?? []).filter(looksRandom)
}

/** Form text percent-decoded, so that an address in it is seen to be one. */
function readable(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Letters of both cases, or letters and digits: no name, scope or word of the protocol. */
function looksRandom(text: string): boolean {
  return text.length >= LEAST && CLASSES.filter((kind) => kind.test(text)).length >= 2
}

const madeAt = ({ issued_at }: StolenRow): number => (typeof issued_at === 'number' ? issued_at : 0)
