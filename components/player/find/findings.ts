import { citation } from '@/lib/oauth/citations'
import { SECRET_KINDS } from '@/lib/oauth/secrets'
import { messageFields } from '@/lib/wire/fields'
import type { Step } from '@/machines/kit/step'

/** Something that can be gone to: it leads to a step. */
export interface Finding {
  id: string
  group: 'Steps' | 'Fields' | 'Terms'
  label: string
  detail: string
  /** Number of the step. */
  step: number
}

/** How many of each group are listed. */
const MOST = 40

/**
 * What fits the words typed: steps by number or name, fields of the recorded messages, and terms (secrets, clauses).
 * Nothing typed lists the steps. Only what has happened can be gone to.
 */
export function findings(steps: readonly Step[], head: number, query: string): Finding[] {
  const happened = steps.slice(0, head)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ label, detail }: Finding) => {
    const text = `${label} ${detail}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  const named = happened.map(stepFinding)
  if (words.length === 0) return named
  const number = named.filter(({ step }) => String(step) === query.trim())
  const others = named.filter((one) => !number.includes(one) && fits(one))
  const groups = [[...number, ...others], fieldFindings(happened).filter(fits), termFindings(happened).filter(fits)]
  return groups.flatMap((group) => group.slice(0, MOST))
}

function stepFinding({ number, lesson, label }: Step): Finding {
  return { id: `step-${number}`, group: 'Steps', label: `${number}. ${lesson.title}`, detail: label, step: number }
}

function fieldFindings(steps: readonly Step[]): Finding[] {
  return steps.flatMap(({ number, label, kind, exchange }) => {
    const names = new Set(exchange ? messageFields(exchange, kind).map(({ name }) => name) : [])
    const detail = `in step ${number}, ${label}`
    return [...names].map((name): Finding => {
      return { id: `field-${number}-${name}`, group: 'Fields', label: name, detail, step: number }
    })
  })
}

/** Where a secret travels first, and the first step that goes by a clause. */
function termFindings(steps: readonly Step[]): Finding[] {
  const terms = new Map<string, Finding>()
  const note = (id: string, label: string, detail: string, step: number) => {
    if (!terms.has(id)) terms.set(id, { id, group: 'Terms', label, detail, step })
  }
  for (const { number, carries, cites } of steps) {
    for (const { kind } of carries) note(`secret-${kind}`, SECRET_KINDS[kind].label, `first in step ${number}`, number)
    for (const id of cites) {
      const { label, title } = citation(id)
      note(`clause-${id}`, label, `${title}, step ${number}`, number)
    }
  }
  return [...terms.values()]
}
