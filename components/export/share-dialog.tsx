'use client'

import { use, useState } from 'react'
import { linkTo, type Spot } from '@/components/player/link'
import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import { CopyField } from '@/components/ui/copy-field'
import { ModalDialog } from '@/components/ui/dialog'
import { isTheme } from '@/components/ui/theme'
import type { Finding } from '@/lib/export/scan'
import { findGrant } from '@/machines/catalogue'
import { type GrantEntry, loadGrant } from '@/machines/kit/entry'
import { download } from './download'
import { EmbedSection } from './embed-section'
import { FileList } from './file-list'
import type { Offer } from './formats'
import { PictureSection } from './picture-section'

/** Everything a run can become outside the app. Made when it is asked for, in the page, and scanned before it is offered. */
export function ShareDialog({ onClose }: { onClose(): void }) {
  const { flow } = usePlayer()
  const { record } = usePlayerActions()
  const [problem, setProblem] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const tab = useViewer((viewer) => viewer.tab)
  const view = useViewer((viewer) => viewer.view)
  const found = findGrant(flow)
  const entry = found && use(loadGrant(found))
  const recording = record?.()
  if (!entry || !recording) return null
  const { theme } = document.documentElement.dataset
  const { options, step } = recording
  const spot: Spot = { options, step, tab, view, theme: isTheme(theme) ? theme : null }

  const offer = async (make: () => Offer | Promise<Offer>) => {
    setProblem(null)
    setSaved(null)
    try {
      const made = await make()
      if ('found' in made) return setProblem(refusal(made.found))
      download(made.file)
      setSaved(made.file.name)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The file could not be made. Try again.')
    }
  }

  const foot = problem ? (
    <p role="alert">{problem}</p>
  ) : (
    saved && (
      <p role="status">
        Saved <span className="font-mono text-sm">{saved}</span>.
      </p>
    )
  )
  return (
    <ModalDialog title="Share and export" onClose={onClose} className="w-[min(44rem,94vw)]" foot={foot}>
      <div className="flex flex-col gap-6">
        <LinkSection entry={entry} spot={spot} />
        <EmbedSection entry={entry} spot={spot} />
        <PictureSection entry={entry} recording={recording} onOffer={offer} />
        <FileList entry={entry} recording={recording} onOffer={offer} />
      </div>
    </ModalDialog>
  )
}

function refusal(found: readonly Finding[]): string {
  const what = new Intl.ListFormat('en').format(found.slice(0, 5).map(({ name, how }) => `${name} (${how})`))
  return `Nothing was saved: the file would still hold ${what}. A message of this run carries it in a way that cannot be replaced; restart without it, or save with the lab’s secrets on purpose.`
}

function LinkSection({ entry, spot }: { entry: GrantEntry; spot: Spot }) {
  const whole = new URL(linkTo(entry, spot), window.location.origin).href
  return (
    <section aria-labelledby="share-link">
      <h3 id="share-link" className="font-semibold">
        Link
      </h3>
      <p className="mt-0.5 text-muted text-sm">
        Leads to these options, this step, tab and view, in the reader’s own lab. It holds no secret.
      </p>
      <div className="mt-2">
        <CopyField label="Link to here" text={whole} button="Copy link" />
      </div>
    </section>
  )
}
