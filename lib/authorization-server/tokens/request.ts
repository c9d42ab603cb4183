import type { Parameters } from '@/lib/oauth/form'
import { intersectScope } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

/** The scope a token gets: what was asked for, within what was granted; all of that when nothing was asked for. */
export function narrowedScope(requested: string | null, granted: string, policy: AuthorizationServerPolicy): string {
  if (requested === null) return granted
  return policy.capScope ? intersectScope(requested, granted) : requested
}

/** Values of `resource`, which may repeat (RFC 8707, section 2). */
export function requestedResources(form: Parameters): string[] {
  return form.flatMap(([name, value]) => (name === 'resource' && value !== '' ? [value] : []))
}
