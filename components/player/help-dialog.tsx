'use client'

import { Fragment } from 'react'
import { Legend } from '@/components/diagram/legend'
import { PREDICT_KEYS } from '@/components/learn/predict/predict-keys'
import { ModalDialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { type Binding, KEYS } from './keys'
import { usePlayer } from './player-context'

export interface HelpDialogProps {
  characters: boolean
  onCharacters(on: boolean): void
  onClose(): void
}

const SHOWN: Record<string, string> = {
  Escape: 'Esc',
  ArrowRight: '→',
  ArrowLeft: '←',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
}

/** The keys, from the table that listens to them. */
export function HelpDialog({ characters, onCharacters, onClose }: HelpDialogProps) {
  const { lesson } = usePlayer()
  return (
    <ModalDialog title="Keys" onClose={onClose} className="w-[min(36rem,92vw)]">
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1.5 text-sm">
        <Keys bindings={KEYS} />
      </dl>
      {lesson && (
        <>
          <h2 className="mt-4 mb-1 font-semibold text-lg">While something is asked</h2>
          <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1.5 text-sm">
            <Keys bindings={PREDICT_KEYS} />
          </dl>
        </>
      )}
      <label className="mt-4 flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={characters}
          onChange={(event) => onCharacters(event.currentTarget.checked)}
          className="size-4 accent-(--accent)"
        />
        Single letters and digits are keys, too
      </label>
      <h2 className="mt-5 mb-1 font-semibold text-lg">Lines and glyphs</h2>
      <Legend />
      <p className="mt-2 text-subtle text-xs">
        Diagrams are drawn with{' '}
        <a href="https://reactflow.dev" target="_blank" rel="noreferrer" className="underline">
          React Flow
        </a>
        .
      </p>
    </ModalDialog>
  )
}

function Keys({ bindings }: { bindings: readonly Binding<string>[] }) {
  return bindings.map(({ command, label, keys }) => (
    <div key={command} className="contents">
      <dt>{label}</dt>
      <dd className="flex flex-wrap justify-end gap-1.5">
        {keys.map((key) => (
          <span key={key} className="inline-flex items-center gap-1">
            {key.split('+').map((part, at) => (
              <Fragment key={part}>
                {at > 0 && '+'}
                <Kbd>{SHOWN[part] ?? part}</Kbd>
              </Fragment>
            ))}
          </span>
        ))}
      </dd>
    </div>
  ))
}
