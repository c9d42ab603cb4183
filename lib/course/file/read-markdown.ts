import { judge } from './judge'
import { type Line, type MarkdownParts, partsOf, proseOf, type Section } from './markdown-lines'
import { Notes } from './markdown-notes'
import { readAttack, readFront, readStop, readTask } from './markdown-sections'
import type { LessonNames } from './names'
import { quote, suggestion } from './nearest'
import type { Problem, ReadLesson } from './problem'
import type { Raw } from './raw'

const SECTIONS = ['step', 'task', 'attack']

/** The content of a Markdown lesson. What it says is judged as JSON is; every problem is told with its line. */
export function readLessonMarkdown(text: string, names: LessonNames | null): ReadLesson {
  const parts = partsOf(text)
  const notes = new Notes()
  const content = { ...readOpening(parts, notes), ...readSections(parts.sections, notes) }
  const read = judge(content, names)
  if ('plan' in read && notes.problems.length === 0) return read
  const faults = 'faults' in read ? read.faults : []
  const judged = faults.map(({ path, what }): Problem => ({ where: notes.where(path), what: told(path, what) }))
  return { problems: [...notes.problems, ...judged].toSorted((one, other) => lineOf(one) - lineOf(other)) }
}

/** What is missing has no line of its own: its name is told. */
function told(path: readonly PropertyKey[], what: string): string {
  const last = path.at(-1)
  return typeof last === 'string' && what.startsWith('It is missing') ? `${last}: ${what}` : what
}

function readOpening({ front, opening }: MarkdownParts, notes: Notes): Raw {
  const first = opening.find(({ text }) => text.trim() !== '')
  if (!front) {
    notes.problem(first?.number ?? 1, 'A lesson begins with its facts between two lines of three dashes: title, flow.')
    return {}
  }
  const heading = opening.find(({ text }) => /^#(?!#)/.test(text))
  const words: readonly Line[] = opening.filter((line) => line !== heading)
  const facts = readFront(front, notes)
  const summary = proseOf(words)
  return {
    ...(heading && { title: heading.text.replace(/^#\s*/, '') }),
    ...(summary !== '' && { summary }),
    ...facts,
  }
}

function readSections(sections: readonly Section[], notes: Notes): Raw {
  const stops: Raw[] = []
  const tasks: Raw[] = []
  let attack: Raw | undefined
  for (const section of sections) {
    if (section.kind === 'step') stops.push(readStop(section, ['stops', stops.length], notes))
    else if (section.kind === 'task') tasks.push(readTask(section, ['tasks', tasks.length], notes))
    else if (section.kind === 'attack' && !attack) attack = readAttack(section, ['attack'], notes)
    else if (section.kind === 'attack') notes.problem(section.number, 'A lesson has one attack. Take one of them out.')
    else {
      const hint = suggestion(section.kind, SECTIONS)
      notes.problem(
        section.number,
        `A section begins ## step: …, ## task: … or ## attack: …, not ${quote(section.kind)}. ${hint}`,
      )
    }
  }
  return { stops, tasks, ...(attack && { attack }) }
}

function lineOf({ where }: Problem): number {
  return Number(/\d+/.exec(where ?? '')?.[0] ?? 0)
}
