import type { TABS } from './viewer'

export type Command =
  | 'next'
  | 'back'
  | 'next-phase'
  | 'previous-phase'
  | 'first'
  | 'head'
  | 'edit'
  | 'restart'
  | 'next-branch'
  | 'previous-branch'
  | 'find'
  | 'overview'
  | 'full-screen'
  | 'view'
  | `tab-${(typeof TABS)[number]}`
  | 'inspector'
  | 'link'
  | 'share'
  | 'theme'
  | 'help'

export interface Binding<Name = Command> {
  command: Name
  label: string
  /** As `aria-keyshortcuts` writes them. A `?` is what is typed, on whichever keys the layout puts it. */
  keys: readonly string[]
}

/** Every key of the player: what listens, what the help lists and what `aria-keyshortcuts` says come from here. */
export const KEYS: readonly Binding[] = [
  { command: 'next', label: 'Next step', keys: ['ArrowRight', 'PageDown', 'Space', 'N'] },
  { command: 'back', label: 'Back', keys: ['ArrowLeft', 'PageUp', 'Shift+Space', 'P'] },
  { command: 'next-phase', label: 'Next phase', keys: ['Shift+ArrowRight'] },
  { command: 'previous-phase', label: 'Previous phase', keys: ['Shift+ArrowLeft'] },
  { command: 'first', label: 'To the beginning', keys: ['Home'] },
  { command: 'head', label: 'To the latest step', keys: ['End'] },
  { command: 'find', label: 'Go to a step, find a field or a term', keys: ['G', '/', 'Control+K', 'Meta+K'] },
  { command: 'overview', label: 'All steps at a glance', keys: ['O'] },
  { command: 'edit', label: 'Edit the current message', keys: ['E'] },
  { command: 'restart', label: 'Restart with a fresh lab', keys: ['R'] },
  { command: 'previous-branch', label: 'Previous branch', keys: ['['] },
  { command: 'next-branch', label: 'Next branch', keys: [']'] },
  { command: 'view', label: 'Sequence, map, transcript', keys: ['M'] },
  { command: 'tab-message', label: 'Message', keys: ['1'] },
  { command: 'tab-checks', label: 'Checks', keys: ['2'] },
  { command: 'tab-storage', label: 'Tokens & storage', keys: ['3'] },
  { command: 'tab-exposure', label: 'Exposure', keys: ['4'] },
  { command: 'tab-machine', label: 'Machine', keys: ['5'] },
  { command: 'inspector', label: 'Show or hide the inspector', keys: ['I'] },
  { command: 'link', label: 'Copy a link to here', keys: ['L'] },
  { command: 'share', label: 'Share and export', keys: ['S'] },
  { command: 'full-screen', label: 'Full screen, and back', keys: ['F'] },
  { command: 'theme', label: 'Light, dark, projector', keys: ['T'] },
  { command: 'help', label: 'This list', keys: ['?'] },
]

/** The value of `aria-keyshortcuts` for a control. */
export function shortcut(command: Command): string {
  return KEYS.find((binding) => binding.command === command)?.keys.join(' ') ?? ''
}

/** What somebody pressed, in the notation of the table. */
export function keyName({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): string {
  if (TYPED.test(key)) return key
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  return `${ctrlKey ? 'Control+' : ''}${metaKey ? 'Meta+' : ''}${shiftKey ? 'Shift+' : ''}${name}`
}

const PLAIN_CHARACTER = /^[A-Z0-9?.[\]/]$/
/** Signs that a layout may put on Shift or AltGr: what counts is what is typed. */
const TYPED = /^[?[\]/]$/

/**
 * The command a key press means, or null. Null while something else needs the key: text being typed, a control that
 * answers to it, an open dialog or menu, or a key press already dealt with.
 * @param characters false when the learner switched single-character keys off (WCAG 2.1.4)
 */
export function commandFor(event: KeyboardEvent, characters = true): Command | null {
  return pressedCommand(KEYS, event, characters)
}

/** The same for any table of keys. */
export function pressedCommand<Name>(
  bindings: readonly Binding<Name>[],
  event: KeyboardEvent,
  characters: boolean,
): Name | null {
  const typed = TYPED.test(event.key) && event.getModifierState('AltGraph')
  const other = event.altKey || (TYPED.test(event.key) && (event.ctrlKey || event.metaKey))
  if (event.defaultPrevented || event.isComposing || (other && !typed)) return null
  const key = keyName(event)
  if (!characters && PLAIN_CHARACTER.test(key)) return null
  if (event.target instanceof Element && needsItself(event.target, key)) return null
  return bindings.find((binding) => binding.keys.includes(key))?.command ?? null
}

const TYPING = 'input:not([type="radio"]), textarea, select, [contenteditable], dialog, [popover]'
const PRESSABLE = 'button, summary, input[type="radio"], a[href], [role="button"], [role="tab"]'
const MOVING = 'input[type="radio"], [role="tablist"], [role="separator"], [role="grid"], [role="tree"]'

function needsItself(target: Element, key: string): boolean {
  if (target.closest(TYPING)) return true
  if (key.endsWith('Space')) return target.closest(PRESSABLE) !== null
  return /Arrow|Home|End/.test(key) && target.closest(MOVING) !== null
}
