import type { SecretKind } from '@/lib/oauth/secrets'
import type { Attack, Script, Setup, Variant } from './attack'
import { authorizeUrl, MALLORYS_VERIFIER, WITHOUT_CHALLENGE } from './authorize-url'
import { CONNECTED } from './connected'
import { postForm, toCollector, toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'

/** Where the gallery's edition for desktops is sent back to: any port of this machine (RFC 8252, section 7.3). */
const DESKTOP_CALLBACK = '/desktop-callback'

/** The gallery is also a program on Alice's computer, under the same name at the server. */
const setup: Setup = {
  registrations({ attacker, client }) {
    // A program cannot know its port beforehand, so that none is registered.
    const { protocol, hostname, pathname } = new URL(attacker)
    const loopback = `${protocol}//${hostname}${pathname.replace(/\/$/, '')}${DESKTOP_CALLBACK}`
    return { 'photo-gallery': { application_type: 'native', redirect_uris: [`${client}/spa/callback`, loopback] } }
  },
}

const PAGE =
  '<!doctype html><html lang="en"><head><title>Done</title></head><body data-page="app"><h1>You can close this tab</h1></body></html>'

function impersonates(changes: Readonly<Record<string, string | null>>, gains?: SecretKind): Script {
  return [
    {
      step: 'program-opens-browser',
      phase: 'trap',
      from: 'browser',
      to: 'attacker',
      channel: 'front',
      line: 'GET /start',
      move: 'visit-attacker',
      input: { path: '/start' },
      human: 'starts a free game',
      async sets(tools) {
        const address = { redirect_uri: `${tools.origins.attacker}${DESKTOP_CALLBACK}` }
        const location = await authorizeUrl(tools, 'photo-gallery', { ...address, prompt: 'none', ...changes })
        tools.publish('/start', { status: 303, headers: [['location', location]], body: '' })
        const headers = [['content-type', 'text/html; charset=utf-8']] as const
        tools.publish(DESKTOP_CALLBACK, { status: 200, headers, body: PAGE })
      },
      expects: ['redirect-to-server'],
      cites: ['rfc8252-8.6', 'rfc6749-10.2'],
      words: {
        title: 'Mallory’s program opens the browser',
        caption:
          'Alice runs a game that Mallory wrote. It listens on a port of Alice’s computer and opens her browser, as the gallery’s program would.',
      },
      reply: {
        title: 'A request in the gallery’s name',
        caption: 'Name and scope are the gallery’s, as anybody can know. The challenge is Mallory’s own.',
      },
    },
    {
      step: 'silent-request',
      phase: 'strike',
      from: 'browser',
      to: 'authorization-server',
      channel: 'front',
      line: 'GET /authorize',
      move: 'follow-redirect',
      expects: ['redirect-to-client'],
      cites: ['rfc6749-10.2', 'rfc8252-8.6', 'rfc6819-4.2.3'],
      words: {
        title: 'Alice is signed in, and once said yes',
        caption:
          'The request forbids questions. Alice agreed to the gallery last week, and this seems to be the gallery.',
      },
      reply: {
        title: 'The server asks nobody',
        caption: 'It answers at once, in Alice’s name, without a page. Nothing proved who was asking.',
      },
    },
    {
      step: 'program-gets-answer',
      phase: 'strike',
      from: 'browser',
      to: 'attacker',
      channel: 'front',
      line: 'GET /desktop-callback',
      move: 'follow-redirect',
      expects: ['app-page'],
      gains,
      cites: ['rfc8252-7.3'],
      words: {
        title: 'The answer goes to Mallory’s port',
        caption: 'The browser follows the redirect to this computer, to the port on which Mallory’s program listens.',
      },
      reply: { title: 'A tab that can be closed', caption: 'All that Alice saw was a tab that opened and was done.' },
    },
  ]
}

const redeems: Script = [
  {
    step: 'program-redeems',
    phase: 'strike',
    ...toTokenEndpoint,
    move: {
      with: 'tool',
      send: ({ need, origins, client }) =>
        postForm(`${origins.issuer}/token`, {
          grant_type: 'authorization_code',
          code: need('authorization_code', 'No code came to Mallory’s program.', 'site'),
          client_id: client('photo-gallery').client_id,
          redirect_uri: `${origins.attacker}${DESKTOP_CALLBACK}`,
          code_verifier: MALLORYS_VERIFIER,
        }),
    },
    expects: ['tokens'],
    gains: 'access_token',
    cites: ['rfc6749-4.1.3', 'rfc7636-4.5'],
    words: {
      title: 'Mallory redeems the code',
      caption: 'PKCE does not help here: Mallory began this request herself, so that the verifier is hers.',
    },
    reply: {
      title: 'Mallory has tokens',
      caption: 'A public client has nothing to prove itself with, so that anybody can be it.',
    },
  },
]

const readsFragment: Script = [
  {
    step: 'program-reads-fragment',
    phase: 'strike',
    ...toCollector,
    move: 'page-beacon',
    expects: ['confirmation'],
    gains: 'access_token',
    cites: ['rfc6749-4.2.2'],
    words: {
      title: 'The page reads its address',
      caption: 'The page that Mallory’s program served reads the token out of the fragment and tells it.',
    },
    reply: { title: 'Mallory has a token', caption: 'It was made for the gallery, and the gallery never knew of it.' },
  },
]

function against(
  connected: Script,
  changes: Readonly<Record<string, string | null>>,
  takes: Script,
  gains?: SecretKind,
): Variant {
  const afterwards: Script = [...takes, readsPhotos()]
  const silent = impersonates(changes, gains)
  const asking = impersonates({ ...changes, prompt: null }, gains)
  return {
    setup,
    cases: [
      { id: 'usual', title: 'No question is allowed', script: [...connected, ...silent, ...afterwards] },
      { id: 'asking', title: 'A question is allowed', script: [...connected, ...asking, ...afterwards] },
    ],
  }
}

/** RFC 6749, section 10.2; RFC 8252, section 8.6. */
export const clientImpersonation: Attack = {
  id: 'A-24',
  slug: 'client-impersonation',
  tier: 1,
  title: 'A program passes for one Alice trusts',
  summary:
    'Mallory’s program asks in the name of an app that Alice once agreed to, and the server answers without asking Alice again.',
  attacker: 'Somebody whose program runs on Alice’s computer, without any special rights.',
  defence: 'An app that cannot prove who it is gets nothing without Alice being asked, every time.',
  cites: ['rfc6749-10.2', 'rfc8252-8.6', 'rfc6819-4.2.3'],
  oracle: 'reads-data',
  switches: { consent: 'once-for-anybody', implicit: true },
  needs: ['browser-takes-part', 'user-data-read', 'client-unproven'],
  on: {
    'authorization-code-browser': against(CONNECTED['authorization-code-browser'], {}, redeems, 'authorization_code'),
    implicit: against(CONNECTED.implicit, { ...WITHOUT_CHALLENGE, response_type: 'token' }, readsFragment),
  },
}
