import { expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { assertFairPlay } from './fair-play'
import { toolsOf } from './tools'

const request = (code: string) => ({
  method: 'POST',
  url: 'http://localhost:3001/lab/token',
  headers: [['content-type', 'application/x-www-form-urlencoded']] as [string, string][],
  body: `grant_type=authorization_code&code=${code}`,
})

test('Mallory may not send a secret that never reached her, and may send it once it has leaked', async () => {
  const { lab, host } = await createTestLab({
    attack: { attack: 'code-of-another-client', grant: 'authorization-code' },
  })
  const secret = 'a-code-that-was-made-for-alice'
  lab.castSecrets.push({ kind: 'authorization_code', value: secret, madeBy: 'authorization-server' })
  expect(() => assertFairPlay(lab, request(secret))).toThrow(
    'Mallory cannot send this: the code in it has never reached her',
  )

  lab.browser = { ...lab.browser, history: [{ url: `http://localhost:3003/cb?code=${secret}`, title: '', at: 0 }] }
  await toolsOf(lab, host).leak('browser-history')
  expect(() => assertFairPlay(lab, request(secret))).not.toThrow()
})

test('her own secrets are hers to send', async () => {
  const { lab } = await createTestLab({ attack: { attack: 'code-of-another-client', grant: 'authorization-code' } })
  expect(() => assertFairPlay(lab, request(lab.attacker.app.client_secret))).not.toThrow()
})
