import type { HttpRequest } from '@/lib/oauth/http'
import { SECRET_KINDS } from '@/lib/oauth/secrets'
import { messageValues } from '@/lib/wire/secrets'
import type { Lab } from '../lab'
import { LabRefusal } from '../refusal'
import { malloryKnows } from './knowledge'

/**
 * The fair-play rule: what Mallory sends carries no live secret that has not reached her. An attack that breaks it is
 * a bug of ours, and its run counts for nothing.
 *
 * @throws LabRefusal 409 naming the kind of the secret
 */
export function assertFairPlay(lab: Lab, request: HttpRequest): void {
  const secrets = [...lab.castSecrets, ...lab.exchanges.flatMap((exchange) => exchange.secrets)].filter(
    ({ kind, madeBy }) => SECRET_KINDS[kind].power && madeBy !== 'attacker',
  )
  const knows = malloryKnows(lab)
  const carried = messageValues({ request, response: null }, 'request')
  const stranger = secrets.find(({ value }) => carried.has(value) && !knows(value))
  if (!stranger) return
  const { label } = SECRET_KINDS[stranger.kind]
  throw new LabRefusal(
    409,
    `Mallory cannot send this: the ${label} in it has never reached her. An attacker only uses what leaked.`,
  )
}
