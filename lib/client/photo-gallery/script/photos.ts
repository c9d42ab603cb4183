import type { AppConfig, Outgoing, PageWindow, View } from './types'

/**
 * Asks the drive for the photos (RFC 6750, section 2.1). After the implicit grant the token is still in the fragment
 * of the page's address: it is taken out of there first.
 *
 * @throws Error when the page holds no access token
 */
export function prepareResourceRequest(page: PageWindow, config: AppConfig): Outgoing {
  const key = (name: string) => `${name}.${config.lab}`
  const places = { memory: page.memory, sessionStorage: page.sessionStorage, localStorage: page.localStorage }
  const store = places[config.store]
  const inAddress = new URLSearchParams(page.location.hash.slice(1)).get('access_token')
  if (config.grant === 'token' && inAddress !== null) {
    store.setItem(key('access_token'), inAddress)
    page.sessionStorage.removeItem(key('state'))
    if (config.cleanAddress) page.history.replaceState(null, '', config.home)
  }
  const token = store.getItem(key('access_token'))
  if (token === null) throw new Error('The page holds no access token.')
  return {
    method: 'GET',
    url: `${config.resource}/photos`,
    headers: [
      ['accept', 'application/json'],
      ['authorization', `Bearer ${token}`],
    ],
    body: null,
  }
}

/** What the page shows of the drive's answer. */
export function photosView(status: number, body: string): View {
  const problem: View = {
    page: 'error',
    title: 'Your photos are not connected any more',
    sentence: 'The photo drive did not answer with photos. Connecting once more usually helps.',
    items: [],
    actions: ['connect'],
  }
  try {
    const { owner, photos, error, error_description: reason } = Object(JSON.parse(body))
    if (status !== 200 || !Array.isArray(photos)) {
      return { ...problem, items: typeof error === 'string' ? [`${error}: ${reason ?? ''}`] : [] }
    }
    return {
      page: 'photos',
      title: `Photos of ${owner}`,
      sentence: `${photos.length} photos from the photo drive, fetched by this page with an access token.`,
      items: photos.map(({ title, size }) => `${title}, ${String(size).replace('x', ' × ')}`),
      actions: ['disconnect'],
    }
  } catch {
    return problem
  }
}
