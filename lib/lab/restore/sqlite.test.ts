import { describe } from 'vitest'
import { openSqlite } from '@/lib/storage/sqlite'
import { restoresEveryStep } from '@/lib/testing/every-step'

describe('restored in SQLite', () => restoresEveryStep(openSqlite(':memory:')))
