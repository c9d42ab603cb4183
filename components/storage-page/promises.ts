import type { BackendKind } from '@/lib/storage/port'

/** What a store promises by its nature. The contract suite holds each to the first four. */
export interface Promises {
  name: string
  summary: string
  survivesRestart: string
  shared: string
  expiry: string
  singleUse: string
  queryable: string
}

export const PROMISES: Readonly<Record<BackendKind, Promises>> = {
  memory: {
    name: 'Memory',
    summary: 'A map in the server’s own process.',
    survivesRestart: 'No: every token is forgotten',
    shared: 'No: each process has its own',
    expiry: 'Checked when read; swept by the app',
    singleUse: 'Yes: one process, one thread',
    queryable: 'By key; anything else is a scan',
  },
  sqlite: {
    name: 'SQLite',
    summary: 'A database in a file, inside the process.',
    survivesRestart: 'Yes: it is a file',
    shared: 'On one machine only',
    expiry: 'Checked when read; a row stays until swept',
    singleUse: 'Yes: a conditional UPDATE',
    queryable: 'Yes: any column, with indexes',
  },
  postgres: {
    name: 'PostgreSQL',
    summary: 'A database server: tokens beside the users they belong to.',
    survivesRestart: 'Yes: written before it answers',
    shared: 'Yes: any number of instances',
    expiry: 'Checked when read; a row stays until swept',
    singleUse: 'Yes: a conditional UPDATE',
    queryable: 'Yes: who holds tokens, since when, for what',
  },
  redis: {
    name: 'Redis',
    summary: 'A cache server: keys with a time to live.',
    survivesRestart: 'Only where it is told to write to disk',
    shared: 'Yes: any number of instances',
    expiry: 'By itself: the key is gone (PEXPIREAT)',
    singleUse: 'Yes: a script runs alone',
    queryable: 'By key and by grant; no search by column',
  },
}

export const PROMISE_LABELS = {
  survivesRestart: 'Survives a restart',
  shared: 'Shared between instances',
  expiry: 'Expiry',
  singleUse: 'Atomic single use',
  queryable: 'Queryable by user',
} as const satisfies Partial<Record<keyof Promises, string>>
