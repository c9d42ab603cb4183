'use client'

import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import { TABS, VIEWS } from '@/components/player/viewer'
import { THEMES } from '@/components/ui/theme'
import { type Change, type Panel, type Question, type Role, SCALES } from '@/lib/room/state'
import type { PresentCommand } from './keys'
import type { Pointing } from './present-context'
import { answerOf, whatComesNext } from './question'
import type { Presentation } from './session/presentation'
import { seenIn } from './session/presented'

interface Desk {
  role: Role
  presentation: Presentation
  view: PlayerView | null
  actions: PlayerActions
  pointing: Pointing
  setPointing(pointing: Pointing): void
  notify(sentence: string): void
  help: RefObject<HTMLDialogElement | null>
}

const PANELS: readonly Panel[] = ['none', 'inspector', 'screen']
const ALONE = 'This window is what the audience sees. Open the console to look something up privately.'
const PRIVATE = 'You look privately. Go back to the audience first (L), or bring it along (A).'
const FOLLOWS = 'Another window drives. Press “Take control” (C) to drive from here.'

const after = <Item>(items: readonly Item[], item: Item): Item =>
  items[(items.indexOf(item) + 1) % items.length] as Item

/** What keys and buttons of a present window do. All but a few are the driver's. */
export function useCommands(desk: Desk): Readonly<Record<PresentCommand, () => void>> {
  const latest = useRef(desk)
  latest.current = desk
  const revealing = useReveal(desk)

  return useMemo(() => {
    const now = () => {
      const presented = latest.current.presentation.state()
      return { ...latest.current, ...presented, shared: seenIn(presented), audience: presented.shared }
    }
    const change = (changes: Change) => latest.current.presentation.change(changes)
    const driver = (work: () => void) => () => (now().driving ? work() : now().notify(FOLLOWS))
    /** What is done with the audience, and not while it is left alone. */
    const presenter = (work: () => void) => driver(() => (now().look ? now().notify(PRIVATE) : work()))

    function goOn() {
      const { view, actions } = now()
      if (view?.next.enabled && view.next.waitingFor === null) actions.next()
    }
    /** Shows what really comes: by letting it happen. */
    function reveal() {
      const { question } = now().shared
      if (!question) return
      if (question.answer) return change({ question: null })
      revealing.current = question
      goOn()
    }
    function ask() {
      const { view, shared } = now()
      if (!view || shared.question) return change({ question: null })
      const question = whatComesNext(view.steps, view.cursor, view.parties)
      change({ question: question && { ...question, id: `${question.id}-${shared.rev}` } })
    }
    function point(mode: Pointing) {
      const { pointing, setPointing } = now()
      setPointing(pointing === mode ? 'none' : mode)
      change({ laser: null, ink: null })
    }
    const move = (work: (actions: PlayerActions) => void) =>
      driver(() => {
        if (!now().look && now().shared.question) change({ question: null })
        work(now().actions)
      })
    const tab = (at: number) => driver(() => TABS[at] && change({ tab: TABS[at], panel: 'inspector' }))

    return {
      next: driver(() => {
        const { question } = now().look ? { question: null } : now().shared
        if (question && !question.answer) return reveal()
        if (question) change({ question: null })
        goOn()
      }),
      back: move((actions) => actions.back()),
      first: move((actions) => actions.goTo(0)),
      latest: move((actions) => actions.jumpToLive()),
      restart: presenter(() => now().actions.restart()),
      black: driver(() => change({ black: !now().shared.black })),
      'full-screen': toggleFullScreen,
      clear: () => {
        now().setPointing('none')
        if (now().driving) change({ black: false, bare: false, laser: null, ink: null })
      },
      laser: presenter(() => point('laser')),
      ink: presenter(() => point('ink')),
      bare: driver(() => change({ bare: !now().shared.bare })),
      question: presenter(ask),
      reveal: presenter(reveal),
      panel: driver(() => change({ panel: after(PANELS, now().shared.panel) })),
      view: driver(() => change({ view: after<string>(VIEWS, now().shared.view) })),
      theme: driver(() => change({ theme: after<string>(THEMES, now().shared.theme) })),
      scale: driver(() => change({ scale: after(SCALES, now().shared.scale) })),
      echo: driver(() => change({ echo: !now().shared.echo, pressed: null })),
      private: driver(() => {
        const { role, look, audience, presentation, view, actions, notify, setPointing } = now()
        if (role === 'audience') return notify(ALONE)
        setPointing('none')
        if (!look) return presentation.lookPrivately()
        presentation.comeBack(false)
        actions.goTo(view?.steps.find(({ id }) => id === audience.step)?.number ?? 0)
      }),
      bring: driver(() => {
        const { look, presentation } = now()
        if (!look) return
        presentation.comeBack(true)
        change({ question: null })
      }),
      control: () => latest.current.presentation.takeControl(),
      help: () => now().help.current?.showModal(),
      'tab-1': tab(0),
      'tab-2': tab(1),
      'tab-3': tab(2),
      'tab-4': tab(3),
      'tab-5': tab(4),
    }
  }, [revealing])
}

/** Once the step has come that a question asked for, it is the answer. */
function useReveal({ presentation, view }: Desk) {
  const revealing = useRef<Question | null>(null)
  const asked = useRef<number | null>(null)
  const cursor = view?.cursor ?? null
  useEffect(() => {
    const question = revealing.current
    if (question && view?.current && asked.current !== cursor) {
      presentation.change({ question: { ...question, answer: answerOf(question, view.current, view.parties) } })
      revealing.current = null
    }
    asked.current = cursor
  }, [cursor, view, presentation])
  return revealing
}

function toggleFullScreen(): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  change.catch(() => {
    // The browser allows it on a key press or a click only.
  })
}
