import type { HeaderList } from '@/lib/oauth/http'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from '@/lib/wire/exchange'
import type { Lab } from '../lab'
import { LabRefusal } from '../refusal'
import type { Move } from './move'

/**
 * What somebody can do who found a copy of one value in a message, and has nothing else: no secret of the application,
 * no key, no verifier, no cookie. Everything else in these requests is public or was in the same address bar.
 */
export const COPIED_MOVES: Readonly<Record<string, Move>> = {
  /** The application's last call that an API served, copied with its token only: no proof, no cookie. */
  'copied-token-call': {
    from: 'attacker',
    async prepare({ lab }) {
      const served = lab.exchanges.findLast((exchange) => exchange.outcome === 'accepted' && presented(lab, exchange))
      const token = served && presented(lab, served)
      if (!served || !token) throw new LabRefusal(409, 'No API was called with an access token in this lab yet.')
      const { method, url, body } = served.request
      const type = served.request.headers.filter(([name]) => name === 'content-type')
      const headers: HeaderList = [['accept', 'application/json'], ...type, ['authorization', `Bearer ${token}`]]
      return { method, url, headers, body }
    },
    settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'resource'),
  },

  /** The code as it stood in the redirect, redeemed by somebody who saw the address bar (RFC 9700, section 4.5). */
  'copied-code-redemption': {
    from: 'attacker',
    async prepare({ lab }) {
      const redirect = lastRedirectWithCode(lab)
      if (!redirect) throw new LabRefusal(409, 'No authorization code went through the browser in this lab yet.')
      const form = new URLSearchParams({ grant_type: 'authorization_code', code: redirect.code })
      form.set('redirect_uri', redirect.uri)
      form.set('client_id', clientSeen(lab))
      return {
        method: 'POST',
        url: `${lab.origins.issuer}/token`,
        headers: [
          ['accept', 'application/json'],
          ['content-type', 'application/x-www-form-urlencoded'],
        ],
        body: form.toString(),
      }
    },
    settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'tokens'),
  },
}

/** The access token that a request of the lab's own parties presented, or null. */
function presented(lab: Lab, { from, request }: Exchange): string | null {
  const line = request.headers.find(([name]) => name === 'authorization')?.[1] ?? ''
  const [, token = ''] = /^(?:Bearer|DPoP) +(\S+)$/i.exec(line) ?? []
  return from !== 'attacker' && made(lab, 'access_token').includes(token) ? token : null
}

function lastRedirectWithCode(lab: Lab): { code: string; uri: string } | null {
  const codes = made(lab, 'authorization_code')
  const addresses = lab.exchanges.flatMap(({ response }) => response?.headers.filter(([name]) => name === 'location'))
  for (const header of addresses.toReversed()) {
    const address = header?.[1] ?? ''
    const url = URL.canParse(address) ? new URL(address) : null
    const code = url?.searchParams.get('code')
    if (url && code && codes.includes(code)) return { code, uri: `${url.origin}${url.pathname}` }
  }
  return null
}

/** The application's name at the server, as it stood in the address of the authorization request. */
function clientSeen({ exchanges }: Lab): string {
  const names = exchanges.map(({ request }) => new URL(request.url).searchParams.get('client_id'))
  return names.findLast((name) => name !== null) ?? ''
}

const made = ({ exchanges }: Lab, wanted: SecretKind): string[] =>
  exchanges.flatMap(({ secrets }) => secrets.filter(({ kind }) => kind === wanted).map(({ value }) => value))
