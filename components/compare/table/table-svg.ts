import { citation } from '@/lib/oauth/citations'
import type { Cell } from './evidence'
import { MARK_SHAPES } from './mark-shapes'
import type { TableRow } from './table'

export interface PictureOfTable {
  titles: readonly { title: string; distinctions: readonly string[] }[]
  rows: readonly TableRow[]
  /** Where the comparison can be run again. */
  link: string
}

/** Ink on paper: a picture goes into documents, which are light. */
const COLOURS = {
  paper: '#ffffff',
  ink: '#12161c',
  muted: '#4a5260',
  line: '#c4cad3',
  head: '#eef1f5',
  breach: '#c7381f',
}

const LABEL_WIDTH = 220
const COLUMN_WIDTH = 230
const PADDING = 14
const LINE = 18
const FOOT_SIZE = 11
const SIZE = 13
const FONT = "Inter, 'Inter Variable', ui-sans-serif, system-ui, sans-serif"

/** The table as an SVG document that refers to nothing outside itself. Pure: the same table gives the same bytes. */
export function tableSvg({ titles, rows, link }: PictureOfTable): string {
  const width = LABEL_WIDTH + COLUMN_WIDTH * titles.length
  const lines = [headLine(titles), ...rows.map(rowLine)]
  const tops = [0]
  for (const line of lines) tops.push((tops.at(-1) ?? 0) + line.height)
  const foot = broken(`Computed from recorded runs by Grant Lab: ${link}`, width - 2 * PADDING)
  const height = (tops.at(-1) ?? 0) + PADDING * 2 + LINE * foot.length
  const name = titles.map(({ title, distinctions }) => [title, ...distinctions].join(', ')).join(' / ')
  const body = lines.map(({ drawn }, at) => `<g transform="translate(0 ${tops[at] ?? 0})">${drawn}</g>`)
  const rules = tops.slice(1).map((y) => `<path d="M0 ${y}H${width}" stroke="${COLOURS.line}"/>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="${FONT}" font-size="${SIZE}">`,
    `<title id="t">${escaped(name)}</title>`,
    `<desc id="d">${escaped(rows.map(toldRow(titles)).join(' '))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>`,
    `<rect width="${width}" height="${tops[1] ?? 0}" fill="${COLOURS.head}"/>`,
    ...body,
    ...rules,
    ...foot.map((line, at) =>
      text(
        PADDING,
        height - PADDING - LINE * (foot.length - 1 - at),
        line,
        `fill="${COLOURS.muted}" font-size="${FOOT_SIZE}"`,
      ),
    ),
    '</svg>',
  ].join('')
}

interface Line {
  height: number
  drawn: string
}

function headLine(titles: PictureOfTable['titles']): Line {
  const cells = titles.map(({ title, distinctions }, index) => {
    const x = LABEL_WIDTH + index * COLUMN_WIDTH + PADDING
    return block(x, [
      ...wrapped(title, COLUMN_WIDTH - 2 * PADDING, true).map((words) => ({ words, look: 'font-weight="600"' })),
      ...distinctions.flatMap((one) =>
        wrapped(one, COLUMN_WIDTH - 2 * PADDING).map((words) => ({ words, look: `fill="${COLOURS.muted}"` })),
      ),
    ])
  })
  return { height: tallest(cells), drawn: cells.map(({ drawn }) => drawn).join('') }
}

function rowLine({ criterion, cells }: TableRow): Line {
  const label = block(
    PADDING,
    wrapped(criterion.label, LABEL_WIDTH - 2 * PADDING, true).map((words) => ({ words, look: 'font-weight="600"' })),
  )
  const answers = cells.map((cell, index) => answer(cell, LABEL_WIDTH + index * COLUMN_WIDTH + PADDING))
  return { height: tallest([label, ...answers]), drawn: [label, ...answers].map(({ drawn }) => drawn).join('') }
}

function answer({ mark, words, detail, cites = [] }: Cell, x: number): Line {
  const room = COLUMN_WIDTH - 2 * PADDING - 20
  const quiet = [...(detail ? [detail] : []), ...cites.map((id) => citation(id).label)]
  const { height, drawn } = block(x + 20, [
    ...wrapped(words, room).map((line) => ({ words: line, look: '' })),
    ...quiet.flatMap((one) => wrapped(one, room).map((line) => ({ words: line, look: `fill="${COLOURS.muted}"` }))),
  ])
  const colour = mark === 'breach' ? COLOURS.breach : COLOURS.ink
  const glyph = `<path transform="translate(${x} ${PADDING - 2}) scale(.9)" d="${MARK_SHAPES[mark]}" fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`
  return { height, drawn: glyph + drawn }
}

function block(x: number, lines: readonly { words: string; look: string }[]): Line {
  const drawn = lines.map(({ words, look }, at) => text(x, PADDING + 10 + at * LINE, words, look)).join('')
  return { height: lines.length * LINE + PADDING * 2 - 4, drawn }
}

const tallest = (lines: readonly Line[]): number => Math.max(...lines.map(({ height }) => height))

const text = (x: number, y: number, words: string, look: string): string =>
  `<text x="${x}" y="${y}" ${look.includes('fill=') ? '' : `fill="${COLOURS.ink}" `}${look}>${escaped(words)}</text>`

/** Words in lines of at most `room` pixels, by the widths letters usually have: no document is at hand to measure in. */
/** An address has no spaces to break at: as many letters a line as there is room for. */
function broken(words: string, room: number): string[] {
  const most = Math.floor(room / (0.62 * FOOT_SIZE))
  return words.match(new RegExp(`.{1,${most}}`, 'g')) ?? []
}

function wrapped(words: string, room: number, bold = false): string[] {
  const lines = ['']
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (widthOf(longer, bold) <= room || lines.at(-1) === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const widthOf = (words: string, bold: boolean): number =>
  [...words].reduce(
    (sum, letter) => sum + (/[iljtf.,:;’'|() ]/.test(letter) ? 0.34 : /[A-Zmw_]/.test(letter) ? 0.72 : 0.58),
    0,
  ) *
  SIZE *
  (bold ? 1.06 : 1)

const toldRow =
  (titles: PictureOfTable['titles']) =>
  ({ criterion, cells }: TableRow): string =>
    `${criterion.label}: ${titles.map(({ title }, index) => `${title}: ${cells[index]?.words ?? ''}`).join('; ')}.`

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
