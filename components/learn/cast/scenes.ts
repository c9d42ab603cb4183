import type { Party } from '@/lib/oauth/parties'

export interface Scene {
  title: string
  /** At most 45 words. */
  text: string
  /** Who is spoken of. */
  parties: readonly Party[]
  /** Ids of the connections spoken of. */
  links: readonly string[]
}

/** The cast, introduced in about a minute. The order is a story: who owns what, who wants it, who is asked, who carries. */
export const SCENES: readonly Scene[] = [
  {
    title: 'Alice owns something',
    text: 'Alice has photos. She is the resource owner: nobody gets at them unless she says so, and she can take it back later.',
    parties: ['user'],
    links: ['human'],
  },
  {
    title: 'The photos live behind an API',
    text: 'The photos API is the resource server. It hands a photo to whoever shows a valid access token, and to nobody else.',
    parties: ['resource-server'],
    links: [],
  },
  {
    title: 'An app wants to use them',
    text: 'The photo app is the client. It could ask for Alice’s password, and then do everything she can, for as long as it likes. OAuth exists so that it never has to.',
    parties: ['client'],
    links: ['client-resource-server'],
  },
  {
    title: 'Somebody has to ask her',
    text: 'The auth server is the authorization server. It knows Alice, asks her what this app may do, and gives the app a token for just that, for a limited time.',
    parties: ['authorization-server'],
    links: ['client-authorization-server'],
  },
  {
    title: 'The browser only carries',
    text: 'Alice’s browser plays no role of its own: it brings messages from one server to another. That is the front channel, dashed here, and what travels on it can be seen on the way.',
    parties: ['browser'],
    links: ['browser-client', 'browser-authorization-server'],
  },
  {
    title: 'Now follow the keys',
    text: 'Every secret has a shape of its own, wherever it turns up. Filled: whoever holds it can use it. Hollow: it gives no power by itself. The flows show who gets which.',
    parties: ['client', 'authorization-server', 'resource-server'],
    links: ['client-authorization-server', 'client-resource-server'],
  },
]
