'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button'

interface ModalDialogProps {
  title: string
  onClose(): void
  className?: string
  children: ReactNode
}

/**
 * A dialog that opens with its component, and is gone when it is closed; the focus goes back to where it was. It begins
 * at what carries `data-focus-first`.
 */
export function ModalDialog({ title, onClose, className, children }: ModalDialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  const before = useRef<Element | null>(null)
  const id = useId()

  useEffect(() => {
    before.current ??= document.activeElement
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    }
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes every dialog.
    <dialog
      ref={box}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === box.current && onClose()}
      className={classes(
        'mx-auto mt-[8dvh] mb-auto max-h-[84dvh] rounded-lg border border-control bg-surface p-5 text-ink backdrop:bg-ink/40',
        className,
      )}
    >
      <div className="flex items-center justify-between">
        <h2 id={id} className="font-semibold text-xl">
          {title}
        </h2>
        <IconButton label="Close" icon="close" onClick={onClose} />
      </div>
      {children}
    </dialog>
  )
}
