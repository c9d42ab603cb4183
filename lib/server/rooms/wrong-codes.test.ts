import { expect, test } from 'vitest'
import { WrongCodes } from './wrong-codes'

test('who names a hundred wrong codes in a minute has to wait, and nobody else', () => {
  let now = 0
  const wrong = new WrongCodes(() => now)
  for (let count = 0; count < 99; count++) wrong.note('10.0.0.1')
  expect(wrong.tooMany('10.0.0.1')).toBe(false)
  wrong.note('10.0.0.1')
  expect(wrong.tooMany('10.0.0.1')).toBe(true)
  expect(wrong.tooMany('10.0.0.2')).toBe(false)
  now = 61_000
  expect(wrong.tooMany('10.0.0.1'), 'a minute later').toBe(false)
})

test('addresses are not remembered without end', () => {
  const wrong = new WrongCodes(() => 0)
  for (let count = 0; count < 100; count++) wrong.note('first')
  for (let count = 0; count < 10_000; count++) wrong.note(`other ${count}`)
  expect(wrong.tooMany('first'), 'the oldest one went').toBe(false)
})
