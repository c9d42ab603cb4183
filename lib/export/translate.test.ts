import { expect, test } from 'vitest'
import { recordFlow } from '@/lib/testing/recording'
import { disguised } from './run-file'
import { translation } from './translate'

const tokenRequest = ({
  exchanges,
}: {
  exchanges: Awaited<ReturnType<typeof recordFlow>>['recording']['exchanges']
}) => {
  const found = exchanges.find(({ step }) => step === 'token-request')
  if (!found) throw new Error('The run has no token request.')
  return found.request
}

test.each(['as it was recorded', 'disguised'])(
  'a message of one run, %s, is that of another run of the flow',
  async (how) => {
    const { recording: first } = await recordFlow('authorization-code', { seed: 'one class' })
    const { recording: other } = await recordFlow('authorization-code', { seed: 'another class' })
    const from = how === 'disguised' ? disguised(first) : first
    expect(tokenRequest(from)).not.toEqual(tokenRequest(other))
    expect(translation(from, other)(tokenRequest(from))).toEqual(tokenRequest(other))
  },
)

test('what the other run has not made yet stays as it is', async () => {
  const { recording: first } = await recordFlow('authorization-code', { seed: 'one class' })
  const { recording: other } = await recordFlow('authorization-code', { seed: 'another class', presses: 2 })
  const { url, body } = translation(first, other)(tokenRequest(first))
  expect(url).toBe(tokenRequest(first).url.replace(first.lab.id, other.lab.id))
  expect(body).toContain(
    first.exchanges.flatMap(({ secrets }) => secrets).find(({ kind }) => kind === 'authorization_code')?.value,
  )
})
