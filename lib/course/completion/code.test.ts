import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CODE_LIMIT, readCode, type Signer, splitCodes, writeCode } from './code'
import type { Completion } from './completion'

const signer = (key: string): Signer => ({
  keyId: createHmac('sha256', key).update('id').digest().subarray(0, 2),
  sign: (bytes) => createHmac('sha256', key).update(bytes).digest(),
})
const OURS = signer('ours')

const DONE: Completion = {
  name: 'Zoë Müller',
  lesson: 'AbCdEf123_-x',
  title: 'Why PKCE',
  label: 'Web security, group 2',
  at: 1_795_000_000,
  predictions: { right: 3, asked: 4, graded: true },
  tasks: { done: 2, of: 2, graded: 1 },
}
const CODE = writeCode(DONE, OURS)

test('a code says what was done, and fits a field of a course page', () => {
  expect(CODE.length).toBeLessThanOrEqual(CODE_LIMIT)
  expect(CODE).toMatch(/^GL1\.[A-Za-z0-9_-]+$/)
  expect(readCode(CODE, OURS)).toEqual({ code: CODE, completion: DONE })
  const long = { ...DONE, name: 'ü'.repeat(36), label: 'x'.repeat(30), title: 'A very long title. '.repeat(20) }
  const code = writeCode(long, OURS)
  expect(code.length).toBeLessThanOrEqual(CODE_LIMIT)
  expect(readCode(code, OURS)).toMatchObject({ completion: { name: long.name, title: expect.stringMatching(/…$/) } })
})

describe('a code that is not what was signed', () => {
  test('any other letter is seen', () => {
    for (let at = 4; at < CODE.length; at++) {
      const other = CODE[at] === 'A' ? 'Q' : 'A'
      const changed = CODE.slice(0, at) + other + CODE.slice(at + 1)
      expect(readCode(changed, OURS), `letter ${at}`).not.toHaveProperty('completion')
    }
    expect(readCode(`${CODE.slice(0, 60)}x${CODE.slice(61)}`, OURS)).toMatchObject({ fault: 'changed' })
  })

  test('its end is missing', () => {
    for (let length = 7; length < CODE.length; length++) {
      expect(readCode(CODE.slice(0, length), OURS), `${length} letters`).toMatchObject({ fault: 'cut-off' })
    }
  })

  test('another server signed it', () => {
    expect(readCode(writeCode(DONE, signer('theirs')), OURS)).toMatchObject({ fault: 'other-server' })
  })

  test('it is something else', () => {
    for (const text of ['', 'GL1.', 'GL1.=', 'hello', 'GL1.AAAA']) {
      expect(readCode(text, OURS), text).toHaveProperty('fault')
    }
  })
})

describe('codes are found in what is pasted', () => {
  const read = (pasted: string) => splitCodes(pasted).map((code) => readCode(code, OURS))
  const valid = { code: CODE, completion: DONE }

  test.each([
    ['wrapped by a mail client', CODE.replace(/.{60}/g, '$&\r\n')],
    ['quoted in an answer', CODE.replace(/.{50}/g, '$&\n> ')],
    ['quoted-printable', CODE.replace(/.{70}/g, '$&=\n')],
    ['with spaces and zero-width ones', ` ${CODE.replace(/.{40}/g, '$& \u200B')} `],
    ['in a table', `Müller, Zoë;${CODE};12.03.`],
    ['with a word after it', `${CODE}\nBest wishes, Zoë`],
  ])('%s', (_, pasted) => {
    expect(read(pasted)).toEqual([valid])
  })

  test('a class list', () => {
    const other = writeCode({ ...DONE, name: 'Bob' }, OURS)
    expect(read(`1 ${CODE}\n2 ${other}\n3 nothing\n`)).toEqual([valid, readCode(other, OURS)])
    expect(read('nothing at all')).toEqual([])
  })
})
