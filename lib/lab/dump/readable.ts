import type { StolenTables } from './candidates'
import type { ReadableFact } from './report'

/** What a column's name says about its content. */
const FACTS: readonly { label: string; columns: readonly string[] }[] = [
  { label: 'User names', columns: ['user_id', 'username', 'user_name', 'preferred_username', 'owner'] },
  { label: 'People’s names', columns: ['name'] },
  { label: 'E-mail addresses', columns: ['email'] },
  { label: 'Clients', columns: ['client_id', 'application', 'client_name'] },
  { label: 'Scopes', columns: ['scope'] },
  { label: 'Addresses clients are sent back to', columns: ['redirect_uri', 'redirect_uris'] },
  { label: 'APIs tokens are for', columns: ['resource'] },
  { label: 'When people signed in', columns: ['auth_time'] },
  { label: 'When things were issued, used and expire', columns: ['issued_at', 'used_at', 'expires_at'] },
]

/** Values named of each fact; a class of thirty is not listed in full. */
const NAMED = 6

/** What can be read in a dump whether its tokens are hashed or not: only facts of which there is a value. */
export function readableFacts(tables: StolenTables): ReadableFact[] {
  return FACTS.flatMap(({ label, columns }) => {
    const values = new Set<string>()
    const places = new Set<string>()
    for (const [table, rows] of Object.entries(tables)) {
      for (const column of columns) {
        for (const row of rows) {
          for (const value of [row[column]].flat()) {
            if (value === null || value === undefined || value === '') continue
            values.add(typeof value === 'number' ? new Date(value).toISOString() : String(value))
            places.add(`${table}.${column}`)
          }
        }
      }
    }
    if (values.size === 0) return []
    return [{ label, values: named([...values]), places: [...places] }]
  })
}

function named(values: readonly string[]): string[] {
  if (values.length <= NAMED) return [...values]
  return [...values.slice(0, NAMED), `and ${values.length - NAMED} more`]
}

/** How many cells hold a private key: a JWK with the member `d` (RFC 7517), or PEM. */
export function privateKeysIn(tables: StolenTables): number {
  const cells = Object.values(tables).flatMap((rows) => rows.flatMap((row) => Object.values(row)))
  return cells.filter((cell) => typeof cell === 'string' && /"d"\s*:\s*"|PRIVATE KEY/.test(cell)).length
}
