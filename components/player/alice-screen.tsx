'use client'

import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { Screen } from '@/lib/user-agent/screen'
import { ScreenForm } from './alice-form'
import { usePlayer } from './player-context'

/** What Alice's browser shows: read out of the real page, with its real form while it is hers to act. */
export function AliceScreen({ className }: { className?: string }) {
  const { screen, userActs, acting } = usePlayer()
  if (!screen) return null
  return (
    <section
      aria-label="Alice's screen"
      className={classes(
        'flex flex-col overflow-hidden rounded-lg border bg-surface',
        userActs ? 'border-user-line outline outline-user-line' : 'border-control',
        className,
      )}
    >
      <p className="flex h-7 shrink-0 items-center gap-1.5 border-line border-b bg-sunken px-2 text-muted text-xs">
        <Icon name="lock" size={11} className="shrink-0" />
        <bdi dir="ltr" className="min-w-0 truncate font-mono" title={screen.url}>
          {withoutScheme(screen.url)}
        </bdi>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <div className="min-h-0 overflow-y-auto px-3 py-2 -outline-offset-2" tabIndex={0}>
        <PageText screen={screen} />
        {userActs ? (
          <>
            {screen.forms.map((form) => (
              <ScreenForm key={`${screen.url} ${form.name}`} form={form} />
            ))}
            {acting === 'fork' && (
              <p className="mt-2 text-muted text-xs">Sent from here, it begins a new branch; this one stays.</p>
            )}
          </>
        ) : (
          <PastForms screen={screen} />
        )}
      </div>
    </section>
  )
}

/** What a device beside her shows: nobody acts there, she reads it. */
export function DeviceScreens({ className }: { className?: string }) {
  const { devices } = usePlayer()
  return devices.map(({ name, screen }) => (
    <section
      key={name}
      aria-label={`Screen of ${name}`}
      className={classes('flex flex-col overflow-hidden rounded-lg border border-control bg-surface', className)}
    >
      <p className="h-7 shrink-0 truncate border-line border-b bg-sunken px-2 text-muted text-xs leading-7">{name}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <div className="min-h-0 overflow-y-auto px-3 py-2 -outline-offset-2" tabIndex={0}>
        <PageText screen={screen} />
      </div>
    </section>
  ))
}

function PageText({ screen }: { screen: Screen }) {
  return (
    <>
      {screen.text.map((block) =>
        block.startsWith('# ') ? (
          <p key={block} className="font-semibold">
            {block.slice(2)}
          </p>
        ) : (
          <p key={block} className="text-muted text-sm">
            {block}
          </p>
        ),
      )}
      {screen.items.length > 0 && (
        <ul className="mt-1.5 flex flex-wrap gap-1.5">
          {screen.items.map((item) => (
            <li key={item} className="rounded border border-line bg-sunken px-2 py-0.5 text-sm">
              {item}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A form that is not hers to send now, as words. */
function PastForms({ screen }: { screen: Screen }) {
  const fields = screen.forms.flatMap(({ fields }) => fields)
  if (fields.length === 0) return null
  return (
    <ul className="mt-1 text-sm text-subtle">
      {fields.map((field) => (
        <li key={`${field.name} ${field.value}`} className="truncate">
          {field.type === 'checkbox' ? `${field.checked ? '☑' : '☐'} ${field.label}` : field.label}
        </li>
      ))}
    </ul>
  )
}

const withoutScheme = (url: string) => url.replace(/^https?:\/\//, '')
