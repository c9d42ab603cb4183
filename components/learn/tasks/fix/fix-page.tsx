'use client'

import { useState } from 'react'
import { SwitchRow } from '@/components/attacks/page/switch-list'
import { PRESET_NAMES } from '@/components/attacks/settings'
import { Button } from '@/components/ui/button'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { FixTask, LessonPlan } from '@/lib/course/lesson-plan'
import type { Switches } from '@/lib/course/tasks/fix'
import { PRESETS } from '@/lib/oauth/policy'
import { Failure } from '../failure'
import { TaskFrame } from '../task-frame'
import { FixResult } from './fix-result'
import { useFix } from './use-fix'

interface FixPageProps {
  plan: LessonPlan
  task: FixTask
  /** The attack, with the switches that are offered. */
  about: AttackAbout
}

/** An attack that succeeds, and the switches that may stop it: set them, then really run it. */
export function FixPage({ plan, task, about }: FixPageProps) {
  const preset = PRESETS.find((known) => known === task.preset) ?? 'permissive'
  const begun: Switches = {
    ...Object.fromEntries(about.switches.map(({ name, presets }) => [name, presets[preset]])),
    ...task.policy,
  }
  const [chosen, setChosen] = useState<Switches>({})
  const fix = useFix(plan.id, task)
  const set = (next: Switches) => {
    setChosen(next)
    fix.forget()
  }
  const changed = Object.keys(chosen).filter((name) => chosen[name] !== begun[name])
  return (
    <TaskFrame plan={plan} task={task}>
      <div className="mt-6 grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label="Switches">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <h2 className="font-semibold text-xl">Switches</h2>
            <p className="text-muted text-sm">The lab begins with: {PRESET_NAMES[preset]}. Not all of these matter.</p>
          </div>
          <ul className="mt-2">
            {about.switches.map((one) => (
              <SwitchRow
                key={one.name}
                one={one}
                settings={{ preset }}
                value={String(chosen[one.name] ?? begun[one.name])}
                onChange={(value) => set({ ...chosen, [one.name]: value })}
              />
            ))}
          </ul>
        </section>
        <section aria-label="Try it" className="flex flex-col gap-4 lg:sticky lg:top-4">
          <div>
            <h2 className="font-semibold text-xl">{about.title}</h2>
            <p className="mt-1 text-muted">{about.summary}</p>
            <p className="mt-2 text-muted text-sm first-letter:uppercase">{about.attacker}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button
              variant="primary"
              size="lg"
              aria-busy={fix.running}
              aria-disabled={fix.running}
              onClick={() => !fix.running && fix.check(chosen)}
            >
              {fix.running ? 'Being run …' : 'Check'}
            </Button>
            <Button size="lg" disabled={changed.length === 0} onClick={() => set({})}>
              Set all back
            </Button>
          </div>
          <p className="text-muted text-sm">Check runs the attack and the honest flow, each in a fresh lab.</p>
          {fix.failure && <Failure sentence={fix.failure} />}
          <FixResult answer={fix.answer} about={about} task={task} chosen={chosen} />
        </section>
      </div>
    </TaskFrame>
  )
}
