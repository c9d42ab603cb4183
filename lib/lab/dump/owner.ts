import type { Candidate, StolenTables } from './candidates'

/** Whose a value is, by what its own row says, or the session that the row belongs to. */
export interface Owner {
  user: string | null
  client: string | null
}

export function ownerOf({ table, row }: Candidate, tables: StolenTables): Owner {
  const session = tables.sessions?.find(({ key }) => key === row.key)
  const first = (...names: string[]): string | null => {
    for (const name of names) {
      const value = row[name] ?? session?.[name]
      if (typeof value === 'string' && value !== '') return value
    }
    return null
  }
  return {
    user: table === 'users' ? row.key : first('user_id', 'user_name', 'username'),
    client: table === 'clients' ? row.key : first('client_id', 'application'),
  }
}
