'use client'

import { useId } from 'react'
import { type Draft, pathBelow } from './draft'
import { ChangedFrom, INPUT, ProblemText, problemAt } from './field-parts'
import { METHODS, type Problem } from './problems'
import type { DraftAction } from './reducer'

interface StartLineEditorProps {
  draft: Draft
  act(action: DraftAction): void
  problems: readonly Problem[]
}

/** Method and path. The host is a closed list of one: a lab's messages stay inside the lab. */
export function StartLineEditor({ draft, act, problems }: StartLineEditorProps) {
  const id = useId()
  const method = problemAt(problems, 'method')
  const path = problemAt(problems, 'path')
  const { original } = draft
  const originalPath = pathBelow(draft.base, original)
  const changed = draft.method !== original.method || draft.path !== originalPath
  return (
    <div className={`border-l-3 px-4 pt-3 ${changed ? 'border-accent' : 'border-transparent'}`}>
      <div className="flex gap-2">
        <label className="block">
          <span className="block text-subtle text-xs">Method</span>
          <select
            value={draft.method}
            aria-invalid={method !== null}
            aria-describedby={`${id}-method`}
            onChange={(event) => act({ type: 'method', value: event.target.value })}
            className={`${INPUT} w-auto!`}
          >
            {[...new Set([original.method, ...METHODS])].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label className="block min-w-0 grow">
          <span className="block truncate text-subtle text-xs" title={draft.base}>
            Path below <span className="font-mono">{draft.base}</span>
          </span>
          <input
            value={draft.path}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-invalid={path !== null}
            aria-describedby={`${id}-path`}
            onChange={(event) => act({ type: 'path', value: event.target.value })}
            className={INPUT}
          />
        </label>
      </div>
      <ProblemText id={`${id}-method`} sentence={method} />
      <ProblemText id={`${id}-path`} sentence={path} />
      {changed && (
        <ChangedFrom
          was={`${original.method} ${originalPath}`}
          onRestore={() => {
            act({ type: 'method', value: original.method })
            act({ type: 'path', value: originalPath })
          }}
        />
      )}
    </div>
  )
}
