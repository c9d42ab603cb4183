'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import type { Exchange } from '@/lib/wire/exchange'
import { assemble } from './assemble'
import { BodyEditor } from './body-editor'
import { EditorActions } from './editor-actions'
import { FieldTable } from './field-table'
import { MutationChips } from './mutation-chips'
import { problemsOf } from './problems'
import { StartLineEditor } from './start-line-editor'
import { type Drafts, useDraft } from './use-draft'

interface EditorProps {
  exchange: Exchange
  /** The request lies on the wire: it is delivered. Otherwise it is sent once more. */
  onTheWire: boolean
  drafts: Drafts
}

/** Change the message before it goes, field by field. */
export function Editor({ exchange, onTheWire, drafts }: EditorProps) {
  const { lab, failure } = usePlayer()
  const { deliverEdited, sendAgain } = usePlayerActions()
  const setEditing = useViewer((viewer) => viewer.setEditing)
  const { seq, prepared } = exchange
  // Gone back to, a message lies on the wire as its sender had prepared it.
  const request = (onTheWire ? prepared : null) ?? exchange.request
  const key = `${lab.id} ${seq} ${JSON.stringify(prepared ?? request)}`
  const [draft, act] = useDraft(drafts, key, request, [lab.issuer, lab.resource, lab.app])
  const [tried, setTried] = useState(false)
  const box = useRef<HTMLElement>(null)
  const problems = problemsOf(draft)

  useEffect(() => box.current?.focus(), [])

  function send() {
    setTried(true)
    if (problems.length > 0) {
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    if (onTheWire) deliverEdited(assemble(draft))
    else sendAgain(seq, assemble(draft))
  }

  function onKeyDown(event: KeyboardEvent) {
    // The player's own keys rest while a message is being edited.
    event.stopPropagation()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape') {
      // First out of the field, then out of the editor.
      if (event.target === box.current) setEditing(false)
      else box.current?.focus()
    }
  }

  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={onTheWire ? 'Edit the message' : 'Send the message again'}
      onKeyDown={onKeyDown}
      className="pb-2 -outline-offset-2"
    >
      <StartLineEditor draft={draft} act={act} problems={problems} />
      <MutationChips draft={draft} act={act} />
      <FieldTable group="query" draft={draft} act={act} problems={problems} />
      <BodyEditor draft={draft} act={act} problems={problems} />
      <FieldTable group="headers" draft={draft} act={act} problems={problems} />
      <FieldTable group="cookies" draft={draft} act={act} problems={problems} />
      <EditorActions
        draft={draft}
        act={act}
        onTheWire={onTheWire}
        onSend={send}
        complaint={tried && problems.length > 0 ? problems : []}
        failure={failure}
      />
    </section>
  )
}
