import type { Endpoint, Operation } from '../endpoint'
import { json } from '../responses'

/** `{ photos, bytes }`: of the whole drive for a client on its own behalf, of her own photos for a user. */
const read: Operation = {
  scope: 'usage.read',
  subject: 'anyone',
  async handle(_request, { subject, isClient }, env) {
    const photos = await env.store.find('photos', isClient ? {} : { owner: subject })
    return json({
      photos: photos.length,
      bytes: photos.reduce((sum, { bytes }) => sum + bytes, 0),
    })
  },
}

export const usage: Endpoint = { path: '/usage', methods: { GET: read } }
