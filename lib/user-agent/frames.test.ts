import { describe, expect, test } from 'vitest'
import { header } from '@/lib/oauth/http'
import { newBrowser, openPage, settle } from './browser'
import { frameTarget } from './links'

const SERVER = 'http://localhost:3001/lab/authorize'
const EVIL = 'http://127.0.0.1:3004/lab/'

async function withCookies(...cookies: string[]) {
  const before = newBrowser()
  const headers = cookies.map((cookie): [string, string] => ['set-cookie', cookie])
  const request = await openPage(before, SERVER, { now: 1, typed: true })
  const { state } = await settle(before, request, { status: 204, headers, body: null }, { now: 1 })
  return { ...state, page: { url: EVIL, status: 200, html: '', referrerPolicy: 'no-referrer' as const } }
}

describe('a page in a frame of another site', () => {
  test('gets the cookies that say SameSite=None, and no others', async () => {
    const state = await withCookies(
      'lax=1; SameSite=Lax',
      'said=nothing',
      'strict=1; SameSite=Strict',
      'none=1; Secure; SameSite=None',
    )
    const framed = await openPage(state, SERVER, { now: 2, framedBy: EVIL })
    expect(header(framed, 'cookie')).toBe('none=1')
    expect(header(framed, 'sec-fetch-dest')).toBe('iframe')
    const link = await openPage(state, SERVER, { now: 2 })
    expect(header(link, 'cookie')?.split('; ').sort()).toEqual(['lax=1', 'none=1', 'said=nothing'])
  })

  test('stays far away, wherever inside the frame it was started from', async () => {
    const state = await withCookies('lax=1; SameSite=Lax')
    const inFrame = { ...state, page: { ...state.page, url: SERVER } }
    expect(header(await openPage(inFrame, SERVER, { now: 2 }), 'cookie')).toBe('lax=1')
    expect(header(await openPage(inFrame, SERVER, { now: 2, framedBy: EVIL }), 'cookie')).toBeNull()
  })
})

describe('what a frame shows', () => {
  const page = (html: string) => ({ page: { url: EVIL, status: 200, html, referrerPolicy: 'no-referrer' as const } })

  test('is the address in its src, read as HTML', () => {
    expect(frameTarget(page('<p>x<iframe src="/a?b=1&amp;c=2"></iframe>'))).toBe('http://127.0.0.1:3004/a?b=1&c=2')
  })

  test('is nothing where there is none', () => {
    expect(() => frameTarget(page('<p>x'))).toThrow(/no frame/)
    expect(() => frameTarget({ page: null })).toThrow(/no page/)
  })
})
