import { describe, expect, test } from 'vitest'
import { injectedComment, OWN_HEADER, STORAGE_CHOICES, STORAGE_LAB_PATH } from '@/lib/oauth/browser-storage'
import { createTestLab, type TestLab } from '@/lib/testing/lab'
import { connected } from '@/machines/kit/connected'

const SET_BY_SERVER = STORAGE_CHOICES.filter(({ attributes }: { attributes: readonly string[] }) =>
  attributes.includes('HttpOnly'),
)

/** The server behind the page, in a lab with its real parties. */
async function openLab() {
  const lab = await createTestLab({ moves: connected })
  const made = lab.lab.exchanges.flatMap(({ secrets }) => secrets)
  const session = made.findLast(({ kind, madeBy }) => kind === 'session_cookie' && madeBy === 'client')
  return { lab, session: session?.value ?? '' }
}

const urlOf = ({ lab }: TestLab, path: string) => `${lab.origins.client}${STORAGE_LAB_PATH}/${path}`

function signIn(
  lab: TestLab,
  choice: string,
  session: string,
  headers: Record<string, string> = { [OWN_HEADER]: '1' },
) {
  return lab.fetch(urlOf(lab, `${choice}/sign-in`), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ session }),
  })
}

const titles = async (lab: TestLab, choice: string, cookie: string) => {
  const answer = await lab.fetch(urlOf(lab, `${choice}/photos`), { headers: { cookie, [OWN_HEADER]: '1' } })
  const { photos } = (await answer.json()) as { photos: { title: string }[] }
  return photos.map(({ title }) => title)
}

describe('the cookie of each choice', () => {
  test.each(SET_BY_SERVER)(
    '$name: exactly its flags, below its own path, and no token for the page',
    async (choice) => {
      const { lab, session } = await openLab()
      const answer = await signIn(lab, choice.id, session)
      expect(await answer.json()).toEqual({ access_token: null })
      const [pair, path, ...flags] = (answer.headers.getSetCookie()[0] ?? '').split('; ')
      expect(pair).toMatch(choice.keeps === 'session' ? /^client_session=[\w-]{43}$/ : /^access_token=[\w.-]+$/)
      expect(path).toBe(`Path=${new URL(urlOf(lab, choice.id)).pathname}/`)
      expect(flags).toEqual(choice.attributes)
      expect(await titles(lab, choice.id, pair ?? '')).toHaveLength(6)
    },
  )

  test('no session’s cookie holds a token', async () => {
    const { lab, session } = await openLab()
    const cookie = (await signIn(lab, 'bff', session)).headers.get('set-cookie')
    const tokens = lab.lab.exchanges.flatMap(({ secrets }) => secrets).filter(({ kind }) => kind.endsWith('_token'))
    expect(tokens.length).toBeGreaterThan(2)
    for (const { value } of tokens) expect(cookie).not.toContain(value)
  })
})

describe('signing in', () => {
  test('each time the page gets a fresh token, which the drive takes', async () => {
    const { lab, session } = await openLab()
    const first = await (await signIn(lab, 'memory', session)).json()
    const second = await (await signIn(lab, 'localStorage', session)).json()
    expect(first.access_token).not.toBe(second.access_token)
    const headers = { authorization: `Bearer ${first.access_token}` }
    expect((await lab.fetch(`${lab.lab.origins.resource}/photos`, { headers })).status).toBe(200)
  })

  test('needs a live session, and the header of the application’s own page', async () => {
    const { lab, session } = await openLab()
    expect((await signIn(lab, 'memory', 'guessed')).status).toBe(401)
    const foreign = await signIn(lab, 'memory', session, {})
    expect(foreign.status).toBe(403)
    expect(await foreign.text()).not.toContain('access_token')
  })
})

describe('a form of somebody else’s', () => {
  const forged = (lab: TestLab, choice: string, cookie: string, title: string) =>
    lab.fetch(urlOf(lab, `${choice}/photos`), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1:3004' },
      body: new URLSearchParams({ title }),
    })
  const cookieOf = async (lab: TestLab, choice: string, session: string) =>
    (await signIn(lab, choice, session)).headers.get('set-cookie')?.split(';')[0] ?? ''

  test('writes where the cookie is enough', async () => {
    const { lab, session } = await openLab()
    const cookie = await cookieOf(lab, 'session', session)
    expect((await forged(lab, 'session', cookie, 'Forged')).status).toBe(201)
    expect(await titles(lab, 'session', cookie)).toContain('Forged')
    const link = `${urlOf(lab, 'session/add')}?title=Linked`
    expect((await lab.fetch(link, { headers: { cookie } })).status).toBe(201)
    expect(await titles(lab, 'session', cookie)).toContain('Linked')
  })

  test.each(['session-header', 'bff'])(
    '%s: is refused with 403 for want of the header, and writes nothing',
    async (choice) => {
      const { lab, session } = await openLab()
      const cookie = await cookieOf(lab, choice, session)
      expect((await forged(lab, choice, cookie, 'Forged')).status).toBe(403)
      const [exchange] = lab.lab.exchanges.slice(-1)
      expect(exchange?.checks.find(({ id }) => id === 'frontend.own-header')).toMatchObject({ verdict: 'failed' })
      const link = `${urlOf(lab, `${choice}/add`)}?title=Linked`
      expect((await lab.fetch(link, { headers: { cookie } })).status).toBe(403)
      const kept = await titles(lab, choice, cookie)
      expect(kept).not.toContain('Forged')
      expect(kept).not.toContain('Linked')
    },
  )

  test('without a cookie there is nobody to write for', async () => {
    const { lab } = await openLab()
    expect((await forged(lab, 'cookie-strict', '', 'Forged')).status).toBe(401)
  })
})

describe('the page', () => {
  test('may be framed by the app alone, and lets through one script besides its own', async () => {
    const { lab } = await openLab()
    const answer = await lab.fetch(urlOf(lab, 'memory/'))
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`frame-ancestors ${lab.lab.origins.app}`)
    expect(policy).toMatch(
      new RegExp(`script-src 'self' ${lab.lab.origins.attacker}/plunder\\.js 'unsafe-hashes' 'sha256-[^']+';`),
    )
    expect(policy).not.toContain('unsafe-inline')
    expect(await answer.text()).not.toContain(injectedComment(lab.lab.origins.attacker))
  })
})
