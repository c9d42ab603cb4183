import { expect, test } from 'vitest'
import { createTestLab, type TestLab } from '@/lib/testing/lab'
import { exposureOf, seenBy } from '@/lib/wire/exposure'

/** Alice types into the app's own sign-in page, as in a browser tab. */
async function signIn(lab: TestLab, password = 'wonderland') {
  const page = await lab.fetch(`${lab.created.app}/desktop/`)
  expect(await page.text()).toContain('<body data-page="login">')
  const posted = await lab.fetch(`${lab.created.app}/desktop/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username: 'alice', password }),
  })
  expect(posted.status).toBe(303)
  const cookie = posted.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const shown = await lab.fetch(posted.headers.get('location') ?? '', { headers: { cookie } })
  return { posted, shown, text: await shown.text() }
}

const kept = async ({ lab, host }: TestLab) => {
  const store = lab.backends.client.open({ lab: lab.id, now: host.wallClock, report: () => {} })
  return store.dump()
}

test('MUST discard the credentials once an access token was obtained; that it saw them stays on record', async () => {
  const lab = await createTestLab({ policy: { preset: 'rfc6749' } })
  const { shown, text } = await signIn(lab)
  expect(shown.status).toBe(200)
  expect(text).toContain('Photos of alice')
  const { sign_ins, tokens } = await kept(lab)
  expect(sign_ins[0]).toMatchObject({ username: 'alice', password: null, error: null })
  expect(tokens[0]).toMatchObject({ user_name: 'alice', refresh_token: expect.any(String) })
  expect(JSON.stringify(await kept(lab))).not.toContain('wonderland')
  const seen = seenBy(exposureOf(lab.lab.exchanges, lab.lab.castSecrets), 'client', 'password')
  expect(seen?.sightings.at(0)?.value).toBe('wonderland')
  expect(lab.failures).toEqual([])
})

test('a wrong password is asked for again, without saying which of the two was wrong', async () => {
  const lab = await createTestLab({ policy: { preset: 'rfc6749' } })
  const { text } = await signIn(lab, 'looking-glass')
  expect(text).toContain('<body data-page="login">')
  expect(text).toContain('Username and password do not match.')
  expect(JSON.stringify(await kept(lab))).not.toContain('looking-glass')
})

test.each(['bcp', 'oauth21'])('under %s the app says that it cannot sign her in', async (preset) => {
  const lab = await createTestLab({ policy: { preset } })
  const { text } = await signIn(lab)
  expect(text).toContain('<body data-page="error">')
  expect(text).toContain('unsupported_grant_type')
  expect((await kept(lab)).tokens).toEqual([])
})

test('its session is its own: the photo editor does not take it for one', async () => {
  const lab = await createTestLab({ policy: { preset: 'rfc6749' } })
  const { posted } = await signIn(lab)
  const [cookie = ''] = posted.headers.getSetCookie()
  expect(cookie).toMatch(/Path=\/client\/[^;/]+\/desktop;/)
  const stolen = { cookie: cookie.split(';')[0] ?? '' }
  const photos = await lab.fetch(`${lab.created.app}/photos`, { headers: stolen, redirect: 'manual' })
  expect(photos.status).toBe(303)
  const out = await lab.fetch(`${lab.created.app}/desktop/sign-out`, { method: 'POST', headers: stolen })
  expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0; Path=\/client\/[^;/]+\/desktop;/)
  expect((await kept(lab)).tokens).toEqual([])
})
