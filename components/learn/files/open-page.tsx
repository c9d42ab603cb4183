'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { SiteBar } from '@/components/ui/site-bar'
import { type Linked, readAddress } from './address'
import { LessonFacts } from './lesson-facts'
import { lessonNames, type NamesOfLabs } from './names'
import { ProblemList } from './problem-list'
import { StartPanel } from './start-panel'

/** A lesson that came in a link: what it contains, and Start. Nothing runs by itself. */
export function OpenPage({ labs }: { labs: NamesOfLabs }) {
  const [linked, setLinked] = useState<Linked | null>(null)
  useEffect(() => {
    const look = () => {
      lessonNames(labs)
        .then((names) => readAddress(window.location.hash, names))
        .then(setLinked)
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [labs])
  const plan = linked && 'plan' in linked.read ? linked.read.plan : null
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-2xl px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-3xl tracking-tight">{plan?.title ?? 'A lesson'}</h1>
        {plan?.summary && <p className="mt-2 text-lg text-muted">{plan.summary}</p>}
        {linked && 'problems' in linked.read && (
          <>
            <ProblemList title="This lesson cannot be opened" problems={linked.read.problems} />
            <p className="mt-4">
              <Link href="/lessons" className="underline decoration-control underline-offset-3 hover:text-accent">
                Open a lesson from a file
              </Link>
            </p>
          </>
        )}
        {plan && linked && (
          <>
            <LessonFacts plan={plan} />
            <div className="mt-6 grid">
              <StartPanel plan={plan} assigned={linked.assigned} />
            </div>
          </>
        )}
      </main>
    </>
  )
}
