import type { Attack, Script, ScriptStep } from './attack'
import { postForm, toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

const TELEVISION = 'living-room-tv'
const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code'

/** The address that Mallory's codes came with, the code already in it (RFC 8628, section 3.3.1). */
function linkWithCode({ heard }: AttackTools): string {
  const answers = heard().map(({ response }) =>
    /"verification_uri_complete"\s*:\s*"([^"]+)"/.exec(response?.body ?? ''),
  )
  const link = answers.findLast((one) => one !== null)?.[1]
  if (!link) throw new EmptyHanded('Mallory was given no codes.')
  return link
}

/** How long Alice leaves the mail unread: longer than any preset has codes live. */
const FORTY_MINUTES = 2400

const script = (opens: Partial<ScriptStep> = {}): Script => [
  {
    step: 'codes-for-mallory',
    phase: 'trap',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'back',
    line: 'POST /device_authorization',
    move: {
      with: 'tool',
      send: ({ origins }) =>
        postForm(`${origins.issuer}/device_authorization`, { client_id: TELEVISION, scope: 'photos.read' }),
    },
    expects: ['confirmation'],
    cites: ['rfc8628-3.1', 'rfc8628-5.6'],
    words: {
      title: 'Mallory asks for codes, as a television',
      caption:
        'A television has no secret, so anybody can ask in its name. Mallory sits in front of no screen but her own.',
    },
    reply: {
      title: 'Two codes and a link',
      caption:
        'One code Mallory keeps, to fetch the token with. The other belongs on Alice’s screen, and the link has it in it.',
    },
  },
  {
    step: 'alice-opens-mail',
    phase: 'trap',
    from: 'browser',
    to: 'attacker',
    channel: 'front',
    line: 'GET /voucher',
    move: 'visit-attacker',
    input: { path: '/voucher' },
    human: 'opens a link from a mail',
    sets(tools) {
      tools.publish('/voucher', { status: 303, headers: [['location', linkWithCode(tools)]], body: '' })
    },
    expects: ['redirect-to-server'],
    cites: ['rfc8628-5.4'],
    words: {
      title: 'Alice opens a mail with a link',
      caption: '“Your photo drive has a voucher for you.” The link leads to the real auth server, by way of Mallory.',
    },
    reply: {
      title: 'The link leads to the real server',
      caption: 'Address and certificate are the auth server’s own. The code in it is the one that Mallory was given.',
    },
    ...opens,
  },
  {
    step: 'linked-code',
    phase: 'strike',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /device',
    move: 'follow-and-compare',
    expects: ['login-page', 'consent-page'],
    cites: ['rfc8628-3.3.1', 'rfc8628-5.4'],
    words: {
      title: 'The link brings the code along',
      caption:
        'If the page asks Alice to compare a code, she does: she only goes on when one of her own devices shows it.',
    },
    reply: {
      title: 'The server asks nothing about a code',
      caption: 'It takes the code from the address, and goes on to the login page. Alice sees what she sees every day.',
    },
  },
  { honest: 'sign-in', alone: true },
  {
    step: 'question-without-code',
    phase: 'strike',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /device',
    move: 'follow-and-compare',
    expects: ['consent-page'],
    cites: ['rfc8628-5.4', 'rfc10027-6.1'],
    words: {
      title: 'Alice is asked about a television',
      caption:
        'She has one in her living room, and wants her voucher. Nothing on this page says whose television it is.',
    },
  },
  { honest: 'device-decision', alone: true },
  {
    step: 'mallory-polls',
    phase: 'strike',
    ...toTokenEndpoint,
    move: {
      with: 'tool',
      send: ({ origins, need }) =>
        postForm(`${origins.issuer}/token`, {
          grant_type: DEVICE_CODE,
          client_id: TELEVISION,
          device_code: need('device_code', 'Mallory was given no device code.', 'answer'),
        }),
    },
    expects: ['tokens'],
    gains: 'access_token',
    cites: ['rfc8628-3.4', 'rfc8628-5.4'],
    words: {
      title: 'Mallory fetches the tokens',
      caption: 'Her device code is worth tokens now, because Alice said yes to the code that belongs to it.',
    },
    reply: {
      title: 'Mallory’s device is connected',
      caption: 'The server did all as it should: a device asked, a user said yes. They were not in the same room.',
    },
  },
  readsPhotos('answer'),
]

const opensLate: Partial<ScriptStep> = {
  after: FORTY_MINUTES,
  words: {
    title: 'Alice opens the mail forty minutes later',
    caption:
      'Mallory could not know when Alice reads her mail. A device that somebody sits before is not left waiting.',
  },
}

/** A-42: RFC 8628, section 5.4; RFC 10027, section 6.1. */
export const devicePhishing: Attack = {
  id: 'A-42',
  slug: 'device-phishing',
  tier: 1,
  title: 'Alice connects Mallory’s device',
  summary:
    'Mallory asks for device codes and sends Alice a link that has the code in it: Alice signs in, and Mallory gets the token.',
  attacker: 'Anybody who can send Alice a link. Alice is modelled: she goes on unless a page asks her to compare.',
  defence:
    'The page has the user compare the code with the device in front of her, also when a link brought it along; and codes end soon.',
  cites: ['rfc8628-5.4', 'rfc8628-3.3.1', 'rfc10027-6.1'],
  oracle: 'reads-data',
  switches: { confirmUserCode: false, deviceCodeLifetimeSeconds: 3600 },
  needs: ['device-codes-issued'],
  on: {
    device: {
      cases: [
        { id: 'usual', title: 'A link with the code in it', script: script() },
        {
          id: 'opened-late',
          title: 'The same, opened forty minutes later',
          policy: { confirmUserCode: false },
          script: script(opensLate),
        },
      ],
    },
  },
}
