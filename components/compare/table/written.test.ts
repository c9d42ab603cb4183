// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Cell } from './evidence'
import { markdownOf } from './markdown'
import { CRITERIA, type TableRow } from './table'
import { tableSvg } from './table-svg'

const LINK = 'http://localhost:3000/compare?flows=authorization-code,implicit&phase=revoke'

function row(id: string, cells: Cell[]): TableRow {
  const criterion = CRITERIA.find((one) => one.id === id)
  if (!criterion) throw new Error(`There is no row ${id}.`)
  return { criterion, cells, differs: true }
}

const ROWS = [
  row('secret-in-url', [
    { mark: 'risky', words: 'Yes: code', proof: { step: 10, elsewhere: false } },
    { mark: 'risky', words: 'Yes: access token', proof: { step: 12, elsewhere: false } },
  ]),
  row('code-usable', [
    { mark: 'stopped', words: 'No: 400 invalid_grant', detail: 'A code | with <challenge> & verifier.', proof: null },
    { mark: 'absent', words: 'There is no code', proof: null },
  ]),
  row('rfc9700', [
    { mark: 'fact', words: 'Recommended', proof: null, cites: ['rfc9700-2.1.1'] },
    { mark: 'fact', words: 'SHOULD NOT be used', proof: null, cites: ['rfc9700-2.1.2'] },
  ]),
]

test('as Markdown: a row a line, a cell a column, and where it came from', () => {
  const text = markdownOf({ titles: ['Authorization code', 'Implicit'], rows: ROWS, link: LINK })
  const lines = text.split('\n')
  expect(lines[0]).toBe('|  | Authorization code | Implicit |')
  expect(lines[1]).toBe('| --- | --- | --- |')
  expect(lines[2]).toBe('| Secret in a URL | Yes: code | Yes: access token |')
  expect(lines[3]).toContain('No: 400 invalid_grant (A code \\| with &lt;challenge&gt; &amp; verifier.)')
  expect(lines[4]).toMatch(/\| SHOULD NOT be used \[RFC 9700 §2\.1\.2\]\(https:\/\/\S+\) \|$/)
  expect(text).toContain(`<${LINK}>`)
})

test('as SVG: one document, every answer in it, nothing outside it, no matter what the words are', () => {
  const titles = [
    { title: 'Authorization code', distinctions: ['PKCE: Off'] },
    { title: 'Implicit', distinctions: [] },
  ]
  const svg = tableSvg({ titles, rows: ROWS, link: LINK })
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const text = [...document.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ')
  for (const { criterion, cells } of ROWS) {
    expect(text).toContain(criterion.label)
    for (const { words } of cells) expect(text).toContain(words)
  }
  expect(text).toContain('<challenge> & verifier.')
  expect(svg).toMatch(/^<svg [^>]*width="\d+" height="\d+"/)
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/href=|url\(|<script|<foreignObject/)
  expect(tableSvg({ titles, rows: ROWS, link: LINK }), 'the same table gives the same bytes').toBe(svg)
})
