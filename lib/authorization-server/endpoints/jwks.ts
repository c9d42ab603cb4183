import type { Endpoint } from '../endpoint'

/** Seconds that a resource server may keep the keys; an unknown `kid` makes it look again sooner. */
const MAX_AGE = 300

/** The public keys that tokens are verified with (RFC 7517, section 5). */
export const jwks: Endpoint = {
  path: '/jwks',
  kind: 'api',
  methods: {
    async GET(_, env) {
      // A key is published before it signs anything: access tokens by policy, ID tokens as a client registered.
      await env.keys.signer(env.policy.signingAlgorithm)
      const [one] = await env.store.find('clients', { id_token_signed_response_alg: 'RS256' })
      if (one) await env.keys.signer('RS256')
      const keys = (await env.keys.keys()).map((key) => key.publicJwk)
      const headers = { 'content-type': 'application/jwk-set+json', 'cache-control': `public, max-age=${MAX_AGE}` }
      return new Response(JSON.stringify({ keys }), { headers })
    },
  },
}
