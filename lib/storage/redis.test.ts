import { afterAll, describe } from 'vitest'
import { testRedis } from '@/lib/testing/services'
import { storeContract } from './contract'
import { openRedis } from './redis'

const server = await testRedis()

describe.skipIf(server.absent)(`Redis${server.hint}`, () => {
  afterAll(() => server.remove())

  storeContract('redis', async () => openRedis(server.url, { prefix: server.prefix }))
})
