import { describe, expect, test } from 'vitest'
import { CLIENT_ORIGINS, type ClientOptions, testClient } from '@/lib/testing/client'

const { client: base, issuer, resource } = CLIENT_ORIGINS

/** The editor with accounts, before a drive whose user can be changed. */
async function editor(options: ClientOptions = {}) {
  let owner = 'alice'
  const photos = () => [{ id: owner, title: `Diary of ${owner}`, size: '4x3', bytes: 1 }]
  const answers = { [`GET ${resource}/photos`]: () => Response.json({ owner, photos: photos() }) }
  const client = await testClient({ ...options, policy: { accounts: true, ...options.policy }, answers })
  return { ...client, driveOf: (name: string) => (owner = name) }
}

type Editor = Awaited<ReturnType<typeof editor>>

/** What the user of this browser sees after connecting the drive of `owner`. */
async function connect({ driveOf }: Editor, browser: ReturnType<Editor['browser']>, owner: string): Promise<string> {
  driveOf(owner)
  await browser.connect()
  return (await browser.open('/photos')).text()
}

/** Presses the link, and comes back with the answer to it. */
async function linkDrive({ driveOf }: Editor, browser: ReturnType<Editor['browser']>, owner: string) {
  driveOf(owner)
  const asked = new URL((await browser.open('/link')).headers.get('location') ?? '')
  const answer = new URLSearchParams({ code: 'code-2', iss: issuer })
  const state = asked.searchParams.get('state')
  if (state) answer.set('state', state)
  return { asked, answer: await browser.open(`/link/callback?${answer}`) }
}

describe('linking one more drive', () => {
  test('asks with state and PKCE, and takes the answer at an address of its own', async () => {
    const client = await editor()
    const browser = client.browser()
    await connect(client, browser, 'alice')
    const { asked, answer } = await linkDrive(client, browser, 'alices-second-drive')
    expect(asked.searchParams.get('redirect_uri')).toBe(`${base}/link/callback`)
    expect(asked.searchParams.get('state')).not.toBeNull()
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
    expect(answer.headers.get('location')).toBe(`${base}/photos`)
    expect(client.sent.at(-1)?.body).toContain(`redirect_uri=${encodeURIComponent(`${base}/link/callback`)}`)
  })

  test('shows both drives, and opens the account to whoever connects either', async () => {
    const client = await editor()
    const browser = client.browser()
    await connect(client, browser, 'alice')
    await linkDrive(client, browser, 'second')
    const page = await (await browser.open('/photos')).text()
    expect(page).toContain('Diary of second')
    expect(page).toContain('Diary of alice')
    expect(await connect(client, client.browser(), 'second')).toContain('Diary of alice')
  })

  test('leaves a drive alone that another account has', async () => {
    const client = await editor()
    await connect(client, client.browser(), 'bob')
    const browser = client.browser()
    await connect(client, browser, 'alice')
    await linkDrive(client, browser, 'bob')
    expect(await connect(client, client.browser(), 'bob')).not.toContain('Diary of alice')
  })

  test('is not for strangers, and not there without accounts', async () => {
    const client = await editor()
    expect((await client.browser().open('/link')).headers.get('location')).toBe(`${base}/`)
    expect((await client.browser().open('/link/callback?code=x')).headers.get('location')).toBe(`${base}/`)
    const without = await editor({ policy: { accounts: false } })
    const browser = without.browser()
    expect(await connect(without, browser, 'alice')).not.toContain('/link')
    expect((await browser.open('/link')).headers.get('location')).toBe(`${base}/`)
    expect((await without.store.dump()).memberships).toEqual([])
  })
})

describe('an answer that this session has not asked for', () => {
  test('MUST be refused before anything is sent anywhere', async () => {
    const client = await editor()
    const browser = client.browser()
    await connect(client, browser, 'alice')
    const before = client.sent.length
    const answer = await browser.open('/link/callback?code=mallorys&state=mallorys')
    expect(answer.status).toBe(400)
    expect(client.sent).toHaveLength(before)
  })

  test('the learner sees an application that does not check state link the drive of a stranger', async () => {
    const client = await editor({ policy: { checkState: false, checkIssuer: false, usePkce: false } })
    const browser = client.browser()
    await connect(client, browser, 'alice')
    client.driveOf('mallory')
    const answer = await browser.open('/link/callback?code=mallorys')
    await browser.open(new URL(answer.headers.get('location') ?? '').pathname.replace('/client/test', ''))
    expect(await connect(client, client.browser(), 'mallory')).toContain('Diary of alice')
  })
})
