'use client'

import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import type { ScreenForm } from '@/lib/user-agent/screen'
import type { Chart, ChartState } from '@/machines/kit/chart'
import type { Step } from '@/machines/kit/step'
import { stateWords } from './words'

interface PossibleNowProps {
  chart: Chart
  steps: readonly Step[]
  /** Brings a state into view. */
  onShow(state: ChartState): void
}

/** The current state and a button for every event it takes. */
export function PossibleNow({ chart, steps, onShow }: PossibleNowProps) {
  const { live, acting, readOnly = false } = usePlayer()
  const { jumpToLive } = usePlayerActions()
  const canAct = acting !== null && !readOnly
  const current = chart.states.filter((state) => state.current)
  return (
    <section aria-label="Now" className="border-line border-b px-4 py-3">
      <p>
        <span className="text-muted">{live ? 'Now:' : canAct ? 'At this step:' : 'At the latest step:'}</span>{' '}
        {current.map((state) => (
          <button
            key={state.path}
            type="button"
            title="Show it in the chart"
            onClick={() => onShow(state)}
            className="min-h-6 text-left font-semibold underline decoration-control underline-offset-3 hover:text-accent"
          >
            {stateWords(state, steps).title}
          </button>
        ))}
      </p>
      {canAct && <Events />}
      {acting === 'fork' && canAct && (
        <p className="mt-2 text-muted text-sm">An event sent from here begins a new branch; this one stays.</p>
      )}
      {!live && !canAct && (
        <p className="mt-2 flex flex-wrap items-center gap-2 text-muted text-sm">
          You are looking at an earlier one. Events act on the latest.
          <Button onClick={jumpToLive}>Jump to live</Button>
        </p>
      )}
    </section>
  )
}

function Events() {
  const { next, acting, events, onTheWire, userActs, screen } = usePlayer()
  const { next: goOn, send, drop } = usePlayerActions()
  const setEditing = useViewer((viewer) => viewer.setEditing)
  const setTab = useViewer((viewer) => viewer.setTab)
  const waiting = next.waitingFor !== null
  const lies = onTheWire
  return (
    <ul className="mt-2 flex flex-col items-start gap-1.5" aria-label="Events possible now">
      {next.enabled && acting !== 'fork' && (
        <Event name="learner.next" label={`Press ${next.label}`} onPress={goOn} disabled={waiting} />
      )}
      {userActs && screen?.forms.map((form) => <FormEvents key={form.name} form={form} disabled={waiting} />)}
      {lies && (
        <Event
          name="learner.deliverEdited"
          label="Edit the message first"
          disabled={waiting}
          onPress={() => {
            setTab('message')
            setEditing(true)
          }}
        />
      )}
      {lies && <Event name="learner.drop" label="Drop the message" onPress={drop} disabled={waiting} />}
      {events.map((event) => (
        <Event
          key={event.type}
          name={event.type}
          label={event.label}
          onPress={() => send(event.type)}
          disabled={waiting}
        />
      ))}
    </ul>
  )
}

interface EventProps {
  /** As the machine names it. */
  name: string
  label: string
  disabled: boolean
  onPress(): void
}

function Event({ name, label, disabled, onPress }: EventProps) {
  return (
    <li className="flex max-w-full flex-wrap items-center gap-x-2">
      <Button onClick={onPress} disabled={disabled} className="h-auto! min-h-8 max-w-full whitespace-normal! text-left">
        {label}
      </Button>
      <code className="text-subtle text-xs">{name}</code>
    </li>
  )
}

/** What Alice can press on her screen, with her form as it is filled in. */
function FormEvents({ form, disabled }: { form: ScreenForm; disabled: boolean }) {
  const { submit } = usePlayerActions()
  return form.buttons.map((button) => (
    <Event
      key={`${button.name} ${button.value}`}
      name={`user, form ${form.name}`}
      label={`Alice: ${button.label}`}
      disabled={disabled}
      onPress={() => submit(form.name, { ...filledIn(form), ...(button.name && { [button.name]: button.value }) })}
    />
  ))
}

/** The form's values as they stand: a ticked box counts, and a name may hold several. */
export function filledIn({ fields }: ScreenForm): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const { name, type, value, checked } of fields) {
    if (type === 'checkbox') {
      const before = values[name]
      const list = Array.isArray(before) ? before : []
      values[name] = checked ? [...list, value] : list
    } else values[name] = value
  }
  return values
}
