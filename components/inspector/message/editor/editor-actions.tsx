'use client'

import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { changeCount, type Draft } from './draft'
import type { Problem } from './problems'
import type { DraftAction } from './reducer'

interface EditorActionsProps {
  draft: Draft
  act(action: DraftAction): void
  onTheWire: boolean
  onSend(): void
  /** What kept the last attempt from being sent. */
  complaint: readonly Problem[]
  failure: string | null
}

/** Send, drop or leave; always in view at the foot of the editor. */
export function EditorActions({ draft, act, onTheWire, onSend, complaint, failure }: EditorActionsProps) {
  const { next } = usePlayer()
  const { drop } = usePlayerActions()
  const setEditing = useViewer((viewer) => viewer.setEditing)
  const changes = changeCount(draft)
  const waiting = next.waitingFor !== null
  const sendLabel = changes === 0 ? (onTheWire ? 'Send unchanged' : 'Send again') : 'Send edited'
  return (
    <div className="sticky bottom-0 z-10 mt-4 border-line border-t bg-surface px-4 py-3">
      <div className="mb-2 flex min-h-6 items-center gap-2 text-muted text-sm">
        <p role="status" className="min-w-0">
          {failure ??
            complaint[0]?.sentence ??
            (changes === 0 ? 'Nothing changed yet.' : `${changes} ${changes === 1 ? 'change' : 'changes'}.`)}
          {failure && ' What you typed is still here.'}
        </p>
        {changes > 0 && (
          <button
            type="button"
            onClick={() => act({ type: 'reset' })}
            className="min-h-6 shrink-0 underline underline-offset-3 hover:text-accent"
          >
            Undo all
          </button>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" disabled={waiting} onClick={onSend} aria-keyshortcuts="Control+Enter Meta+Enter">
          {waiting ? `Waiting for ${next.waitingFor}…` : sendLabel}
        </Button>
        {onTheWire && (
          <Button disabled={waiting} onClick={drop}>
            Drop the message
          </Button>
        )}
        <Button variant="quiet" onClick={() => setEditing(false)}>
          Cancel
        </Button>
        <span className="ml-auto hidden text-subtle text-xs @min-[460px]:inline">
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> sends
        </span>
      </div>
    </div>
  )
}
