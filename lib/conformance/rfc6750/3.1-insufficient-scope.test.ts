import { expect, test } from 'vitest'
import { accessToken, challengeOf, testResourceServer } from '@/lib/testing/resource-server'

test.each(['photos.write', '', 'photos.reader', 'PHOTOS.READ'])(
  '[RS-04] SHOULD answer the scope "%s" with 403 insufficient_scope and the scope that is needed',
  async (scope) => {
    const drive = await testResourceServer()
    const response = await drive.get('/photos', await accessToken({ claims: { scope } }))
    expect(response.status).toBe(403)
    expect(challengeOf(response).parameters).toMatchObject({ error: 'insufficient_scope', scope: 'photos.read' })
  },
)
