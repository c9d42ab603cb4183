// oauth2-mock-server, for `npm run bench -- token`:
//   node oauth2-mock-server.mjs PORT
// Signs a JWT (ES256) for whoever asks: it checks no secret and stores nothing.
import { OAuth2Server } from 'oauth2-mock-server'

const server = new OAuth2Server()
await server.issuer.keys.generate('ES256')
await server.start(Number(process.argv[2]))
console.log('ready')
