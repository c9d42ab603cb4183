'use client'

import { useState } from 'react'
import { download } from '@/components/export/download'
import { svgToPng } from '@/components/export/svg-to-png'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type FlowSpec, specKey } from './specs/spec'
import { markdownOf } from './table/markdown'
import type { TableRow } from './table/table'
import { tableSvg } from './table/table-svg'
import type { ColumnView } from './view'

interface ShareProps {
  specs: readonly FlowSpec[]
  columns: readonly ColumnView[]
  /** As they are shown: with the filter on, the differences only. */
  rows: readonly TableRow[]
}

/** The table to take along: as a link, as text, as a picture. */
export function Share({ specs, columns, rows }: ShareProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const link = () => window.location.href
  const markdown = () => markdownOf({ titles: columns.map(({ name }) => name), rows, link: link() })
  const picture = () => tableSvg({ titles: columns, rows, link: link() })
  const name = `grant-lab-${specs.map(fileWords).join('-vs-')}`

  async function savePng() {
    try {
      setFailure(null)
      download({ name: `${name}.png`, type: 'image/png', content: await svgToPng(picture(), 2) })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The picture could not be made. Choose SVG.')
    }
  }

  return (
    <section aria-label="Share the comparison" className="flex flex-wrap items-center gap-2">
      <CopyButton text={link}>Copy link</CopyButton>
      <CopyButton text={markdown}>Copy as Markdown</CopyButton>
      <Button onClick={() => download({ name: `${name}.svg`, type: 'image/svg+xml', content: picture() })}>
        Save as SVG
      </Button>
      <Button onClick={savePng}>Save as PNG</Button>
      {failure && <p role="alert">{failure}</p>}
    </section>
  )
}

const fileWords = (spec: FlowSpec): string => specKey(spec).replaceAll(/[~:]/g, '-')
