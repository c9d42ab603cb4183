import { describe, expect, test } from 'vitest'
import { ATTACKS, findPlan } from '@/lib/attacks'
import type { Preset } from '@/lib/oauth/policy'
import { originsOf } from '@/lib/server/origins'
import { attackFlow } from '@/machines/attacks/flow'
import { pastOf } from '@/machines/kit/steps'
import { recordedAttempt } from './attempt'
import { matrixHost } from './host'

/** Told without their secrets: the words are what is asked about. */
const NOBODY_LOOKS = { request: () => [], response: () => [] }

const host = await matrixHost('telling', (lab) =>
  originsOf({ appOrigin: 'http://localhost:3000', parties: 'ports' }, lab),
)

async function told(attack: string, grant: string, preset: Preset) {
  const plan = findPlan({ attack, grant })
  if (!plan) throw new Error(`${attack} is not made against ${grant}.`)
  const { lab, attempt } = await recordedAttempt(plan, host, { preset, policy: { ...plan.variant.policy } as never })
  const { machine, lesson } = await attackFlow(plan, { preset })
  return { attempt, steps: pastOf({ machine, lesson, exchanges: lab.exchanges, secrets: NOBODY_LOOKS }) }
}

describe('an attack is told as it went', () => {
  const all = ATTACKS.flatMap(({ slug, on }) => Object.keys(on).map((grant) => [slug, grant] as const))

  test.each(all)('%s on %s: every message has words that were meant for it', async (attack, grant) => {
    for (const preset of ['permissive', 'rfc6749', 'bcp'] as const) {
      const { steps } = await told(attack, grant, preset)
      const unforeseen = steps.filter(({ key }) => /^(unexpected-answer|outside-)/.test(key))
      expect(
        unforeseen
          .map(({ label, key, exchange }) => `${exchange?.step} ${exchange?.arrival} ${key} ${label}`)
          .join('; '),
        preset,
      ).toBe('')
    }
  })

  test('an answer that ends it names the rule of the check that refused, and its clauses', async () => {
    const { steps, attempt } = await told('code-interception', 'authorization-code', 'bcp')
    expect(attempt.refusal?.check).toBe('client-method-registered')
    expect(steps.at(-1)).toMatchObject({
      key: expect.stringMatching(/-stopped$/),
      cites: expect.arrayContaining(['rfc6749-3.2.1']),
      lesson: {
        title: 'The attack is stopped here',
        caption: expect.stringMatching(
          /^The auth server refuses, by this rule: “The client authenticates by the method it is registered for\.” It found: none ≠/,
        ),
      },
    })
  })

  test('requests that race are Mallory’s, each with its own answer', async () => {
    const { steps } = await told('code-race', 'authorization-code', 'bcp')
    const racing = steps.filter(({ key }) => key === 'alongside-request')
    expect(racing).toHaveLength(49)
    expect(racing.every(({ lesson }) => lesson.caption.startsWith('Mallory sends POST /token'))).toBe(true)
  })
})
