'use client'

import { download } from '@/components/export/download'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'

/** A whole lesson file, to read and to begin from. */
export function Example({ name, text }: { name: string; text: string }) {
  const type = name.endsWith('.json') ? 'application/json' : 'text/markdown'
  return (
    <figure className="mt-3 rounded-lg border border-line bg-surface">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-4 py-2">
        <span className="break-all font-mono text-sm">{name}</span>
        <span className="flex gap-2">
          <CopyButton text={text}>Copy</CopyButton>
          <Button onClick={() => download({ name, type, content: text })}>
            <Icon name="save" size={14} /> Save
          </Button>
        </span>
      </figcaption>
      <pre
        translate="no"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[32rem] overflow-auto whitespace-pre-wrap break-words p-4 font-mono text-sm leading-6"
      >
        {text}
      </pre>
    </figure>
  )
}
