import { afterAll, describe } from 'vitest'
import { openRedis } from '@/lib/storage/redis'
import { restoresEveryStep } from '@/lib/testing/every-step'
import { testRedis } from '@/lib/testing/services'

const redis = await testRedis()

describe.skipIf(redis.absent)('restored in Redis', () => {
  afterAll(() => redis.remove())
  restoresEveryStep(openRedis(redis.url, { prefix: redis.prefix }))
})
