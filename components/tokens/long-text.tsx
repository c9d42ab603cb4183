import { useState } from 'react'
import { TextButton } from '@/components/ui/text-link'

interface LongTextProps {
  text: string
  /** Characters that are shown without being asked; left out, more than any part of a usual token has. */
  most?: number
}

/** A text of any length: a very long one shows its beginning. */
export function LongText({ text, most = 1_500 }: LongTextProps) {
  const [whole, setWhole] = useState(false)
  if (text.length <= most) return text
  return (
    <>
      {whole ? text : `${text.slice(0, most)}…`}{' '}
      <TextButton className="font-sans" aria-expanded={whole} onClick={() => setWhole((now) => !now)}>
        {whole ? 'Shorten' : `Show all ${text.length} characters`}
      </TextButton>
    </>
  )
}
