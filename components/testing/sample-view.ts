import type { PlayerView } from '@/components/player/player-view'
import type { Party } from '@/lib/oauth/parties'
import type { Chart } from '@/machines/kit/chart'
import { PARTY_NAMES } from '@/machines/kit/party-names'
import { CLIENT, ISSUER, LAB, NOW, RESOURCE } from './sample-exchanges'
import { samplePlaces, sampleScreen } from './sample-places'
import { sampleSteps } from './sample-steps'

/** Who takes part in the authorization code grant. */
export const SAMPLE_LANES: readonly Party[] = ['user', 'browser', 'client', 'authorization-server', 'resource-server']

interface SampleOptions {
  head?: number
  cursor?: number
  /** The token request was changed on the way, and refused: 14 steps. */
  refused?: boolean
  options?: Readonly<Record<string, string>>
}

/** A player in the middle of the authorization code grant, for working on components without a lab. */
export function sampleView({
  head = 14,
  cursor = head,
  refused = false,
  options = {},
}: SampleOptions = {}): PlayerView {
  const steps = sampleSteps(head, refused)
  const upcoming = steps[cursor]
  const screen = sampleScreen(cursor)
  const live = cursor === head
  return {
    flow: 'authorization-code',
    title: 'Authorization code',
    summary: 'An app gets access to a user’s photos without ever seeing her password.',
    parties: PARTY_NAMES,
    lanes: SAMPLE_LANES,
    lab: {
      id: LAB,
      issuer: ISSUER,
      resource: RESOURCE,
      app: CLIENT,
      attacker: 'http://127.0.0.1:3004/lab',
      clients: [
        {
          client_id: 'photo-editor',
          client_name: 'Photo Editor',
          client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
          redirect_uris: [`${CLIENT}/callback`],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          token_endpoint_auth_method: 'client_secret_basic',
          scope: 'photos.read photos.write',
        },
      ],
      users: [{ username: 'alice', password: 'wonderland', name: 'Alice Liddell' }],
      policy: { preset: 'bcp' },
      checksOff: [],
      tokenStore: 'sqlite',
      clientStore: 'sqlite',
      clock: { now: NOW + cursor * 1000, advanced: 0 },
      head: Math.ceil(head / 2),
    },
    steps,
    head,
    cursor,
    current: steps[cursor - 1] ?? null,
    live,
    acting: live ? 'here' : 'fork',
    branches: [{ id: 1, name: 'First run', step: null, live: true, shown: true }],
    onTheWire: steps[cursor - 1]?.kind === 'request',
    next: {
      label: upcoming
        ? `Next: ${PARTY_NAMES[upcoming.from].short} → ${PARTY_NAMES[upcoming.to].short}, ${upcoming.label}`
        : 'Next: nothing left to do',
      enabled: upcoming !== undefined,
      waitingFor: null,
    },
    places: samplePlaces(cursor),
    placesBefore: samplePlaces(cursor - 1),
    castSecrets: [{ kind: 'password', value: 'wonderland', madeBy: 'user' }],
    timeline: [],
    after: null,
    screen,
    devices: [],
    account: { username: 'alice', password: 'wonderland' },
    userActs: live && (cursor === 4 || cursor === 8),
    chart: sampleChart(cursor),
    events: live && cursor >= 18 ? [{ type: 'learner.refresh', label: 'Refresh the token' }] : [],
    failure: null,
    options: [
      {
        name: 'pkce',
        label: 'PKCE',
        value: options.pkce ?? 'on',
        choices: [
          { value: 'on', label: 'On' },
          { value: 'off', label: 'Off' },
          { value: 'required', label: 'Required' },
        ],
      },
      {
        name: 'token',
        label: 'Token format',
        value: options.token ?? 'jwt',
        choices: [
          { value: 'jwt', label: 'JWT' },
          { value: 'opaque', label: 'Opaque' },
        ],
      },
    ],
  }
}

function sampleChart(cursor: number): Chart {
  const states: [path: string, title: string, kind: 'move' | 'rest' | 'final', from: number, until: number][] = [
    ['atStart', 'Nobody has asked yet', 'rest', 0, 1],
    ['openingApp', 'connect-request', 'move', 1, 3],
    ['openingAuthorize', 'authorization-request', 'move', 3, 4],
    ['atLoginPage', 'Alice sees the login page', 'rest', 4, 5],
    ['signingIn', 'login-request', 'move', 5, 7],
    ['atConsentPage', 'Alice sees the consent page', 'rest', 8, 9],
    ['deciding', 'consent-request', 'move', 9, 11],
    ['returning', 'callback-request', 'move', 11, 12],
    ['holdingCode', 'The app holds the code', 'rest', 12, 13],
    ['exchangingCode', 'token-request', 'move', 13, 14],
    ['holdingTokens', 'The app holds tokens', 'rest', 14, 15],
    ['usingToken', 'resource-request', 'move', 15, 17],
    ['done', 'Alice sees her photos', 'rest', 18, 99],
  ]
  return {
    id: 'authorization-code',
    states: states.map(([path, title, kind, from, until], at) => {
      const current = cursor >= from && cursor < until
      return {
        path,
        title,
        kind,
        tags: [kind === 'move' ? 'busy' : 'rest'],
        current,
        visited: cursor >= from,
        transitions: (states[at + 1] ? [states[at + 1]] : []).flatMap((following) =>
          following
            ? [
                {
                  event: kind === 'move' ? 'answer' : 'learner.next',
                  guard: kind === 'move' ? 'accepted' : null,
                  target: following[0],
                  possible: current && kind === 'rest',
                },
              ]
            : [],
        ),
      }
    }),
  }
}
