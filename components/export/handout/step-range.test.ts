import { expect, test } from 'vitest'
import { stepRange } from './step-range'

test.each([
  ['', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['1,6-8', [1, 6, 7, 8]],
  [' 8 , 2 - 3, 8', [2, 3, 8]],
  ['4–5', [4, 5]],
])('“%s”', (text, numbers) => {
  expect(stepRange(text, 9)).toEqual({ numbers })
})

test.each([
  ['first', '“first” is no step. Write numbers and ranges, such as 1,6-8.'],
  ['1,,2', '“” is no step. Write numbers and ranges, such as 1,6-8.'],
  ['0', 'This run has the steps 1 to 9. Write numbers and ranges within it, such as 1,2-9.'],
  ['7-12', 'This run has the steps 1 to 9. Write numbers and ranges within it, such as 1,2-9.'],
  ['8-6', 'This run has the steps 1 to 9. Write numbers and ranges within it, such as 1,2-9.'],
])('“%s” gets a sentence', (text, error) => {
  expect(stepRange(text, 9)).toEqual({ error })
})
