import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { recordFlow } from '@/lib/testing/recording'
import { CATALOGUE } from '@/machines/catalogue'
import { toCurlScript } from './curl-script'
import { namedSecrets } from './named-secrets'
import { scanForSecrets } from './scan'

async function scriptOf(flow: string, played: Parameters<typeof recordFlow>[1] = {}) {
  const { recording, entry } = await recordFlow(flow, played)
  const script = toCurlScript(recording, {
    title: entry.title,
    wishes: entry.lab(recording.options),
    messageOf: ({ seq, request }) => `${seq}: ${request.method}`,
  })
  return { recording, script }
}

describe.each(CATALOGUE.map(({ slug }) => slug))('%s', (flow) => {
  test('bash reads the script, and nothing live of the recorded lab is in it', async () => {
    const { recording, script } = await scriptOf(flow)
    const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(scanForSecrets(script, namedSecrets(recording))).toEqual([])
    expect(script).toContain('send ')
  })
})

test('what the browser’s script makes is made again, and its challenge from its verifier', async () => {
  const { script } = await scriptOf('authorization-code-browser')
  expect(script).toContain('verifier_1=$(random)')
  expect(script).toContain('challenge_1=$(s256 "$verifier_1")')
  expect(script).toMatch(/code_verifier='"\$verifier_1"/)
})

test('what an app without pages sends, the script sends for it; a real server sends its own', async () => {
  const { script: service } = await scriptOf('client-credentials')
  expect(service).toMatch(/-H 'authorization: Basic '"\$\(base64_of 'nightly%2Dbackup:'.*client_secret_\d/i)
  const { script: editor } = await scriptOf('authorization-code')
  expect(editor).toContain('The app, a real server, sends this by itself.')
  expect(editor).not.toContain('client_secret_1')
})

test('a message signed with a key only the app holds is left out, and says so', async () => {
  const { script } = await scriptOf('client-credentials', { options: { auth: 'private_key_jwt' } })
  expect(script).toMatch(/Not sent again: it carries what nobody tells this script \(assertion_1\)/)
})
