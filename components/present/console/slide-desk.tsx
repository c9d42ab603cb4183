'use client'

import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { SCALES } from '@/lib/room/state'
import { presentShortcut } from '../keys'
import { type Pointing, usePresent } from '../present-context'
import { DeskSection } from './desk-section'

const VIEWS = [
  { value: 'sequence', label: 'Sequence' },
  { value: 'map', label: 'Map' },
  { value: 'transcript', label: 'Text' },
] as const

const PANELS = [
  { value: 'none', label: 'Nothing' },
  { value: 'inspector', label: 'Inspector' },
  { value: 'screen', label: 'Alice' },
] as const

const SIZES = SCALES.map((scale) => ({ value: `${scale}`, label: `${scale} %` }))

const TABS = [
  { value: 'message', label: 'Message' },
  { value: 'checks', label: 'Checks' },
  { value: 'storage', label: 'Storage' },
  { value: 'exposure', label: 'Exposure' },
] as const

/** What the slide shows, and how. */
export function SlideDesk() {
  const { shared, driving, presentation, pointing, commands } = usePresent()
  const toggles: [label: string, pressed: boolean, command: 'black' | 'bare' | 'echo' | Exclude<Pointing, 'none'>][] = [
    ['Black screen', shared.black, 'black'],
    ['Bare slide', shared.bare, 'bare'],
    ['Laser', pointing === 'laser', 'laser'],
    ['Ink', pointing === 'ink', 'ink'],
    ['Show presses', shared.echo, 'echo'],
  ]
  return (
    <DeskSection title="Slide">
      <fieldset disabled={!driving} className="grid justify-items-start gap-2.5">
        <Segmented
          label="View"
          choices={VIEWS}
          value={VIEWS.find(({ value }) => value === shared.view)?.value ?? 'sequence'}
          onChange={(view) => presentation.change({ view })}
        />
        <Segmented
          label="Beside the diagram"
          choices={PANELS}
          value={shared.panel}
          onChange={(panel) => presentation.change({ panel })}
        />
        {shared.panel === 'inspector' && (
          <Segmented
            label="Tab of the inspector"
            choices={TABS}
            value={TABS.find(({ value }) => value === shared.tab)?.value ?? 'message'}
            onChange={(tab) => presentation.change({ tab })}
          />
        )}
        <Segmented
          label="Text size"
          choices={SIZES}
          value={`${shared.scale}`}
          onChange={(size) => presentation.change({ scale: SCALES.find((scale) => `${scale}` === size) ?? 100 })}
          shortcut={presentShortcut('scale')}
        />
        <div className="flex flex-wrap gap-2">
          {toggles.map(([label, pressed, command]) => (
            <Button
              key={command}
              aria-pressed={pressed}
              onClick={commands[command]}
              aria-keyshortcuts={presentShortcut(command)}
              className={pressed ? 'bg-sunken! font-semibold' : ''}
            >
              {label}
            </Button>
          ))}
        </div>
      </fieldset>
    </DeskSection>
  )
}
