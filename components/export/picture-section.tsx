'use client'

import { useState } from 'react'
import { usePlayer, useViewer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Picker } from '@/components/ui/select'
import { shownTheme, THEMES, type Theme } from '@/components/ui/theme'
import type { Recording } from '@/lib/export/recording'
import { disguised } from '@/lib/export/run-file'
import type { LoadedGrant } from '@/machines/kit/entry'
import { checked, type Offer } from './formats'
import { svgMarkup, themeColours } from './picture/in-page'
import { MapPicture } from './picture/map-picture'
import { SequencePicture } from './picture/sequence-picture'
import { standalone } from './picture/standalone'
import { storyOf } from './replay/recorded-state'
import { SCALES, type Scale, svgToPng } from './svg-to-png'

interface PictureSectionProps {
  entry: LoadedGrant
  recording: Recording
  onOffer(make: () => Promise<Offer>): void
}

type What = 'view' | 'all'

const THEME_CHOICES: readonly { value: Theme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'projector', label: 'Projector, print' },
]

/** The diagram as a picture: what is looked at now, or every step of the run. */
export function PictureSection({ entry, recording, onOffer }: PictureSectionProps) {
  const { cursor, head } = usePlayer()
  const view = useViewer((viewer) => viewer.view)
  const [what, setWhat] = useState<What>('view')
  const [theme, setTheme] = useState<Theme>(shownTheme)
  const [scale, setScale] = useState<Scale>(2)

  const make = async (type: 'svg' | 'png'): Promise<Offer> => {
    const story = storyOf(entry, disguised(recording))
    const at = what === 'view' ? { cursor, head } : { cursor: story.steps.length + 1, head: story.steps.length + 1 }
    const Picture = what === 'view' && view === 'map' ? MapPicture : SequencePicture
    const svg = standalone(svgMarkup(<Picture story={story} {...at} />), themeColours(theme))
    const name = `${recording.flow}.${type}`
    const offer = checked({ name, type: 'image/svg+xml', content: svg }, svg, recording)
    if (type === 'svg' || 'found' in offer) return offer
    return { file: { name, type: 'image/png', content: await svgToPng(svg, scale) } }
  }

  return (
    <section aria-labelledby="share-picture">
      <h3 id="share-picture" className="font-semibold">
        Picture
      </h3>
      <p className="mt-0.5 text-muted text-sm">The diagram with every line, drawn anew. No secret stands in it.</p>
      <div className="mt-2 flex flex-wrap items-end gap-2.5">
        <Picker
          label="Shows"
          value={what}
          choices={[
            { value: 'view', label: view === 'map' ? 'The map now' : 'This view' },
            { value: 'all', label: 'All steps' },
          ]}
          onChange={(value) => setWhat(value === 'all' ? 'all' : 'view')}
        />
        <Picker
          label="Theme"
          value={theme}
          choices={THEME_CHOICES}
          onChange={(value) => setTheme(THEMES.find((one) => one === value) ?? theme)}
        />
        <Picker
          label="PNG size"
          value={String(scale)}
          choices={SCALES.map((one) => ({ value: String(one), label: `${one}×` }))}
          onChange={(value) => setScale(SCALES.find((one) => String(one) === value) ?? scale)}
        />
        <span className="flex gap-2 sm:ml-auto">
          <Button onClick={() => onOffer(() => make('svg'))}>
            <Icon name="save" size={14} />
            SVG
          </Button>
          <Button variant="primary" onClick={() => onOffer(() => make('png'))}>
            <Icon name="save" size={14} />
            PNG
          </Button>
        </span>
      </div>
    </section>
  )
}
