import { type Binding, keyName, pressedCommand } from '@/components/player/keys'

export type PresentCommand =
  | 'next'
  | 'back'
  | 'first'
  | 'latest'
  | 'black'
  | 'full-screen'
  | 'clear'
  | 'laser'
  | 'ink'
  | 'bare'
  | 'reveal'
  | 'question'
  | 'panel'
  | 'view'
  | 'theme'
  | 'scale'
  | 'echo'
  | 'private'
  | 'bring'
  | 'control'
  | 'restart'
  | 'help'
  | `tab-${1 | 2 | 3 | 4 | 5}`

/** Keys of the present windows, a clicker's among them: only here do F5 and Esc mean something to the app. */
export const PRESENT_KEYS: readonly Binding<PresentCommand>[] = [
  { command: 'next', label: 'Next step', keys: ['PageDown', 'ArrowRight', 'Space', 'N'] },
  { command: 'back', label: 'Back', keys: ['PageUp', 'ArrowLeft', 'Shift+Space', 'P'] },
  { command: 'first', label: 'To the beginning', keys: ['Home'] },
  { command: 'latest', label: 'To the latest step', keys: ['End'] },
  { command: 'black', label: 'Black screen, and back', keys: ['.', 'B'] },
  { command: 'full-screen', label: 'Full screen, and back', keys: ['F5', 'F'] },
  { command: 'clear', label: 'Leave black screen, pointer, bare slide', keys: ['Escape'] },
  { command: 'laser', label: 'Laser pointer', keys: ['K'] },
  { command: 'ink', label: 'Vanishing ink', keys: ['D'] },
  { command: 'bare', label: 'Hide everything but the slide', keys: ['H'] },
  { command: 'question', label: 'Ask: what comes next?', keys: ['Q'] },
  { command: 'reveal', label: 'Reveal the answer', keys: ['V'] },
  { command: 'panel', label: 'Beside the diagram: nothing, inspector, Alice’s screen', keys: ['I'] },
  { command: 'tab-1', label: 'Inspector: Message', keys: ['1'] },
  { command: 'tab-2', label: 'Inspector: Checks', keys: ['2'] },
  { command: 'tab-3', label: 'Inspector: Tokens & storage', keys: ['3'] },
  { command: 'tab-4', label: 'Inspector: the fourth tab', keys: ['4'] },
  { command: 'tab-5', label: 'Inspector: the fifth tab', keys: ['5'] },
  { command: 'view', label: 'Sequence, map, transcript', keys: ['M'] },
  { command: 'theme', label: 'Projector, light, dark', keys: ['T'] },
  { command: 'scale', label: 'Text size: 100, 125, 150 %', keys: ['S'] },
  { command: 'echo', label: 'Show the audience what is pressed', keys: ['E'] },
  { command: 'private', label: 'Look privately, and back to the audience', keys: ['L'] },
  { command: 'bring', label: 'Bring the audience to what you look at', keys: ['A'] },
  { command: 'control', label: 'Take control', keys: ['C'] },
  { command: 'restart', label: 'Restart with a fresh lab', keys: ['R'] },
  { command: 'help', label: 'This list', keys: ['?'] },
]

/** What a key press means in a present window, and the key's name; null when it means nothing. */
export function presentPress(
  event: KeyboardEvent,
  characters: boolean,
): { command: PresentCommand; key: string } | null {
  const command = pressedCommand(PRESENT_KEYS, event, characters)
  return command && { command, key: keyName(event) }
}

const SHOWN: Record<string, string> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
}

/** A key as people call it. */
export const shownKey = (key: string): string => SHOWN[key] ?? key

/** The value of `aria-keyshortcuts` for a control. */
export const presentShortcut = (command: PresentCommand): string =>
  PRESENT_KEYS.find((binding) => binding.command === command)?.keys.join(' ') ?? ''
