import { useLayout } from '@/components/player/use-layout'
import { Segmented } from '@/components/ui/segmented'
import { Picker } from '@/components/ui/select'
import type { Preset } from '@/lib/oauth/policy'
import { PRESET_CHOICES } from './settings'

interface PresetChoiceProps {
  value: Preset
  onChange(preset: Preset): void
}

/** The rules a lab goes by: all five in sight where there is room. */
export function PresetChoice({ value, onChange }: PresetChoiceProps) {
  if (useLayout() !== 'phone') {
    return (
      <div className="max-md:hidden">
        <Segmented label="Rules" choices={PRESET_CHOICES} value={value} onChange={onChange} />
      </div>
    )
  }
  const find = (text: string) => PRESET_CHOICES.find((choice) => choice.value === text)?.value ?? value
  return <Picker label="Rules" value={value} choices={PRESET_CHOICES} onChange={(text) => onChange(find(text))} />
}
