import { afterAll, describe } from 'vitest'
import { openPostgres } from '@/lib/storage/postgres'
import { restoresEveryStep } from '@/lib/testing/every-step'
import { testDatabase } from '@/lib/testing/services'

const database = await testDatabase()

describe.skipIf(database.absent)('restored in PostgreSQL', () => {
  afterAll(() => database.remove())
  restoresEveryStep(openPostgres(database.url, { schema: database.schema }))
})
