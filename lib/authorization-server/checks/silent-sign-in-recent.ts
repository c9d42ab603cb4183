import { type Check, passed, refused } from '@/lib/oauth/check'
import { duration } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import { loginRequired } from './silent-sign-in'

/** Times in milliseconds; `maxAge` in seconds. */
interface Input {
  authTime: number
  maxAge: number
  now: number
}

/** With a page she would be asked to sign in again; without one she cannot be. */
export const silentSignInRecent: Check<Input, AuthorizationServerPolicy> = {
  id: 'silent-sign-in-recent',
  rule: 'With prompt=none, the user signed in no longer ago than max_age.',
  cites: ['oidc-core-3.1.2.1', 'oidc-core-3.1.2.6'],
  reads: ['prompt', 'max_age', 'sessions.auth_time'],
  test({ authTime, maxAge, now }) {
    const saw = `signed in ${duration(now - authTime)} ago, max_age ${duration(maxAge * 1000)}`
    return isRecent({ authTime, maxAge, now }) ? passed(saw) : refused(loginRequired(), saw)
  },
}

/** `max_age=0` always asks for the password again (OpenID Connect Core, section 3.1.2.1). */
export function isRecent({ authTime, maxAge, now }: Input): boolean {
  return maxAge > 0 && now - authTime <= maxAge * 1000
}
