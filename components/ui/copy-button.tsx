'use client'

import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { copyText } from './copy-text'

type Outcome = 'idle' | 'copied' | 'failed'

const WORD: Record<Outcome, string | null> = {
  idle: null,
  copied: 'Copied',
  failed: 'Could not copy',
}

function useCopy(text: string | (() => string)) {
  const [outcome, setOutcome] = useState<Outcome>('idle')
  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), 1600)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => setOutcome((await copyText(typeof text === 'string' ? text : text())) ? 'copied' : 'failed')
  return { outcome, copy }
}

/** A small picture button; its name says what it copies. */
export function CopyIcon({ text, what }: { text: string; what: string }) {
  const { outcome, copy } = useCopy(text)
  return (
    <IconButton
      icon={outcome === 'copied' ? 'check' : 'copy'}
      label={WORD[outcome] ?? `Copy ${what}`}
      onClick={copy}
      className="size-6! shrink-0 p-0! text-subtle hover:text-ink"
    />
  )
}

/** A button in words, which says so once it has copied. */
export function CopyButton({ text, children, ...rest }: ButtonProps & { text: string | (() => string) }) {
  const { outcome, copy } = useCopy(text)
  return (
    <Button {...rest} onClick={copy}>
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} size={14} />
      <span aria-live="polite">{WORD[outcome] ?? children}</span>
    </Button>
  )
}
