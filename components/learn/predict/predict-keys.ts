import type { Binding } from '@/components/player/keys'

export type PredictCommand = 'option-1' | 'option-2' | 'option-3' | 'option-4' | 'sure' | 'unsure' | 'skip'

/** The keys of a question, for as long as it is asked. */
export const PREDICT_KEYS: readonly Binding<PredictCommand>[] = [
  { command: 'option-1', label: 'First answer', keys: ['1'] },
  { command: 'option-2', label: 'Second answer', keys: ['2'] },
  { command: 'option-3', label: 'Third answer', keys: ['3'] },
  { command: 'option-4', label: 'Fourth answer', keys: ['4'] },
  { command: 'sure', label: 'Sure', keys: ['S'] },
  { command: 'unsure', label: 'Not sure', keys: ['U'] },
  { command: 'skip', label: 'Skip the question', keys: ['Escape'] },
]
