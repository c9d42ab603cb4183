'use client'

import { useEffect, useState } from 'react'
import { Page } from '@/components/ui/page'
import { TextLink } from '@/components/ui/text-link'
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
    <Page title={plan?.title ?? 'A lesson'} lead={plan?.summary} width="text">
      {linked && 'problems' in linked.read && (
        <>
          <ProblemList title="This lesson cannot be opened" problems={linked.read.problems} />
          <p className="mt-4">
            <TextLink href="/lessons">Open a lesson from a file</TextLink>
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
    </Page>
  )
}
