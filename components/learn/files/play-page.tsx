'use client'

import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import { SiteBar } from '@/components/ui/site-bar'
import { Lesson } from '../lesson/lesson'
import { CompletionCard } from './completion-card'
import { type KeptLesson, keptLesson } from './kept-lessons'

/** A lesson of a file or a link, on the page of the built-in ones. */
export function PlayPage({ id }: { id: string }) {
  const [kept, setKept] = useState<KeptLesson | null | undefined>(undefined)
  useEffect(() => setKept(keptLesson(id)), [id])
  // Progress is kept by the lesson and what it says: another version of the file begins anew.
  const plan = useMemo(() => kept && { ...kept.plan, id }, [kept, id])
  if (kept === undefined) return null
  if (!kept || !plan) return <NotHere />
  return <Lesson plan={plan} ending={<CompletionCard id={id} kept={kept} />} />
}

function NotHere() {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-2xl px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-2xl tracking-tight">This lesson is not in this browser</h1>
        <p className="mt-2 text-lg text-muted">
          Open its link again, or{' '}
          <Link href="/lessons" className="underline decoration-control underline-offset-3 hover:text-accent">
            its file
          </Link>
          . What you did in it is remembered.
        </p>
      </main>
    </>
  )
}
