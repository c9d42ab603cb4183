import { type Check, passed, refused } from '@/lib/oauth/check'
import { duration } from '@/lib/oauth/duration'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** `interval` is what the device had to wait, in seconds; `waited` what it did, in milliseconds; null on its first poll. */
type Input = { waited: number | null; interval: number; longer: number }

/** A million televisions that ask as fast as they can are an attack, even when nobody means it as one. */
export const devicePolledSlowly: Check<Input, AuthorizationServerPolicy> = {
  id: 'device-polled-slowly',
  rule: 'The device waits for the interval between two polls.',
  cites: ['rfc8628-3.5'],
  reads: ['device_codes.last_polled_at', 'device_codes.interval'],
  test({ waited, interval, longer }) {
    if (waited === null) return passed('the first poll')
    if (waited >= interval * 1000) return passed(`waited ${duration(waited)} ≥ ${interval} s`)
    return refused(
      new OAuthError({
        code: 'slow_down',
        description: `Wait ${longer} seconds between two polls from now on.`,
        cites: this.cites,
        hint: `Each poll that comes too early makes the interval 5 seconds longer: it is ${longer} s now.`,
      }),
      `waited ${duration(waited)} < ${interval} s`,
    )
  },
}
