import type { ReactNode } from 'react'

/**
 * A text somebody wrote: paragraphs, lists, `code`, **strong** and *emphasis*. Everything else, HTML and links
 * included, stays the text it is.
 */
export function Prose({ text, className }: { text: string; className?: string }) {
  const blocks = text.split(/\n{2,}/).map((block) => block.split('\n'))
  return (
    <div className={className}>
      {blocks.map((lines, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change under the reader
        <Block key={at} lines={lines} />
      ))}
    </div>
  )
}

const ITEM = /^\s*[-*+]\s+/

function Block({ lines }: { lines: readonly string[] }) {
  if (!lines.every((line) => ITEM.test(line))) return <p className="not-first:mt-2">{inline(lines.join('\n'))}</p>
  return (
    <ul className="list-disc pl-5 not-first:mt-2">
      {lines.map((line) => (
        <li key={line}>{inline(line.replace(ITEM, ''))}</li>
      ))}
    </ul>
  )
}

const SPANS = /(`[^`\n]+`|\*\*[^*\n]+\*\*|\*[^*\n]+\*)/

function inline(text: string): ReactNode[] {
  return text.split(SPANS).map((part, at) => {
    const key = `${at} ${part}`
    if (/^`.+`$/.test(part)) return <Code key={key} text={part.slice(1, -1)} />
    if (/^\*\*.+\*\*$/.test(part)) return <strong key={key}>{part.slice(2, -2)}</strong>
    if (/^\*.+\*$/.test(part)) return <em key={key}>{part.slice(1, -1)}</em>
    return part
  })
}

const Code = ({ text }: { text: string }) => (
  <code translate="no" className="rounded-sm bg-sunken px-1 font-mono text-[0.9em]">
    {text}
  </code>
)
