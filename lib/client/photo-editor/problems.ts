import type { Problem } from './pages'

const ACCOUNTS = 'The photo drive'

/** The authorization server answered with an error instead of a code (RFC 6749, section 4.1.2.1). */
export function declined({ code, description }: { code: string; description: string | null }): Problem {
  const quoted = { by: ACCOUNTS, code, description }
  return code === 'access_denied'
    ? {
        title: 'You said no, and that is fine',
        sentence: 'Photo Editor was not given access to your photos. You can connect them whenever you like.',
        quoted,
        status: 200,
      }
    : {
        title: 'Your photos could not be connected',
        sentence: 'The photo drive did not give access. Nothing was changed.',
        quoted,
        status: 200,
      }
}

/** The authorization server did not take the pushed request (RFC 9126, section 2.3). */
export async function pushRefused(response: Response): Promise<Problem> {
  const quoted = response.ok ? null : readError(await response.text())
  return {
    title: 'Your photos could not be connected',
    sentence: 'The photo drive did not take the request of Photo Editor. Nothing was changed.',
    ...(quoted ? { quoted } : {}),
    status: 502,
  }
}

/** The token endpoint did not accept the code, or answered something that is no token response. */
export async function tokenRefused(response: Response): Promise<Problem> {
  const quoted = response.ok ? null : readError(await response.text())
  return {
    title: 'Your photos could not be connected',
    sentence: 'The permission could not be turned into access. Connecting once more usually helps.',
    ...(quoted ? { quoted } : {}),
    status: 502,
  }
}

/** The ID token was not believed (OpenID Connect Core, section 3.1.3.7). */
export function notSignedIn(): Problem {
  return {
    title: 'You could not be signed in',
    sentence: 'The photo drive did not say convincingly who you are, so nothing it sent was kept.',
    status: 502,
  }
}

/** The drive did not answer with photos. */
export function driveRefused(status: number, body: string): Problem {
  const said = readError(body)
  const quoted = said ? { quoted: said } : {}
  if (status === 401) {
    return {
      title: 'Your photos are not connected any more',
      sentence: 'The photo drive no longer accepts the access Photo Editor holds.',
      ...quoted,
      status: 403,
    }
  }
  if (status === 403) {
    return {
      title: 'Photo Editor may not see your photos',
      sentence: 'The access you gave does not include reading photos.',
      ...quoted,
      status: 403,
    }
  }
  return {
    title: 'The photo drive has a problem',
    sentence: 'It did not answer with photos. Try again in a moment.',
    ...quoted,
    status: 502,
  }
}

function readError(body: string): Problem['quoted'] | null {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || !('error' in read) || typeof read.error !== 'string') return null
    const description = 'error_description' in read ? read.error_description : null
    return { by: ACCOUNTS, code: read.error, description: typeof description === 'string' ? description : null }
  } catch {
    return null
  }
}
