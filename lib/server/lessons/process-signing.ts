import 'server-only'
import { world } from '../world'
import { completionKey, type Signing, signingWith } from './signing'

/** Route handlers load separate copies of a module: the key is read once and pinned here. */
const pinned = globalThis as typeof globalThis & { grantLabSigning?: Signing }

export function processSigning(): Signing {
  pinned.grantLabSigning ??= signingWith(completionKey(world().config))
  return pinned.grantLabSigning
}
