import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newRoomCode, readRoomCode } from './code'

test('codes are six letters that nobody confuses, and do not repeat', () => {
  const codes = Array.from({ length: 2000 }, () => newRoomCode(randomBytes))
  for (const code of codes) expect(code).toMatch(/^[BCDFGHJKMNPQRTVWXZ]{6}$/)
  expect(new Set(codes).size).toBe(codes.length)
})

test('a code is read as people type it', () => {
  expect(readRoomCode(' bcd-fgh ')).toBe('BCDFGH')
  expect(readRoomCode('bcd fgh')).toBe('BCDFGH')
  expect(readRoomCode('BCDFG')).toBeNull()
  expect(readRoomCode('BCDFGO')).toBeNull()
  expect(readRoomCode('')).toBeNull()
})
