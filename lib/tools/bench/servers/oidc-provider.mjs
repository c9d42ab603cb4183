// oidc-provider with one confidential client, for `npm run bench -- token`:
//   node oidc-provider.mjs PORT SECRET
// Opaque access tokens; JWTs (ES256, RFC 9068) for a request that names the resource. Its own memory adapter, which
// keeps a thousand entries.
import { generateKeyPairSync } from 'node:crypto'
import Provider from 'oidc-provider'

const [port, secret] = process.argv.slice(2)
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const provider = new Provider(`http://localhost:${port}`, {
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
  scopes: ['usage.read'],
  clients: [
    {
      client_id: 'bench',
      client_secret: secret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      scope: 'usage.read',
      id_token_signed_response_alg: 'ES256',
    },
  ],
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => undefined,
      getResourceServerInfo: () => ({
        scope: 'usage.read',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
})
provider.listen(Number(port), () => console.log('ready'))
