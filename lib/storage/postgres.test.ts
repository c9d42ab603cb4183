import { afterAll, describe } from 'vitest'
import { testDatabase } from '@/lib/testing/services'
import { storeContract } from './contract'
import { openPostgres } from './postgres'

const database = await testDatabase()

describe.skipIf(database.absent)(`PostgreSQL${database.hint}`, () => {
  afterAll(() => database.remove())

  storeContract('postgres', async () => openPostgres(database.url, { schema: database.schema }))
})
