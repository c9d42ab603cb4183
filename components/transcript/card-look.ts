import { classes } from '@/components/ui/classes'

/** A step as a card. */
export const cardLook = (current: boolean) =>
  classes(
    'relative scroll-mt-20 rounded-lg border px-3.5 py-2.5',
    current
      ? 'border-control bg-sunken before:absolute before:inset-y-0 before:-left-px before:w-1 before:rounded-l-lg before:bg-accent'
      : 'border-line bg-surface',
  )
