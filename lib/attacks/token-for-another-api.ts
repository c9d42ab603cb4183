import type { Attack, Script } from './attack'
import { getWithToken } from './requests'
import { readsPhotos } from './stolen-token'

const alone = { alone: true } as const

const script: Script = [
  {
    step: 'open-prints',
    phase: 'ask',
    from: 'browser',
    to: 'client',
    channel: 'front',
    line: 'GET /login',
    move: 'open-page',
    input: { page: 'client-login-prints' },
    human: 'orders prints',
    expects: ['redirect-to-server', 'redirect-to-client'],
    cites: ['rfc6749-4.1', 'rfc8707-2'],
    words: {
      title: 'Alice orders prints',
      caption: 'Alice wants prints of her photos. For that the app needs a token for the print shop, another API.',
    },
    reply: {
      title: 'The app asks for the shop’s token',
      caption: 'Look at the request: it may say for which API the token is meant to be.',
    },
  },
  { honest: 'par-request', ...alone, where: 'par-request' },
  { honest: 'reference-request', ...alone, where: 'par-request' },
  { honest: 'authorization-request', ...alone, decides: 'alice' },
  { honest: 'callback', ...alone },
  { honest: 'token-request', ...alone },
  {
    step: 'order-sent',
    phase: 'leak',
    from: 'client',
    to: 'service',
    channel: 'back',
    line: 'POST /orders',
    move: 'order-request',
    input: { application: 'photo-editor' },
    expects: ['confirmation'],
    regardless: true,
    cites: ['rfc6750-5.3', 'rfc9700-4.10.2'],
    words: {
      title: 'The app orders at the print shop',
      caption: 'The app sends the shop its token, as it must. What it does not know: the shop belongs to Mallory.',
    },
    reply: {
      title: 'The shop has the token',
      caption: 'Whatever the shop answers, it has read the token that came with the order.',
    },
  },
  {
    ...readsPhotos(),
    phase: 'strike',
    move: {
      with: 'tool',
      async send({ leak, need, origins }) {
        await leak('shop-traffic')
        return getWithToken(
          `${origins.resource}/photos`,
          need('access_token', 'No order has reached the shop.', 'leak'),
        )
      },
    },
    words: {
      title: 'The shop goes to the photo API',
      caption: 'Mallory takes the token that was sent to her shop and presents it to the photo API.',
    },
    reply: {
      title: 'The photo API takes it',
      caption: 'The token opens every door of the house: nobody wrote on it which one it was made for.',
    },
  },
]

/** RFC 9700, sections 4.9.1 and 4.10.2. */
export const tokenForAnotherApi: Attack = {
  id: 'A-45',
  slug: 'token-for-another-api',
  tier: 1,
  title: 'One API uses the token at another',
  summary: 'Mallory runs one of the APIs that Alice’s app uses, and takes the token it is sent to another one.',
  attacker: 'The operator of an API that is allowed some little thing.',
  defence: 'A token names the one API it is for, and every other API refuses it.',
  cites: ['rfc9700-4.10.2', 'rfc6750-5.3'],
  oracle: 'reads-data',
  switches: { audience: false, verifyAudience: false, useDpop: false, senderConstrained: 'bearer' },
  needs: ['app-uses-two-apis'],
  on: { 'authorization-code': { cases: [{ id: 'usual', title: 'The print shop is Mallory’s', script }] } },
}
