'use client'

import { useState } from 'react'
import type { HttpRequest } from '@/lib/oauth/http'
import { type Draft, draftOf } from './draft'
import { type DraftAction, reduceDraft } from './reducer'

/** Drafts by what they edit, so that closing the editor, a refusal or a look at another step loses nothing typed. */
export type Drafts = Map<string, Draft>

/**
 * @param key names the message within the run, the same before and after it was delivered
 * @param bases base URLs of the lab's parties
 */
export function useDraft(
  drafts: Drafts,
  key: string,
  request: HttpRequest,
  bases: readonly string[],
): [Draft, (action: DraftAction) => void] {
  const [draft, setDraft] = useState(() => drafts.get(key) ?? draftOf(request, bases))
  const act = (action: DraftAction) => {
    const next = reduceDraft(drafts.get(key) ?? draft, action)
    drafts.set(key, next)
    setDraft(next)
  }
  return [draft, act]
}
