import { expect, test } from 'vitest'
import { loadedGrant } from '@/machines/every-grant'
import { embedPath, embedSnippet, readEmbed } from './embed-link'

const entry = loadedGrant('authorization-code')

const read = (path: string) => readEmbed(entry, Object.fromEntries(new URLSearchParams(path.split('?')[1])))

test.each([
  ['?step=token-request&lock=step', true, null],
  ['?step=token-request', false, null],
  ['?lock=step', false, 'names none'],
  ['?step=&lock=step', false, 'names none'],
  ['?step=token-request&lock=all', false, 'lock “all”'],
  ['?step=x&lock=step&view=moon', true, 'view “moon”'],
])('%s is locked: %s', (path, locked, told) => {
  const spot = read(path)
  expect(spot.locked).toBe(locked)
  if (told === null) expect(spot.notice).toBeNull()
  else expect(spot.notice).toContain(told)
})

test.each([true, false])('an address leads where it was made (locked: %s)', (locked) => {
  const { notice, ...spot } = read('?pkce=off&step=token-request&tab=checks&view=map&theme=dark')
  const path = embedPath(entry, spot, locked)
  expect(path).toMatch(/^\/embed\/authorization-code\?/)
  expect(read(path)).toEqual({ ...spot, locked, notice })
})

test('the HTML holds the address and the title as text, whatever they contain', () => {
  const html = embedSnippet('https://lab.example/embed/x?a=1&lt=2"', 'A "title" <b>')
  expect(html).toContain('src="https://lab.example/embed/x?a=1&amp;lt=2&quot;"')
  expect(html).toContain('title="A &quot;title&quot; &lt;b&gt;"')
})
