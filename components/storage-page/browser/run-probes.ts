import { labApi } from '@/components/player/run/lab-api'
import type { StorageChoice } from '@/lib/oauth/browser-storage'
import type { StorageFindings } from '@/lib/wire/storage-evidence'
import { connected } from '@/machines/kit/connected'
import { ProbeFailure } from './failure'
import { FrameLink } from './frame-link'
import { probe } from './probe'

interface Watching {
  /** Where the frame stands while the probes run. */
  place: HTMLElement
  begins(choice: StorageChoice): void
  says(doing: string): void
  found(findings: StorageFindings): void
}

/**
 * Probes choices one after the other, in a lab of their own that is thrown away afterwards. Alice has connected her
 * photos in it already, by the authorization code grant. To be called while the press of a button is fresh: browsers
 * open a window for nothing less.
 *
 * @throws Error with a sentence that says what to do, when one of them could not be carried out
 */
export async function runProbes(choices: readonly StorageChoice[], watching: Watching): Promise<void> {
  const second = window.open('', 'attacker', 'popup,width=520,height=360')
  if (!second) throw new ProbeFailure('Your browser has blocked the second window. Allow it for this page, then retry.')
  const element = watching.place.ownerDocument.createElement('iframe')
  element.className = 'h-full w-full border-0'
  watching.place.replaceChildren(element)
  let lab: string | null = null
  try {
    const created = await labApi.create({ tokenStore: 'memory', policy: { preset: 'bcp' }, moves: connected })
    lab = created.id
    const made = (await labApi.exchanges(created.id, 0)).flatMap(({ secrets }) => secrets)
    const session = made.findLast(({ kind, madeBy }) => kind === 'session_cookie' && madeBy === 'client')?.value
    if (!session) throw new ProbeFailure('Alice has no session at Photo Editor. Try again.')
    let after = 0
    for (const choice of choices) {
      watching.begins(choice)
      after = (await labApi.exchanges(created.id, after)).at(-1)?.seq ?? after
      const findings = await probe(choice, {
        lab: created,
        session,
        frame: new FrameLink(element),
        after,
        exchanges: (number) => labApi.exchanges(created.id, number),
        visit: (url) => {
          if (second.closed) throw new ProbeFailure('The second window was closed. Leave it open, then retry.')
          second.location.href = url
        },
        says: watching.says,
      })
      watching.found(findings)
    }
  } finally {
    second.close()
    element.remove()
    if (lab) await labApi.remove(lab).catch(() => {})
  }
}
