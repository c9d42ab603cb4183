import type { Attack, Script, ScriptStep, Variant } from './attack'
import { MALLORYS_VERIFIER } from './authorize-url'
import { CONNECTED } from './connected'
import { malloryRedeems } from './parts'
import { postForm } from './requests'
import { readsPhotos } from './stolen-token'

/** Cross-site scripting in a page of the application: three things a script of Mallory's does there (RFC 10017, section 5.1). */

const inBrowser: Pick<ScriptStep, 'from' | 'channel' | 'phase' | 'cites'> = {
  from: 'browser',
  channel: 'front',
  phase: 'strike',
  cites: ['rfc10017-5.1.1'],
}

const sendsHome: ScriptStep = {
  ...inBrowser,
  step: 'script-sends-home',
  to: 'attacker',
  line: 'POST /collect',
  move: 'xss-beacon',
  expects: ['confirmation'],
  gains: 'access_token',
  words: {
    title: 'Mallory’s script reads what the page keeps',
    caption:
      'A comment with a script in it has got into the page. The script reads storages and variables, as the page’s own script does.',
  },
  reply: {
    title: 'The token has left the browser',
    caption: 'What a page can read, any script in it can read and send anywhere.',
  },
}

const stolen = (connected: Script): Variant => ({
  cases: [{ id: 'usual', title: 'A script in a comment', script: [...connected, sendsHome, readsPhotos('site')] }],
})

const attacker = 'Somebody who can get a script into a page of the application, such as through a comment or a library.'

/** A-50d: RFC 10017, sections 5.1.1 and 5.1.2. */
export const tokenStolenByScript: Attack = {
  id: 'A-50d',
  slug: 'token-stolen-by-script',
  tier: 1,
  title: 'A script steals the stored token',
  summary: 'Mallory’s script in the page reads the access token wherever the page keeps it, and sends it home.',
  attacker,
  defence:
    'No token in the browser: a server of the application keeps it. No place that a page can read is safe from a script in it.',
  cites: ['rfc10017-5.1.1', 'rfc10017-5.1.2', 'rfc10017-8'],
  oracle: 'reads-data',
  switches: { implicit: true },
  needs: ['page-calls-api'],
  on: {
    'authorization-code-browser': stolen(CONNECTED['authorization-code-browser']),
    implicit: stolen(CONNECTED.implicit),
  },
}

/** A-50e: RFC 10017, section 5.1.3. */
export const freshTokenByScript: Attack = {
  id: 'A-50e',
  slug: 'fresh-token-by-script',
  tier: 1,
  title: 'A script gets tokens of its own',
  summary:
    'Mallory’s script runs the flow again in a hidden frame, with a challenge of Mallory’s, and sends the code home.',
  attacker,
  defence:
    'The server asks the user again for a client whose identity nobody can prove, so a hidden frame gets an error.',
  cites: ['rfc10017-5.1.3', 'rfc6749-10.2'],
  oracle: 'reads-data',
  switches: { consent: 'once-for-anybody' },
  needs: ['page-calls-api', 'code-through-browser'],
  on: {
    'authorization-code-browser': {
      cases: [
        {
          id: 'usual',
          title: 'A hidden frame',
          script: [
            ...CONNECTED['authorization-code-browser'],
            {
              ...inBrowser,
              step: 'silent-request',
              to: 'authorization-server',
              line: 'GET /authorize',
              move: 'xss-silent-flow',
              expects: ['redirect-to-client'],
              words: {
                title: 'The script asks in a hidden frame',
                caption:
                  'Alice is signed in at the server, so her browser may ask with prompt=none: she sees nothing of it. The challenge is Mallory’s.',
              },
              reply: {
                title: 'The frame is sent back',
                caption:
                  'The redirect leads to the application’s own address: its page, and a script in its page, may read it.',
              },
            },
            {
              ...inBrowser,
              step: 'script-reads-frame',
              to: 'attacker',
              line: 'POST /collect',
              move: 'xss-sends-loot',
              expects: ['confirmation'],
              gains: 'authorization_code',
              words: {
                title: 'The script reads the frame’s address',
                caption:
                  'Page and frame have the same origin, so the script may read where the frame was sent, and sends it home.',
              },
            },
            malloryRedeems(
              {
                title: 'Mallory redeems the code',
                caption: 'The code belongs to a public client and to Mallory’s own challenge. She has the verifier.',
              },
              ({ need, origins, client }) => {
                const code = need('authorization_code', 'No code has reached Mallory.', 'site')
                const { client_id, redirect_uri } = client('photo-gallery')
                const request = {
                  grant_type: 'authorization_code',
                  code,
                  client_id,
                  redirect_uri,
                  code_verifier: MALLORYS_VERIFIER,
                }
                return postForm(`${origins.issuer}/token`, request)
              },
            ),
            readsPhotos('answer'),
          ],
        },
      ],
    },
  },
}

/** The script lets Alice's browser do the asking. @param asks what it asks for */
function rides(connected: Script, asks: Pick<ScriptStep, 'to' | 'line' | 'move' | 'input'>): Variant {
  const script: Script = [
    ...connected,
    {
      ...inBrowser,
      ...asks,
      step: 'script-asks',
      expects: ['resource'],
      words: {
        title: 'The script asks in Alice’s name',
        caption: 'The script sends a request from within the page. Her browser, or her page’s token, vouches for it.',
      },
      reply: {
        title: 'Alice’s data come back',
        caption: 'To the server this was the application itself, and in a way it was.',
      },
    },
    {
      ...inBrowser,
      step: 'script-sends-answer',
      to: 'attacker',
      line: 'POST /collect',
      move: 'xss-sends-loot',
      expects: ['confirmation'],
      words: {
        title: 'The script sends the answer home',
        caption: 'No token has left the browser. It was not needed.',
      },
    },
  ]
  return { cases: [{ id: 'usual', title: 'As long as the page is open', script }] }
}

const api = { to: 'resource-server', line: 'GET /photos', move: 'xss-calls-api' } as const
const app = (path: string) => ({ to: 'client', line: `GET ${path}`, move: 'xss-calls-app', input: { path } }) as const

/** A-50f: RFC 10017, section 5.1.4. */
export const scriptRidesAlong: Attack = {
  id: 'A-50f',
  slug: 'script-rides-along',
  tier: 1,
  title: 'A script uses the open page',
  summary: 'Mallory’s script steals no token: it has Alice’s own browser ask for her data, and sends them home.',
  attacker,
  defence: 'Where tokens are kept does not matter here. Only keeping foreign scripts out of the page does.',
  cites: ['rfc10017-5.1.4'],
  oracle: 'reads-data',
  switches: { implicit: true, passwordGrant: true },
  needs: ['browser-shows-data'],
  on: {
    'authorization-code': rides([...CONNECTED['authorization-code'], { honest: 'photos-page' }], app('/photos')),
    'authorization-code-browser': rides(CONNECTED['authorization-code-browser'], api),
    implicit: rides(CONNECTED.implicit, api),
    password: rides([...CONNECTED.password, { honest: 'photos-page' }], app('/desktop/photos')),
  },
}
