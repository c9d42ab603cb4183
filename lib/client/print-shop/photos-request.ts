import * as oauth from 'oauth4webapi'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Party } from '@/lib/oauth/parties'
import { RESOURCE_RESPONSE_CHECKS } from '../checks'
import { resourceResponseValid } from '../checks/resource-response-valid'
import { proofOption, takeNonce } from '../dpop'
import type { ClientMove } from '../moves/move'
import { readPhotos } from '../photos'
import { captureWith } from '../server'
import { APPLICATION } from './application'
import { currentOrder } from './orders'

/** Fetches the photos to print, with the token the shop got for this order. */
function photosRequest(from: Party): ClientMove {
  return {
    from,
    to: 'resource-server',

    async prepare(env) {
      const { access_token } = await currentOrder(env)
      if (!access_token) throw new Error('The print shop holds no token for the drive yet.')
      const url = new URL(`${env.origins.resource}/photos`)
      const headers = new Headers({ accept: 'application/json', 'user-agent': APPLICATION })
      const proof = await proofOption(env, env.origins.resource)
      return captureWith((customFetch) =>
        oauth.protectedResourceRequest(access_token, 'GET', url, headers, null, {
          ...proof,
          [oauth.allowInsecureRequests]: true,
          [oauth.customFetch]: customFetch,
        }),
      )
    },

    async settle(env, _who, _request, response) {
      if (await takeNonce(env, env.origins.resource, response)) return 'nonce-demanded'
      const { status } = response
      const body = await response.text()
      if (status >= 400) return 'refusal'
      try {
        await checklist(from, RESOURCE_RESPONSE_CHECKS, env).apply(resourceResponseValid, { status, body })
      } catch (error) {
        if (error instanceof OAuthError) return 'refusal'
        throw error
      }
      const { key } = await currentOrder(env)
      await env.store.update('print_orders', key, { photos: readPhotos(body)?.photos.length ?? 0 })
      return 'resource'
    },
  }
}

export const PRINT_PHOTOS_MOVES = {
  /** Called as an API by another application. */
  'print-photos-request': photosRequest('service'),
  /** On its own, without anybody who called. */
  'staff-photos-request': photosRequest('client'),
} as const satisfies Record<string, ClientMove>
