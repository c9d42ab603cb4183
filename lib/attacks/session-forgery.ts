import { STORAGE_LAB_PATH } from '@/lib/oauth/browser-storage'
import type { Attack, Script } from './attack'
import { CONNECTED } from './connected'
import { MALLORY_WAS_HERE } from './oracles'

const APP = `${STORAGE_LAB_PATH}/session-header`

const script: Script = [
  ...CONNECTED['authorization-code'],
  { honest: 'photos-page' },
  {
    step: 'page-signs-in',
    phase: 'use',
    from: 'browser',
    to: 'client',
    channel: 'front',
    line: 'POST /sign-in',
    move: 'bff-sign-in',
    expects: ['confirmation'],
    cites: ['rfc10017-6.1'],
    words: {
      title: 'The page signs in at its own server',
      caption: 'This application keeps no token in the browser: its server does, and the page gets a session cookie.',
    },
    reply: {
      title: 'A cookie, and no token',
      caption: 'From now on the browser proves with this cookie who is asking, whatever page made it ask.',
    },
  },
  {
    step: 'alice-is-lured',
    phase: 'trap',
    from: 'browser',
    to: 'attacker',
    channel: 'front',
    line: 'GET /kittens',
    move: 'visit-attacker',
    input: { path: '/kittens' },
    human: 'opens a link',
    sets({ origins, publish }) {
      const form = `<form name="bait" method="post" action="${origins.client}${APP}/photos"><input type="hidden" name="title" value="${MALLORY_WAS_HERE}"><button>See kittens</button></form>`
      const body = `<!doctype html><html lang="en"><head><title>Kittens</title></head><body data-page="app"><h1>Kittens</h1>${form}</body></html>`
      publish('/kittens', { status: 200, headers: [['content-type', 'text/html; charset=utf-8']], body })
    },
    expects: ['app-page'],
    cites: ['rfc10017-6.1.3.3'],
    words: {
      title: 'Alice opens a page of Mallory’s',
      caption: 'The page shows kittens, and has a form that goes to the application. It needs no click to be sent.',
    },
    reply: {
      title: 'A form with another address',
      caption: 'A form may be sent to any site. Its fields were written by Mallory.',
    },
  },
  {
    step: 'forged-form',
    phase: 'strike',
    from: 'browser',
    to: 'client',
    channel: 'front',
    line: 'POST /photos',
    move: 'submit-form',
    input: { form: 'bait' },
    expects: ['app-page'],
    cites: ['rfc10017-6.1.3.3'],
    words: {
      title: 'Her browser sends Mallory’s form',
      caption: 'The request goes to the application with Alice’s cookie, as every request there does.',
    },
    reply: {
      title: 'The application has answered',
      caption: 'Whether it took the form for its own page’s is seen in Alice’s photos.',
    },
  },
  { honest: 'resource-request', as: 'alice-looks', alone: true },
]

/** A-50g: RFC 10017, section 6.1.3.3. */
export const sessionForgery: Attack = {
  id: 'A-50g',
  slug: 'session-forgery',
  tier: 1,
  title: 'A form writes in Alice’s name',
  summary: 'A form on Mallory’s page is sent to the application by Alice’s browser, and her session lets it through.',
  attacker: 'Somebody with a web page that Alice visits.',
  defence:
    'The application acts only on requests with a header that its own page sends and no form can, or keeps its cookie at home.',
  cites: ['rfc10017-6.1.3.3', 'rfc10017-6.1.3.2'],
  oracle: 'writes-data',
  switches: { ownHeader: false },
  needs: ['client-keeps-session'],
  on: { 'authorization-code': { cases: [{ id: 'usual', title: 'The cookie goes with every request', script }] } },
}
