import { describe } from 'vitest'
import { openMemory } from '@/lib/storage/memory'
import { restoresEveryStep } from '@/lib/testing/every-step'

describe('restored in memory', () => restoresEveryStep(openMemory))
