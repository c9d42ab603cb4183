'use client'

import { useEffect, useState } from 'react'
import { linkTo } from '@/components/player/link'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { TextLink } from '@/components/ui/text-link'
import { wearTheme } from '@/components/ui/theme'
import type { Recording } from '@/lib/export/recording'
import type { LoadedGrant } from '@/machines/kit/entry'
import { storyOf } from '../replay/recorded-state'
import { told } from '../story'
import { Sheet } from './sheet'
import { stepRange } from './step-range'

const PER_SHEET = [
  { value: 'one', label: 'One step a page' },
  { value: 'four', label: 'Four' },
] as const

/** A run on paper. What is on screen is what the browser prints; names stand in the place of secrets. */
export function Handout({ entry, recording }: { entry: LoadedGrant; recording: Recording }) {
  const [per, setPer] = useState<'one' | 'four'>('four')
  const [notes, setNotes] = useState(true)
  const [range, setRange] = useState('')
  useWhitePaper()
  const story = storyOf(entry, recording)
  const all = told(story)
  const chosen = stepRange(range, all.length)
  const steps = 'numbers' in chosen ? all.filter(({ facts }) => chosen.numbers.includes(facts.number)) : all
  const sheets = inGroups(steps, per === 'one' ? 1 : 4)
  const { options, step } = recording
  return (
    <>
      <header className="sticky top-0 z-10 flex flex-wrap items-center gap-x-5 gap-y-2.5 border-line border-b bg-surface px-5 py-2.5 print:hidden">
        <TextLink
          href={linkTo(entry, { options, step, tab: 'message', view: 'sequence', theme: null })}
          className="font-medium"
        >
          Back to the player
        </TextLink>
        <Segmented label="Steps a page" choices={PER_SHEET} value={per} onChange={(value) => setPer(value)} />
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={notes}
            onChange={(event) => setNotes(event.currentTarget.checked)}
            className="size-4 accent-(--accent)"
          />
          Notes
        </label>
        <label className="flex items-center gap-2 text-sm">
          Steps
          <input
            value={range}
            onChange={(event) => setRange(event.currentTarget.value)}
            placeholder={`1-${all.length}`}
            aria-invalid={'error' in chosen}
            aria-describedby="range-problem"
            className="h-8 w-28 rounded-md border border-control bg-surface px-2 font-mono text-sm"
          />
        </label>
        <span className="text-muted text-sm">
          {sheets.length} {sheets.length === 1 ? 'page' : 'pages'}
        </span>
        <Button variant="primary" className="ml-auto" disabled={'error' in chosen} onClick={() => window.print()}>
          Print or save as PDF
        </Button>
        <p id="range-problem" role="status" className="basis-full text-sm empty:hidden">
          {'error' in chosen && chosen.error}
        </p>
      </header>
      <main className="min-h-dvh bg-canvas px-4 py-6 text-ink print:min-h-0 print:p-0">
        <h1 className="mx-auto mb-4 max-w-[52rem] font-bold text-2xl tracking-tight print:mb-2 print:max-w-none print:text-lg">
          {story.title}
          {story.options.length > 0 && (
            <span className="block font-normal text-muted text-sm print:text-xs">{story.options.join(' · ')}</span>
          )}
        </h1>
        {sheets.map((sheet, at) => (
          <Sheet
            key={sheet[0]?.facts.number}
            story={story}
            told={sheet}
            alone={per === 'one'}
            notes={notes}
            last={at === sheets.length - 1}
          />
        ))}
      </main>
    </>
  )
}

/** Paper is white, whatever theme the reader chose: the page wears the projector's, and leaves the choice alone. */
function useWhitePaper(): void {
  useEffect(() => {
    const page = document.documentElement
    const { theme } = page.dataset
    wearTheme('projector')
    return () => {
      if (theme === undefined) delete page.dataset.theme
      else page.dataset.theme = theme
    }
  }, [])
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
