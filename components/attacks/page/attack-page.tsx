'use client'

import { useEffect, useState } from 'react'
import { readLink } from '@/components/player/link'
import { Notices } from '@/components/ui/notices'
import { Page } from '@/components/ui/page'
import { Picker } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import { CaseSets } from '../case-sets'
import { PresetChoice } from '../preset-choice'
import { allSwitches, attackOptions, type Policy, queryOf, type Settings, settingsOf, valuesOf } from '../settings'
import { AttackFacts } from './attack-facts'
import { SideBySide } from './side-by-side'
import { SwitchList } from './switch-list'

interface AttackPageProps {
  about: AttackAbout
  /** As the address has them. */
  options: Readonly<Record<string, string>>
}

interface Pair {
  before: Settings | null
  after: Settings
}

/** One attack: what it is, and two runs of it side by side, before and after a switch was flipped. */
export function AttackPage({ about, options }: AttackPageProps) {
  const [{ before, after }, setPair] = useState(() => firstPair(about, settingsOf(about, options)))
  const [{ notice }] = useState(() => readLink({ options: attackOptions(about, options) }, options))
  const [touched, setTouched] = useState(false)
  const change = (next: Pair) => {
    setTouched(true)
    setPair(next)
  }
  const flip = (policy: Policy) => change({ before: after, after: { ...after, policy } })
  const begin = (settings: Settings) => change(firstPair(about, { ...settings, policy: {} }))

  useEffect(() => {
    if (touched) window.history.replaceState(window.history.state, '', `?${queryOf(after)}`)
  }, [after, touched])

  const cases = about.grants.find(({ slug }) => slug === after.grant)?.cases ?? []
  return (
    <Page
      title={about.title}
      lead={about.summary}
      trail={
        <>
          <TextLink href="/attacks" alone>
            Attacks
          </TextLink>{' '}
          / <span className="font-mono">{about.id}</span>
        </>
      }
    >
      {notice && !touched && <Notices notices={[notice]} className="mt-4" />}
      <AttackFacts about={about} />
      <h2 className="mt-9 font-semibold text-2xl">Run it, with and without the defence</h2>
      <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <Picker
          label="Grant"
          value={after.grant}
          choices={about.grants.map(({ slug, title }) => ({ value: slug, label: title }))}
          onChange={(grant) => begin(settingsOf(about, { grant, preset: after.preset }))}
        />
        {cases.length > 1 && (
          <Picker
            label="Case"
            value={after.case}
            choices={cases.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(one) => begin({ ...after, case: one })}
          />
        )}
        <PresetChoice value={after.preset} onChange={(preset) => begin({ ...after, preset })} />
      </div>
      <CaseSets sets={cases.find(({ id }) => id === after.case)?.sets ?? {}} className="mt-4" />
      <div className="mt-6">
        <SwitchList about={about} settings={after} onChange={flip} />
      </div>
      <div className="mt-8">
        <SideBySide about={about} before={before} after={after} />
      </div>
    </Page>
  )
}

/** What is run at first: without the defence, and with it; where the address sets switches, the rules' own and these. */
function firstPair(about: AttackAbout, settings: Settings): Pair {
  if (about.switches.length === 0) return { before: null, after: settings }
  const asked = Object.keys(settings.policy).length > 0
  const before = asked ? valuesOf(about, { ...settings, policy: {} }) : allSwitches(about, 'open')
  const after = asked ? valuesOf(about, settings) : allSwitches(about, 'closed')
  return { before: { ...settings, policy: before }, after: { ...settings, policy: after } }
}
