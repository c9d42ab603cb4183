import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { SpecLink } from '@/components/ui/spec-link'
import type { AttackAbout, SwitchAbout } from '@/lib/attack-matrix/about'
import { allSwitches, type Policy, PRESET_NAMES, type Settings, valuesOf, valueText } from '../settings'

interface SwitchListProps {
  about: AttackAbout
  settings: Settings
  onChange(policy: Policy): void
}

/** The switches that matter to an attack. Flipping one runs it again. */
export function SwitchList({ about, settings, onChange }: SwitchListProps) {
  const values = valuesOf(about, settings)
  if (about.switches.length === 0) {
    return (
      <p className="max-w-3xl rounded-lg border border-line border-dashed px-4 py-2.5 text-muted">
        No switch of the lab lets this attack through: what stops it is always on.
      </p>
    )
  }
  return (
    <section aria-label="Switches that matter">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h3 className="font-semibold text-lg">Switches that matter</h3>
        <div className="flex gap-2">
          <Button onClick={() => onChange(allSwitches(about, 'open'))}>All doors open</Button>
          <Button onClick={() => onChange(allSwitches(about, 'closed'))}>All closed</Button>
        </div>
      </div>
      <ul className="mt-2">
        {about.switches.map((one) => (
          <SwitchRow
            key={one.name}
            one={one}
            settings={settings}
            value={String(values[one.name])}
            onChange={(value) => onChange({ ...values, [one.name]: value })}
          />
        ))}
      </ul>
    </section>
  )
}

interface SwitchRowProps {
  one: SwitchAbout
  settings: Pick<Settings, 'preset'>
  value: string
  onChange(value: SwitchAbout['open']): void
}

/** One switch: what it means, what the rules set it to, and its values side by side. */
export function SwitchRow({ one, settings: { preset }, value, onChange }: SwitchRowProps) {
  const choices = one.choices.map((choice) => ({ value: String(choice), label: valueText(choice) }))
  const chosen = (text: string) => onChange(one.choices.find((choice) => String(choice) === text) ?? one.open)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5 border-line border-t py-2">
      <div className="min-w-0 flex-1 basis-72">
        <p>{one.title}</p>
        <p className="flex flex-wrap gap-x-3 text-sm text-subtle">
          <span className="font-mono">{one.name}</span>
          <span>
            {PRESET_NAMES[preset]}: {valueText(one.presets[preset])}
          </span>
          {one.cites.slice(0, 2).map((id) => (
            <SpecLink key={id} id={id} />
          ))}
        </p>
      </div>
      <Segmented label={one.title} choices={choices} value={value} onChange={chosen} />
    </li>
  )
}
