import type { Exchange } from '@/lib/wire/exchange'
import { messageFields } from '@/lib/wire/fields'
import { requestLabel, responseLabel } from '@/machines/kit/labels'
import type { Branch } from './branches'

/** Made anew for every message: they differ without anybody having changed anything. */
const FRESH = new Set(['client_assertion', 'dpop', 'cookie', 'content-length'])
/** Whose values may stand in a name: short, and no secret. */
const TOLD = new Set(['decision', 'scope', 'response_type', 'grant_type'])

/** Number of the step at which the branch left its parent; null for the first branch. */
export function forkStep({ from, exchanges }: Branch, parent: Branch | null): number | null {
  if (!parent || !from) return null
  const before = new Set(parent.exchanges.map(({ seq }) => seq))
  return 2 * exchanges.filter(({ seq }) => before.has(seq)).length + (from.phase === 'prepared' ? 1 : 0)
}

/** `First run`; `7b: no code_verifier`: the step it began at, and what is different since. */
export function branchName(branch: Branch, branches: readonly Branch[]): string {
  const parentOf = ({ parent }: Branch) => branches.find(({ id }) => id === parent) ?? null
  const parent = parentOf(branch)
  const step = forkStep(branch, parent)
  if (!parent || step === null) return branch.parent === null ? 'First run' : `Branch ${branch.id}`
  const beside = branches.filter((other) => other.id <= branch.id && forkStep(other, parentOf(other)) === step)
  return `${step}${letter(beside.length)}: ${difference(branch, parent)}`
}

/** `b` for the first that left there: `a` is the one it left. */
const letter = (place: number): string => String.fromCharCode(97 + Math.min(25, place))

/** What the first message says that is not as on the parent. */
export function difference(branch: Branch, parent: Branch): string {
  const own = since(branch, parent)
  const theirs = since(parent, branch)
  for (const [index, message] of own.entries()) {
    const told = contrast(message, theirs[index])
    if (told) return told
  }
  return 'the same so far'
}

/** The messages that only `branch` has; those inside another one follow from it. */
function since({ exchanges }: Branch, other: Branch): Exchange[] {
  const shared = new Set(other.exchanges.map(({ seq }) => seq))
  return exchanges.filter(({ seq, parent }) => !shared.has(seq) && parent === null)
}

function contrast(message: Exchange, other: Exchange | undefined): string | null {
  const { prepared, request, move, outcome } = message
  const edit = prepared && changes(prepared, request)
  if (move === 'send-again') return `${requestLabel(request)} again`
  if (outcome === 'dropped' && other?.outcome !== 'dropped') return `${requestLabel(request)} dropped`
  if (edit) return edit
  if (!other || other.step !== message.step) return requestLabel(request)
  const differs = changes(other.request, request)
  if (differs) return differs
  return responseLabel(message) === responseLabel(other) ? null : responseLabel(message)
}

function changes(from: Exchange['request'], to: Exchange['request']): string | null {
  const before = fieldsOf(from)
  const after = fieldsOf(to)
  const told: string[] = []
  for (const [name, value] of before) {
    const now = after.get(name)
    if (now === undefined) told.push(`no ${name}`)
    else if (now !== value) told.push(TOLD.has(name) ? `${name} ${now}` : `other ${name}`)
  }
  for (const [name, value] of after) {
    if (!before.has(name)) told.push(TOLD.has(name) ? `${name} ${value}` : `with ${name}`)
  }
  if (told.length === 0 && requestLabel(from) !== requestLabel(to)) told.push(requestLabel(to))
  const [first, ...more] = told
  if (first === undefined) return null
  return more.length > 0 ? `${first} +${more.length}` : first
}

function fieldsOf(request: Exchange['request']): Map<string, string> {
  const fields = new Map<string, string>()
  for (const { name, value } of messageFields({ request, response: null }, 'request')) {
    if (FRESH.has(name)) continue
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : `${before} ${value}`)
  }
  return fields
}
