import { looksLikeClaim } from './claim-text'
import { isBlank, type Line, pairsOf, plainValue, proseOf, type Section, setting } from './markdown-lines'
import type { Notes } from './markdown-notes'
import { nearest, quote, suggestion } from './nearest'
import type { Path } from './problem'
import type { Raw } from './raw'

/** The sections of a Markdown lesson, each as the object that JSON would have in its place. */

const FRONT = ['id', 'title', 'summary', 'flow', 'options', 'minutes', 'version']
const TASK = ['kind', 'id', 'check', 'by', 'attack', 'grant', 'case', 'preset', 'policy', 'distractors', 'until']
const ATTACK = ['grant', 'case', 'preset']
const QUESTION = ['kind', 'id']
const OPTION = ['id', 'why', 'claim']

/** How each setting's value is read; what is not named here is a text. */
const VALUES: Readonly<Record<string, (value: string) => unknown>> = {
  options: (value) => Object.fromEntries(pairsOf(value)),
  policy: (value) => Object.fromEntries(pairsOf(value).map(([name, one]) => [name, plainValue(one)])),
  minutes: plainValue,
  version: plainValue,
  distractors: plainValue,
}

export function readFront(lines: readonly Line[], notes: Notes): Raw {
  const { version = 1, ...facts } = readSettings(
    lines.filter((line) => !isBlank(line)),
    FRONT,
    [],
    notes,
  )
  if (version !== 1) notes.problem(lines[0]?.number ?? 1, 'The file has another version than this app reads: 1.')
  return facts
}

export function readStop({ name, number, lines }: Section, path: Path, notes: Notes): Raw {
  notes.at(path, number)
  const heads = lines.flatMap(({ text }, at) => (/^###/.test(text) ? [at] : []))
  const [first, second] = heads
  if (second !== undefined) {
    notes.problem(lines[second]?.number ?? number, 'A step has one question. Ask the next one at another step.')
  }
  const note = proseOf(lines.slice(0, first))
  const asked = first === undefined ? null : readQuestion(lines.slice(first, second), [...path, 'question'], notes)
  return { step: name, ...(asked && { question: asked }), ...(note !== '' && { note }) }
}

function readQuestion([heading, ...lines]: readonly Line[], path: Path, notes: Notes): Raw {
  notes.at(path, heading?.number ?? 0)
  const { settings, rest } = splitSettings(lines)
  const options: Raw[] = []
  let last = ''
  for (const line of rest.filter((one) => !isBlank(one))) {
    const item = /^\s*[-*+]\s*(?:\[(.?)\])?\s*(.*)$/.exec(line.text)
    const option = options.at(-1)
    if (item && /^\s?[-*+]/.test(line.text)) {
      if (/\S/.test(item[1] ?? '')) {
        notes.problem(
          line.number,
          'Nobody writes down which option is right: the run decides. Leave the box empty: - [ ].',
        )
      }
      notes.at([...path, 'options', options.length], line.number)
      options.push({ text: item[2] ?? '' })
      last = 'text'
    } else if (option && /^\s/.test(line.text)) {
      last = readOptionLine(option, last, line, [...path, 'options', options.length - 1], notes)
    } else {
      notes.problem(
        line.number,
        `${quote(line.text)} is no option. Options begin with - [ ], and what belongs to one is indented.`,
      )
    }
  }
  const text = (heading?.text ?? '').replace(/^###+\s*(question\s*:)?\s*/i, '')
  return { text, ...readSettings(settings, QUESTION, path, notes), options }
}

/** @returns the name of what the next line may go on with */
function readOptionLine(option: Raw, last: string, { text, number }: Line, path: Path, notes: Notes): string {
  const written = text.trim()
  const found = looksLikeClaim(written) ? { name: 'claim', value: written } : setting(written)
  const known = found && (OPTION.includes(found.name) ? found.name : null)
  if (found && known) {
    if (option[known] !== undefined) notes.problem(number, `This option has its ${known} twice. Take one out.`)
    option[known] = found.value
    notes.at([...path, known], number)
    return known
  }
  const meant = found && nearest(found.name, [...OPTION, 'next', 'message', 'check', 'holder', 'place'])
  if (meant) notes.problem(number, `${quote(found.name)} is not known here. Did you mean “${meant}”?`)
  else option[last] = `${String(option[last] ?? '')} ${written}`
  return last
}

export function readTask({ name, number, lines }: Section, path: Path, notes: Notes): Raw {
  notes.at(path, number)
  const { settings, rest } = splitSettings(lines)
  const isHint = ({ text }: Line) => /^[-*+]\s/.test(text)
  const first = rest.findIndex(isHint)
  const text = proseOf(first < 0 ? rest : rest.slice(0, first))
  const hints: string[] = []
  for (const line of first < 0 ? [] : rest.slice(first).filter((one) => !isBlank(one))) {
    if (isHint(line)) {
      notes.at([...path, 'hints', hints.length], line.number)
      hints.push(line.text.replace(/^[-*+]\s*/, ''))
    } else hints.push(`${hints.pop() ?? ''} ${line.text.trim()}`)
  }
  return { title: name, text, hints, ...readSettings(settings, TASK, path, notes) }
}

export function readAttack({ name, number, lines }: Section, path: Path, notes: Notes): Raw {
  notes.at(path, number)
  const { settings, rest } = splitSettings(lines)
  const note = proseOf(rest)
  return { attack: name, ...readSettings(settings, ATTACK, path, notes), ...(note !== '' && { note }) }
}

/** Settings stand right below a heading; the first empty line ends them. */
function splitSettings(lines: readonly Line[]): { settings: readonly Line[]; rest: readonly Line[] } {
  const end = lines.findIndex((line) => isBlank(line) || /^\s*[-*+]\s/.test(line.text))
  return end < 0 ? { settings: lines, rest: [] } : { settings: lines.slice(0, end), rest: lines.slice(end) }
}

function readSettings(lines: readonly Line[], known: readonly string[], path: Path, notes: Notes): Raw {
  const settings: Raw = {}
  for (const { text, number } of lines) {
    const found = setting(text)
    if (!found) {
      notes.problem(
        number,
        `${quote(text.trim())} is not understood here. Write name: value, or an empty line before a text.`,
      )
    } else if (!known.includes(found.name)) {
      notes.problem(number, `There is no ${quote(found.name)} here. ${suggestion(found.name, known)}`)
    } else if (Object.hasOwn(settings, found.name)) {
      notes.problem(number, `${quote(found.name)} is there twice. Take one out.`)
    } else {
      notes.at([...path, found.name], number)
      settings[found.name] = (VALUES[found.name] ?? String)(found.value)
    }
  }
  return settings
}
