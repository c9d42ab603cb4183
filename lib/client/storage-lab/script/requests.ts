import type { AppConfig, Outgoing, View } from './types'

/** Takes over the user's session: asks the application's own server for what this page shall have of it. */
export function signInRequest(config: AppConfig, session: string): Outgoing {
  return {
    method: 'POST',
    url: config.signIn,
    headers: { 'content-type': 'application/x-www-form-urlencoded', [config.ownHeader]: '1' },
    body: new URLSearchParams({ session }).toString(),
    credentials: 'same-origin',
  }
}

/**
 * Lists the photos, or adds one.
 *
 * @param token the token the page holds; null where the cookie does it
 * @param title null to list
 * @returns null when the page would need a token and holds none
 */
export function photosRequest(config: AppConfig, token: string | null, title: string | null): Outgoing | null {
  const direct = config.keeps !== 'cookie' && config.keeps !== 'session'
  if (direct && token === null) return null
  const headers: Record<string, string> = { accept: 'application/json' }
  if (direct) headers.authorization = `Bearer ${token}`
  else headers[config.ownHeader] = '1'
  if (title !== null) headers['content-type'] = 'application/x-www-form-urlencoded'
  return {
    method: title === null ? 'GET' : 'POST',
    url: config.photos,
    headers,
    body: title === null ? null : new URLSearchParams({ title }).toString(),
    credentials: direct ? 'omit' : 'same-origin',
  }
}

/** What the page shows of the answer to listing. @param status 0 where nothing was sent: the page holds no token */
export function photosView(status: number, body: string): View {
  if (status === 0 || status === 401) {
    return { state: 'signed-out', title: 'Nobody is signed in', sentence: 'This page has no access.', photos: null }
  }
  try {
    const { owner, photos } = Object(JSON.parse(body))
    if (status === 200 && Array.isArray(photos)) {
      const sentence = `${photos.length} photos from the photo drive.`
      return { state: 'photos', title: `Photos of ${owner}`, sentence, photos: photos.length }
    }
  } catch {
    // What is no JSON is no list of photos, which is said below.
  }
  const sentence = `The photo drive did not answer with photos (${status}).`
  return { state: 'problem', title: 'Your photos could not be shown', sentence, photos: null }
}
