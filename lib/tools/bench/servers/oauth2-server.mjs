// @node-oauth/oauth2-server behind a plain Node listener, for `npm run bench -- token`:
//   node oauth2-server.mjs PORT SECRET
// Opaque access tokens. The library leaves storage to its user: here maps, with the secret kept as its SHA-256.
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import OAuth2Server from '@node-oauth/oauth2-server'

const [port, secret] = process.argv.slice(2)
const hash = (text) => createHash('sha256').update(text).digest()
const client = { id: 'bench', grants: ['client_credentials'] }
const secretHash = hash(secret)
const tokens = new Map()

const oauth = new OAuth2Server({
  model: {
    getClient: async (id, given) => (id === client.id && timingSafeEqual(hash(given), secretHash) ? client : false),
    getUserFromClient: async () => ({ id: client.id }),
    validateScope: async (_user, _client, scope) => (scope?.every((one) => one === 'usage.read') ? scope : false),
    saveToken: async (token, issuedTo, user) => {
      const saved = { ...token, client: issuedTo, user }
      tokens.set(hash(token.accessToken).toString('base64url'), saved)
      return saved
    },
  },
})

createServer(async (incoming, answer) => {
  const chunks = []
  for await (const chunk of incoming) chunks.push(chunk)
  const body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
  const { method, headers } = incoming
  const response = new OAuth2Server.Response()
  try {
    await oauth.token(new OAuth2Server.Request({ method, headers, query: {}, body }), response)
  } catch {
    // The library has written the refusal into the response.
  }
  answer.writeHead(response.status, { ...response.headers, 'content-type': 'application/json' })
  answer.end(JSON.stringify(response.body))
}).listen(Number(port), () => console.log('ready'))
