import { describe, expect, test } from 'vitest'
import { STORAGE_CHOICES, type StorageChoice } from '@/lib/oauth/browser-storage'
import type { StorageFindings } from '@/lib/wire/storage-evidence'
import { COLUMNS, laxByDefaultLeaked, thirdPartyKept, verdict } from './words'

const NOTHING = { withCookie: false, status: 401, landed: false }
const WROTE = { withCookie: true, status: 201, landed: true }

const found = (choice: string, changes: Partial<StorageFindings> = {}): StorageFindings => ({
  choice,
  photos: 6,
  survivesReload: true,
  read: null,
  offDevice: null,
  acted: { status: 201, landed: true },
  forged: { form: NOTHING, link: NOTHING, image: NOTHING },
  ...changes,
})

const READ = { read: { value: 'eyJ…abc', from: 'localStorage' }, offDevice: { photos: 6 } } as const
const cells = (findings: StorageFindings) => {
  const choice: StorageChoice = STORAGE_CHOICES.find(({ id }) => id === findings.choice) ?? STORAGE_CHOICES[0]
  return COLUMNS.map(({ cell }) => cell(findings, choice))
}

describe('cells', () => {
  test('a stolen token, a script at work, no cookie', () => {
    expect(cells(found('localStorage', READ)).map(({ tone, word }) => `${tone} ${word}`)).toEqual([
      'plain yes',
      'breach read',
      'breach used',
      'breach acted',
      'held nothing goes',
      'held refused',
    ])
  })

  test('what went along and what wrote is named by its way', () => {
    const [, , , , sent, wrote] = cells(found('cookie-lax', { forged: { form: NOTHING, link: WROTE, image: NOTHING } }))
    expect(sent).toEqual({ tone: 'risky', word: 'sent', detail: 'with link' })
    expect(wrote).toEqual({ tone: 'breach', word: 'wrote', detail: 'by link' })
  })

  test('a refusal names what was missing', () => {
    const refused = { withCookie: true, status: 403, landed: false }
    const forged = { form: refused, link: refused, image: NOTHING }
    expect(cells(found('session-header', { forged }))[5]?.detail).toBe('403, header missing, 401, no cookie with it')
    expect(cells(found('memory'))[5]?.detail).toBe('401, no token with it')
  })

  test('a token that the drive refused is not called unheld', () => {
    expect(cells(found('memory', { read: READ.read }))[2]?.detail).toBe('the drive refused it')
  })
})

describe('the verdict', () => {
  const forged = { form: WROTE, link: WROTE, image: WROTE }

  test('names who was read, who wrote, and who withstood both', () => {
    const sentences = verdict([found('localStorage', READ), found('session', { forged }), found('bff')], true)
    expect(sentences[0]).toBe(
      'The injected script read the token with 1 of 3: localStorage. Each of them opened Alice’s photos from the attacker’s own server.',
    )
    expect(sentences[1]).toContain('with all 3 while her page was open: no place for the token prevents that')
    expect(sentences[2]).toContain('another site, wrote into Alice’s drive with 1 of 3: Session, token on the server.')
    expect(sentences[3]).toBe('Neither the token nor a forged write was to be had with: Backend for frontend.')
  })

  test('says the contrary when the contrary was found', () => {
    const sentences = verdict([found('bff', { acted: null })], true)
    expect(sentences[0]).toBe('The injected script read no token.')
    expect(sentences[1]).toBe('It acted as Alice with 0 of 1 while her page was open.')
    expect(sentences[2]).toBe('No form, link or picture on the attacker’s page, another site, wrote anything.')
    expect(verdict([found('bff', { ...READ, forged })], true)[3]).toContain('No choice kept both')
  })

  test('does not speak of another site where there is none', () => {
    const all = [found('cookie', { forged })]
    expect(verdict(all, false).join(' ')).not.toContain('another site')
    expect(laxByDefaultLeaked(all, false)).toBe(false)
    expect(laxByDefaultLeaked(all, true)).toBe(true)
  })

  test('third-party cookies are mentioned only when one stayed behind', () => {
    const kept = found('cookie-none', { forged: { form: WROTE, link: WROTE, image: NOTHING } })
    expect(thirdPartyKept([kept], true)).toBe(true)
    expect(thirdPartyKept([found('cookie-none', { forged })], true)).toBe(false)
    expect(thirdPartyKept([found('bff')], true)).toBe(false)
  })
})
