import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, Script, ScriptStep, Variant } from './attack'
import { CONNECTED } from './connected'
import { A_MINUTE_LATER } from './oracles'
import { postForm, toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools, LeakChannel } from './tools'

/** Refreshes with the newest refresh token that has reached Mallory. */
async function refresh(
  { leak, need, origins }: AttackTools,
  clientId: string,
  channel?: LeakChannel,
): Promise<HttpRequest> {
  if (channel) await leak(channel)
  const refresh_token = need('refresh_token', 'No refresh token of Alice’s has reached Mallory.')
  return postForm(`${origins.issuer}/token`, { grant_type: 'refresh_token', refresh_token, client_id: clientId })
}

const refreshes = {
  ...toTokenEndpoint,
  expects: ['tokens'],
  cites: ['rfc6749-6', 'rfc9700-4.14.2'],
} as const

const first = (clientId: string, channel: LeakChannel): ScriptStep => ({
  ...refreshes,
  step: 'mallory-refreshes',
  phase: 'strike',
  move: { with: 'tool', send: (tools) => refresh(tools, clientId, channel) },
  gains: 'access_token',
  words: {
    title: 'Mallory refreshes with the stolen token',
    caption: 'Mallory uses the copied refresh token before Alice’s app needs it again.',
  },
  reply: {
    title: 'Mallory has fresh tokens',
    caption:
      'A refresh token that is good for whoever holds it is as good as Alice’s permission, for as long as it lives.',
  },
})

const second = (clientId: string): ScriptStep => ({
  ...refreshes,
  step: 'mallory-refreshes-again',
  phase: 'damage',
  move: { with: 'tool', send: (tools) => refresh(tools, clientId) },
  words: {
    title: 'Mallory refreshes once more',
    caption: 'Alice’s app has refreshed in the meantime. If nobody has noticed that there are two of them, this works.',
  },
  reply: { title: 'It goes on and on', caption: 'Two parties live on one permission, and the server has not noticed.' },
})

function against(connected: Script, clientId: string, channel: LeakChannel): Variant {
  const script: Script = [
    ...connected,
    first(clientId, channel),
    { honest: 'refresh-request', as: 'alice-refreshes', alone: true, regardless: true },
    second(clientId),
    { ...readsPhotos('answer'), step: A_MINUTE_LATER, after: 60 },
  ]
  return { cases: [{ id: 'mallory-first', title: 'Mallory is the first to refresh', script }] }
}

/** RFC 9700, section 4.14. */
export const stolenRefreshToken: Attack = {
  id: 'A-31',
  slug: 'stolen-refresh-token',
  tier: 1,
  title: 'A refresh token is copied',
  summary: 'Mallory copies a refresh token and goes on getting fresh tokens with it, unnoticed, beside Alice’s app.',
  attacker: 'A script in the app’s page, or somebody who gets a copy of the app’s store.',
  defence:
    'Each refresh token works once; when an old one comes back, the whole family is revoked. An app with a secret must also show it.',
  cites: ['rfc9700-4.14.2', 'rfc6749-10.4'],
  oracle: 'holds-live-token',
  switches: {
    rotateRefreshTokens: false,
    revokeOnRefreshReuse: false,
    clientAuthenticationRequired: false,
    useDpop: false,
    senderConstrained: 'bearer',
    passwordGrant: true,
  },
  needs: ['refresh-token-issued', 'user-data-read'],
  on: {
    'authorization-code': against(CONNECTED['authorization-code'], 'photo-editor', 'app-store-dump'),
    'authorization-code-browser': against(CONNECTED['authorization-code-browser'], 'photo-gallery', 'page-script'),
    password: against(CONNECTED.password, 'drive-desktop', 'app-store-dump'),
  },
}
