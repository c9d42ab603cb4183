import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { callerInside } from './checks/caller-inside'
import type { ResourceServerEnvironment } from './environment'
import { json } from './responses'

/** Where the drive tells its neighbours how it is. No token is asked for: nobody from outside gets here. */
export const INTERNAL_PATH = '/internal/status'

/** `{ host, photos, bytes }` of the whole drive, for callers from inside the provider's network. */
export async function internalStatus(env: ResourceServerEnvironment): Promise<Response> {
  try {
    await checklist('resource-server', [callerInside], env).apply(callerInside, { caller: env.caller ?? null })
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    return json({ error: error.code, error_description: error.description }, { status: error.status })
  }
  const photos = await env.store.find('photos', {})
  const bytes = photos.reduce((sum, photo) => sum + photo.bytes, 0)
  return json({ host: 'drive-7.internal', photos: photos.length, bytes })
}
