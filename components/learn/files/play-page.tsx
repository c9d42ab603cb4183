'use client'

import { Lesson } from '../lesson/lesson'
import { CompletionCard } from './completion-card'
import { NotKept } from './not-kept'
import { useKeptLesson } from './use-kept-lesson'

/** A lesson of a file or a link, on the page of the built-in ones. */
export function PlayPage({ id }: { id: string }) {
  const found = useKeptLesson(id)
  if (found === undefined) return null
  if (found === null) return <NotKept />
  return <Lesson plan={found.plan} ending={<CompletionCard id={id} kept={found.kept} />} />
}
