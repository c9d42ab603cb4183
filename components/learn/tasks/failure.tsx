import { Icon } from '@/components/ui/icon'

/** The app itself could not do it, and what to do about it. */
export function Failure({ sentence }: { sentence: string }) {
  return (
    <div role="alert" className="flex items-center gap-3 rounded-lg border border-control bg-sunken p-4">
      <Icon name="warning" size={18} className="shrink-0" />
      <p className="min-w-0 flex-1">{sentence}</p>
    </div>
  )
}
