'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notices } from '@/components/ui/notices'
import { SiteBar } from '@/components/ui/site-bar'
import { Comparing } from './comparing'
import { FlowDialog } from './flow-dialog'
import { compareQuery, type FlowSpec, MOST_COLUMNS, readSpecs } from './specs/spec'
import { Suggested } from './suggested'

interface ComparePageProps {
  /** As the address has it: `authorization-code~pkce:off,implicit`. */
  flows: string
  /** Row of a shared link; null begins at the beginning. */
  phase: string | null
}

/** Two to four flows side by side, each in a lab of its own. */
export function ComparePage({ flows, phase }: ComparePageProps) {
  const [read] = useState(() => readSpecs(flows))
  const [specs, setSpecs] = useState<readonly FlowSpec[]>(read.specs)
  const [notices, setNotices] = useState(read.notices)

  // The browser's Back undoes a change of columns.
  useEffect(() => {
    const goTo = () => {
      const { specs, notices } = readSpecs(new URLSearchParams(window.location.search).get('flows') ?? '')
      setNotices(notices)
      setSpecs(specs)
    }
    window.addEventListener('popstate', goTo)
    return () => window.removeEventListener('popstate', goTo)
  }, [])

  function change(next: FlowSpec[]) {
    window.history.pushState(null, '', `/compare${compareQuery(next)}`)
    setNotices([])
    setSpecs(next)
  }
  return (
    <>
      <SiteBar wide />
      <main>
        <header className="px-4 pt-7 pb-5 sm:px-6">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div>
              <h1 className="font-semibold text-3xl tracking-tight">Compare flows</h1>
              <p className="mt-1 text-pretty text-lg text-muted">
                Each runs in a lab of its own. What is said of it is what it did.
              </p>
            </div>
            <AddFlow specs={specs} onAdd={(spec) => change([...specs, spec])} />
          </div>
          {notices.length > 0 && <Notices notices={notices} className="mt-4" />}
          {specs.length === 1 && (
            <p className="mt-4 max-w-3xl rounded-lg border border-control border-dashed px-4 py-2.5">
              Add a second flow to compare it with: the same one with other options counts.
            </p>
          )}
        </header>
        {specs.length === 0 ? (
          <div className="px-4 pb-16 sm:px-6">
            <Suggested />
          </div>
        ) : (
          <Comparing specs={specs} onSpecs={change} phase={phase} />
        )}
      </main>
    </>
  )
}

function AddFlow({ specs, onAdd }: { specs: readonly FlowSpec[]; onAdd(spec: FlowSpec): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState(0)
  const full = specs.length >= MOST_COLUMNS
  return (
    <div className="flex items-center gap-3">
      {full && <span className="text-muted text-sm">Four fit side by side: remove one to add another.</span>}
      <Button
        size="lg"
        disabled={full}
        onClick={() => {
          setAsked((count) => count + 1)
          dialog.current?.showModal()
        }}
      >
        <Icon name="plus" />
        Add a flow
      </Button>
      <FlowDialog ref={dialog} asked={asked} changes={null} all={specs} onChoose={onAdd} />
    </div>
  )
}
