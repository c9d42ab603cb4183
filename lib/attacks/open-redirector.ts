import type { Attack, AttackCase, Script, Variant } from './attack'
import { authorizeUrl, WITHOUT_CHALLENGE } from './authorize-url'
import { requestForHerApp } from './mallorys-app'
import type { AttackTools } from './tools'

type Changes = Readonly<Record<string, string | null>>

const html = [['content-type', 'text/html; charset=utf-8']] as const

/** What the link leads to in the end: a page that looks like the one Alice expected. */
const COPY =
  '<!doctype html><html lang="en"><head><title>Photo Drive</title></head><body data-page="login"><h1>Sign in to your photo drive</h1></body></html>'

/** @param link the address, at the honest server, that Mallory has Alice follow */
function followed(link: (tools: AttackTools) => Promise<string>): Script {
  return [
    {
      step: 'alice-reads-message',
      phase: 'trap',
      from: 'browser',
      to: 'attacker',
      channel: 'front',
      line: 'GET /message',
      move: 'visit-attacker',
      input: { path: '/message' },
      human: 'opens a message',
      async sets(tools) {
        const address = (await link(tools)).replaceAll('&', '&amp;')
        tools.publish('/message', {
          status: 200,
          headers: html,
          body: `<!doctype html><html lang="en"><head><title>Message</title></head><body data-page="app"><p>Please confirm your account.</p><a id="trusted" href="${address}">Photo Drive</a></body></html>`,
        })
        tools.publish('/callback', { status: 200, headers: html, body: COPY })
      },
      expects: ['app-page'],
      cites: ['rfc9700-4.11.2', 'rfc6819-4.2.4'],
      words: {
        title: 'Alice reads a message',
        caption: 'It asks her to confirm her account, and has a link. Alice looks where it leads, as she was taught.',
      },
      reply: {
        title: 'The link leads to the auth server',
        caption: 'It really does: the address begins with the server Alice trusts. Filters for bad links let it pass.',
      },
    },
    {
      step: 'trusted-link',
      phase: 'strike',
      from: 'browser',
      to: 'authorization-server',
      channel: 'front',
      line: 'GET /authorize',
      move: 'follow-link',
      input: { link: 'trusted' },
      human: 'follows the link',
      expects: ['redirect-to-client'],
      cites: ['rfc9700-4.11.2', 'rfc6749-4.1.2.1'],
      words: {
        title: 'Alice follows the link',
        caption:
          'All Mallory wants of the server is that it sends the browser on, without a page of its own in between.',
      },
      reply: {
        title: 'The server sends Alice to Mallory',
        caption: 'It redirects, as the protocol has it. Nobody asked Alice for anything, not even who she is.',
      },
    },
    {
      step: 'phishing-page',
      phase: 'damage',
      from: 'browser',
      to: 'attacker',
      channel: 'front',
      line: 'GET /callback',
      move: 'follow-redirect',
      expects: ['login-page'],
      cites: ['rfc6819-4.2.4'],
      words: {
        title: 'The browser goes on',
        caption: 'The link began at the server Alice trusts. Where it ended she would have to notice by herself.',
      },
      reply: {
        title: 'It looks like the auth server',
        caption: 'Mallory’s page looks like the one Alice expected, and asks for her password.',
      },
    },
  ]
}

function against(appUnderAttack: string, changes: Changes = {}): Variant {
  const hers = (id: string, title: string, wrong: Changes): AttackCase => ({
    id,
    title,
    script: followed((tools) => requestForHerApp(tools, { ...changes, ...wrong })),
  })
  return {
    cases: [
      hers('incomplete', 'Her own app, and a request that does not say what for', { response_type: null }),
      hers('no-questions', 'Her own app, and no question allowed', { prompt: 'none' }),
      {
        id: 'signing-out',
        title: 'Her own app, and a link to sign out',
        script: followed(async ({ app, origins }) => {
          const query = { client_id: app.client_id, post_logout_redirect_uri: app.redirect_uri }
          return `${origins.issuer}/logout?${new URLSearchParams(query)}`
        }),
      },
      {
        id: 'foreign-address',
        title: 'Somebody else’s app, and her address',
        script: followed((tools) => {
          const redirect_uri = `${tools.origins.attacker}/callback`
          return authorizeUrl(tools, appUnderAttack, { ...changes, redirect_uri, response_type: null })
        }),
      },
    ],
  }
}

/** RFC 9700, section 4.11.2. */
export const openRedirector: Attack = {
  id: 'A-23',
  slug: 'open-redirector',
  tier: 1,
  title: 'A trusted link that leads elsewhere',
  summary:
    'Mallory’s link goes to the honest auth server, which redirects Alice to Mallory’s page without asking anybody.',
  attacker: 'Somebody who sends Alice a link, and has registered an app of her own.',
  defence: 'The server redirects to registered addresses only, and errors of apps nobody vouches for it shows itself.',
  cites: ['rfc9700-4.11.2', 'rfc6819-4.2.4'],
  oracle: 'redirects-to-mallory',
  switches: { errorsRedirectUnasked: true, implicit: true },
  needs: ['browser-takes-part'],
  on: {
    'authorization-code': against('photo-editor'),
    'authorization-code-browser': against('photo-gallery'),
    implicit: against('photo-gallery', { ...WITHOUT_CHALLENGE, response_type: 'token' }),
    'openid-connect': against('photo-editor'),
  },
}
