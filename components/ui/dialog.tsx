'use client'

import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { classes } from './classes'
import { IconButton } from './icon-button'

interface FrameProps {
  title: string
  /** Width and place. */
  className?: string
  /** Stays in sight at the lower edge. */
  foot?: ReactNode
  children: ReactNode
}

interface DialogProps extends FrameProps {
  /** Whoever has it opens the dialog: `showModal()`. */
  ref: RefObject<HTMLDialogElement | null>
  onClose?(): void
}

/** A modal dialog with its title, closed by its button, by Escape, or by a press outside. */
export function Dialog({ ref, onClose, title, className, foot, children }: DialogProps) {
  const id = useId()
  const close = () => ref.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes every dialog.
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && close()}
      className={classes(
        'm-auto max-h-[86dvh] rounded-lg border border-control bg-surface p-0 text-ink backdrop:bg-ink/40',
        className,
      )}
    >
      <div className="sticky top-0 z-10 flex items-center justify-between border-line border-b bg-surface py-3 pr-3 pl-5">
        <h2 id={id} className="font-semibold text-xl">
          {title}
        </h2>
        <IconButton label="Close" icon="close" onClick={close} />
      </div>
      <div className="px-5 py-4">{children}</div>
      {foot && <div className="sticky bottom-0 border-line border-t bg-surface px-5 py-2.5">{foot}</div>}
    </dialog>
  )
}

/**
 * A dialog that opens with its component, and is gone when it is closed; the focus goes back to where it was. It begins
 * at what carries `data-focus-first`.
 */
export function ModalDialog(frame: FrameProps & { onClose(): void }) {
  const box = useRef<HTMLDialogElement>(null)
  const before = useRef<Element | null>(null)

  useEffect(() => {
    before.current ??= document.activeElement
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    }
  }, [])

  return <Dialog ref={box} {...frame} />
}
