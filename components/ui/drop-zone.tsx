'use client'

import { type DragEvent, type ReactNode, useState } from 'react'
import { classes } from './classes'

interface DropZoneProps {
  /** What to do, in a few words. */
  title: string
  /** Name of the field: `Run file`. */
  label: string
  /** What the file picker offers: `.json,application/json`. */
  accept: string
  onFile(file: File): void
  /** What kind of file it is, and where it stays. */
  children: ReactNode
}

/** Takes a file by drop or by file picker. The file never leaves the page by this. */
export function DropZone({ title, label, accept, onFile, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => file && onFile(file)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classes(
        'mt-6 flex min-h-44 cursor-pointer flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed px-6 py-8 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent',
        over ? 'border-accent bg-sunken' : 'border-control bg-surface hover:bg-sunken',
      )}
    >
      <span className="font-semibold text-lg">{title}</span>
      <input
        type="file"
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
        className="max-w-full text-sm file:mr-3 file:h-9 file:cursor-pointer file:rounded-md file:border file:border-control file:bg-surface file:px-3 file:font-medium file:text-ink"
      />
      <span className="text-subtle text-sm">{children}</span>
    </label>
  )
}
