'use client'

import { useState } from 'react'
import { useLayout } from '@/components/player/use-layout'
import { Notices } from '@/components/ui/notices'
import { Page } from '@/components/ui/page'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { Preset } from '@/lib/oauth/policy'
import { PresetChoice } from '../preset-choice'
import { CellPanel } from './cell-panel'
import { Findings } from './findings'
import { MatrixList } from './matrix-list'
import { MatrixTable } from './matrix-table'
import { NotExecutable } from './not-executable'
import { type GrantColumn, matrixRows, type Opened } from './rows'
import { RunBar } from './run-bar'
import { useMatrix } from './use-matrix'

interface MatrixPageProps {
  attacks: readonly AttackAbout[]
  grants: readonly GrantColumn[]
  /** As the address has it. */
  preset: Preset
  /** What the address names that is not offered; null where all is. */
  notice: string | null
}

/** Grant by attack, every cell executed here and now. */
export function MatrixPage({ attacks, grants, preset: first, notice }: MatrixPageProps) {
  const [preset, setPreset] = useState(first)
  const [opened, setOpened] = useState<Opened | null>(null)
  const matrix = useMatrix()
  const phone = useLayout() === 'phone'
  const result = matrix.results[preset] ?? null
  const asked = grants.filter(
    ({ slug, always }) => always || attacks.some((one) => one.grants.some((grant) => grant.slug === slug)),
  )
  const rows = matrixRows(attacks, asked, result?.cells ?? [])
  const cell = opened && result?.cells.find(({ attack, grant }) => attack === opened.attack && grant === opened.grant)
  const about = attacks.find(({ id }) => id === opened?.attack)
  const choose = (next: Preset) => {
    setPreset(next)
    window.history.replaceState(window.history.state, '', `?preset=${next}`)
  }
  const View = phone ? MatrixList : MatrixTable
  return (
    <>
      <Page
        width="window"
        title="Attacks"
        lead={
          <>
            Each is carried out against the lab’s own servers. Mallory may use only what has reached her, and whether
            she succeeds is read in the answers she gets. A refusal is the defence at work.
          </>
        }
      >
        {notice && <Notices notices={[notice]} className="mt-4" />}
        <div className="mt-6 mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
          <PresetChoice value={preset} onChange={choose} />
          <RunBar preset={preset} matrix={matrix} result={result} />
        </div>
        {/* The server does not know how wide the window is: until the page does, a narrow one shows no table. */}
        <div className={phone ? undefined : 'max-md:hidden'}>
          <View rows={rows} grants={asked} opened={opened} onOpen={setOpened} />
        </div>
        {result?.finished && <Findings attacks={attacks} result={result} idle={result.finished.idle} />}
        <NotExecutable />
      </Page>
      {cell && about && (
        <CellPanel
          key={`${cell.attack} ${cell.grant} ${preset}`}
          cell={cell}
          about={about}
          grant={grants.find(({ slug }) => slug === cell.grant)?.title ?? cell.grant}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}
