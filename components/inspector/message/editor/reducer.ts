import { parseForm } from '@/lib/oauth/form'
import { bodyOf } from './assemble'
import { type Draft, draftOf, type Field, GROUPS, type Group, matched, type Pair } from './draft'

export type DraftAction =
  | {
      type: 'field'
      group: Group
      id: number
      change: Partial<Pick<Field, 'name' | 'value'>>
    }
  /** Takes a field out; one that the learner had added is forgotten. */
  | { type: 'remove'; group: Group; id: number }
  /** Puts a field back as the sender prepared it. */
  | { type: 'restore'; group: Group; id: number }
  | { type: 'add'; group: Group; pair?: Pair }
  | { type: 'method' | 'path' | 'body'; value: string }
  /** Edit the body as text, or as form fields. */
  | { type: 'raw-body'; on: boolean }
  | { type: 'replace'; draft: Draft }
  | { type: 'reset' }

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'field':
      return onField(draft, action, (field) => ({
        ...field,
        ...action.change,
        removed: false,
      }))
    case 'remove':
      return onField(draft, action, (field) => (field.was === null ? null : { ...field, removed: true }))
    case 'restore':
      return onField(draft, action, (field) => restored(field))
    case 'add':
      return withFields(draft, action.group, [...draft.fields[action.group], added(draft, action.pair)])
    case 'method':
    case 'path':
      return { ...draft, [action.type]: action.value }
    case 'body':
      return { ...draft, rawBody: action.value }
    case 'raw-body':
      return action.on ? { ...draft, rawBody: bodyOf(draft) ?? '' } : asForm(draft)
    case 'replace':
      return action.draft
    case 'reset':
      return draftOf(draft.original, [draft.base])
  }
}

export function nextId(draft: Draft): number {
  return 1 + Math.max(GROUPS.length * 1000, ...GROUPS.flatMap((group) => draft.fields[group].map(({ id }) => id)))
}

function added(draft: Draft, [name, value]: Pair = ['', '']): Field {
  return { id: nextId(draft), name, value, was: null, removed: false }
}

function restored(field: Field): Field {
  return field.was ? { ...field, name: field.was[0], value: field.was[1], removed: false } : field
}

function asForm(draft: Draft): Draft {
  const originals = parseForm(draft.original.body ?? '')
  const fields = matched(parseForm(draft.rawBody ?? ''), originals, nextId(draft))
  return { ...withFields(draft, 'form', fields), rawBody: null }
}

export function withFields(draft: Draft, group: Group, fields: Field[]): Draft {
  return { ...draft, fields: { ...draft.fields, [group]: fields } }
}

function onField(draft: Draft, { group, id }: { group: Group; id: number }, change: (field: Field) => Field | null) {
  const fields = draft.fields[group].flatMap((field) => (field.id === id ? (change(field) ?? []) : field))
  return withFields(draft, group, fields)
}
