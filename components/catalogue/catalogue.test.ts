import { describe, expect, test } from 'vitest'
import { keyRings } from '@/components/diagram/key-ring'
import { PARTIES } from '@/lib/oauth/parties'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { EVERY_GRANT } from '@/machines/every-grant'
import type { LoadedGrant } from '@/machines/kit/entry'
import { has, onTheWire } from '@/machines/kit/reading'
import { rehearse } from '@/machines/kit/rehearsal'
import { projectSteps } from '@/machines/kit/steps'

const POWERFUL = (Object.keys(SECRET_KINDS) as SecretKind[]).filter((kind) => SECRET_KINDS[kind].power)

const inOrder = (kinds: readonly SecretKind[]) => POWERFUL.filter((one) => kinds.includes(one))

/** What the catalogue says of each grant, held against the real parties. */
describe.each(EVERY_GRANT.map((entry) => [entry.slug, entry] as const))('%s', (_, entry) => {
  test('Next alone reaches what the grant is for, and who holds what is as the catalogue says', async () => {
    const { steps, failures } = await playedToTheEnd(entry)
    expect(failures).toEqual([])
    const rings = keyRings(steps, steps.length)
    const held = PARTIES.flatMap((party) => {
      const kinds = POWERFUL.filter((one) => rings[party].some(({ kind }) => kind === one))
      return kinds.length > 0 ? [[party, kinds] as const] : []
    })
    const said = Object.entries(entry.holds ?? {}).map(([party, kinds]) => [party, inOrder(kinds)])
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(held))
  })

  test('stands in a group', () => {
    expect(entry.group).toBeDefined()
  })
})

async function playedToTheEnd({ machine, lesson, lab: wishes }: LoadedGrant) {
  const lab = await createTestLab(wishes())
  const run = rehearse(machine, lab)
  for (let moves = 0; !has(run.snapshot(), 'done'); moves += 1) {
    if (moves > 40) throw new Error(`The machine stands at ${run.state()} and is never done.`)
    await run.move()
  }
  const { exchanges } = lab.lab
  const known = [...lab.lab.castSecrets, ...exchanges.flatMap(({ secrets }) => secrets)]
  const steps = projectSteps({
    machine,
    lesson,
    exchanges,
    onTheWire: onTheWire(run.snapshot()),
    snapshot: run.snapshot(),
    secrets: {
      request: (exchange) => carriedByRequest(exchange, known),
      response: (exchange) => carriedByResponse(exchange, known),
    },
  })
  return { steps, failures: lab.failures }
}
