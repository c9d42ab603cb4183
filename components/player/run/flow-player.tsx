'use client'

import { notFound, useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { preloadDiagram } from '@/components/diagram/diagram'
import { Button } from '@/components/ui/button'
import { wearTheme } from '@/components/ui/theme'
import { Toast } from '@/components/ui/toast'
import { findGrant } from '@/machines/catalogue'
import type { GrantEntry } from '@/machines/kit/entry'
import { linkTo, type readLink } from '../link'
import { Player } from '../player'
import { PlayerProvider } from '../player-context'
import type { PlayerView } from '../player-view'
import { PlayerSkeleton } from '../skeleton'
import { layoutNow } from '../use-layout'
import type { View } from '../viewer'
import { actionsOf } from './actions'
import { fastForward } from './fast-forward'
import { keptView } from './kept-view'
import { OptionsToast } from './options-toast'
import { optionsKey, Run, sentenceOf } from './run'
import { forgetRun } from './saved-run'
import { useLeftRun } from './use-left-run'
import { viewOf } from './view'

type LinkedSpot = Omit<ReturnType<typeof readLink>, 'options'>

interface FlowPlayerProps {
  flow: string
  options: Record<string, string>
  /** Where a shared link leads: a step (null opens where the visitor was), a tab, a view, a theme. */
  spot: LinkedSpot
}

/** A flow of the catalogue with its own lab. */
export function FlowPlayer({ flow, ...rest }: FlowPlayerProps) {
  return <EntryPlayer entry={findGrant(flow) ?? notFound()} {...rest} />
}

interface EntryPlayerProps extends Omit<FlowPlayerProps, 'flow'> {
  entry: GrantEntry
  /** What this tab remembers the run by; left out: the flow's name. */
  memory?: string
  /** What is drawn of the run; left out: the player. */
  screen?: (run: Run) => ReactNode
}

/** A run in its own lab: opened or resumed, then handed to the player. */
export function EntryPlayer({ entry, options, spot, memory = entry.slug, screen }: EntryPlayerProps) {
  const [run, setRun] = useState<Run | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const key = optionsKey(options)
  useDiagramEarly(spot.view)
  // The step is where the page was opened; moving the cursor rewrites the URL, which must not open it again.
  const opening = useRef({ step: spot.step, notice: spot.notice })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    let current = true
    setFailure(null)
    setRun(null)
    const { step: wanted, notice } = opening.current
    Run.open(entry, Object.fromEntries(new URLSearchParams(key)), memory)
      .then(async (opened) => {
        if (wanted) await fastForward(opened, wanted)
        if (notice && !opened.state().failure) opened.fail(notice)
        opening.current = { step: null, notice: null }
        if (current) setRun(opened)
        else opened.stop()
      })
      .catch((error) => current && setFailure(sentenceOf(error)))
    return () => {
      current = false
    }
  }, [entry, key, memory, attempt])

  const { left, leave, forget, take } = useLeftRun(memory, key)
  const again = () => {
    leave(run)
    forgetRun(memory, key)
    setAttempt((count) => count + 1)
  }
  const undo = () => {
    const before = take()
    if (!before) return
    void run?.discard()
    forgetRun(memory, key)
    before.keep()
    setFailure(null)
    setRun(before)
  }
  return (
    <>
      {run ? (
        <RunningPlayer key={`run ${run.state().lab.id}`} run={run} spot={spot} onRestart={again} screen={screen} />
      ) : (
        <PlayerSkeleton
          title={entry.title}
          summary={entry.summary}
          failure={failure}
          onRetry={() => setAttempt((count) => count + 1)}
        />
      )}
      {left && left !== run && (run || failure) && (
        <Toast key={`left ${left.state().lab.id}`} text="A new run, in a fresh lab." onClose={forget}>
          <Button onClick={undo}>Undo</Button>
        </Toast>
      )}
      <OptionsToast key={`options ${entry.slug}`} entry={entry} chosen={key} ready={run !== null} />
    </>
  )
}

/** The drawing is loaded while the lab is being made, where the window shows one. */
function useDiagramEarly(view: View): void {
  useEffect(() => {
    if (view !== 'transcript' && layoutNow() !== 'phone') preloadDiagram(view).catch(() => {})
  }, [view])
}

interface RunningPlayerProps {
  run: Run
  spot: LinkedSpot
  onRestart(): void
  screen: EntryPlayerProps['screen']
}

function RunningPlayer({ run, spot, onRestart, screen }: RunningPlayerProps) {
  const router = useRouter()
  const state = useSyncExternalStore(run.subscribe, run.state, run.state)
  const [first] = useState(() => viewOf(run, state))
  const latest = useRef<PlayerView>(first)
  const view = useMemo(() => keptView(latest.current, viewOf(run, state)), [run, state])
  latest.current = view

  const actions = useMemo(
    () =>
      actionsOf(run, () => latest.current, {
        restart: onRestart,
        setOption: (name, value, looking) => {
          const options = { ...run.options, [name]: value }
          router.push(linkTo(run.entry, { ...looking, options, step: null, theme: null }))
        },
      }),
    [run, onRestart, router],
  )

  const currentStep = view.current?.id ?? null
  useEffect(() => {
    const url = new URL(window.location.href)
    if (currentStep) url.searchParams.set('step', currentStep)
    else url.searchParams.delete('step')
    window.history.replaceState(window.history.state, '', url)
  }, [currentStep])

  const { theme } = spot
  useEffect(() => {
    if (theme) wearTheme(theme)
  }, [theme])

  return (
    <PlayerProvider view={view} actions={actions} initial={{ tab: spot.tab, view: spot.view }}>
      {screen ? screen(run) : <Player />}
    </PlayerProvider>
  )
}
