import type { CreatedLab } from '@/lib/lab/contract'
import { injectedComment, STORAGE_LAB_PATH, type StorageChoice } from '@/lib/oauth/browser-storage'
import type { Exchange } from '@/lib/wire/exchange'
import { forgedRequest, reportOf, type StorageFindings, storageFindings } from '@/lib/wire/storage-evidence'
import { ProbeFailure } from './failure'
import type { FrameLink } from './frame-link'

/** What a probe needs of the page. */
export interface Stage {
  lab: Pick<CreatedLab, 'app' | 'attacker'>
  /** Value of the cookie of Alice's session at Photo Editor. */
  session: string
  frame: FrameLink
  /** Leads the second window to an address, as its address bar would. */
  visit(url: string): void
  /** What was recorded after an exchange. */
  exchanges(after: number): Promise<Exchange[]>
  /** Number of the last exchange that belongs to an earlier probe. */
  after: number
  /** Says what is being done, for the person who watches. */
  says(doing: string): void
}

/** How often the record is looked at, and how long something may take to appear on it. Milliseconds. */
const PAUSE = 100
const PATIENCE = 20_000

/**
 * Tries one choice: signs in, reloads, has the attacker's script injected, visits the attacker's page, and looks at the
 * user's photos.
 *
 * @throws ProbeFailure when a step could not be carried out
 */
export async function probe(choice: StorageChoice, stage: Stage): Promise<StorageFindings> {
  const { frame, lab, session, says } = stage
  const url = `${lab.app}${STORAGE_LAB_PATH}/${choice.id}/`
  says('Alice signs in')
  await frame.open(url, `Photo Editor, token kept in: ${choice.name}`)
  const { photos } = await frame.wish(url, { do: 'sign-in', session })
  if (photos === null) throw new ProbeFailure('The application could not show Alice’s photos. Try again.')

  says('she reloads the page')
  const reloaded = await frame.wish(url, { do: 'reload' })
  const survivesReload = reloaded.state === 'photos'
  if (!survivesReload) await frame.wish(url, { do: 'sign-in', session })

  says('a comment brings the attacker’s script into the page')
  frame.follow(url, new URLSearchParams({ comment: injectedComment(lab.attacker) }).toString())
  await recorded(stage, (exchanges) => reportOf(exchanges) !== null)

  says('she visits the attacker’s page, which sends a form')
  stage.visit(forgery(lab.attacker, choice, 'form'))
  await recorded(stage, (all) => answered(all, 'form') && answered(all, 'image'))
  says('the attacker’s page follows a link for her')
  stage.visit(forgery(lab.attacker, choice, 'link'))
  await recorded(stage, (all) => answered(all, 'link'))

  says('what is in her drive now?')
  await frame.wish(url, { do: 'look-again' })
  const exchanges = await stage.exchanges(stage.after)
  await frame.wish(url, { do: 'sign-out' })
  return storageFindings(choice, exchanges, { photos, survivesReload })
}

function forgery(attacker: string, { id }: StorageChoice, way: 'form' | 'link'): string {
  return `${attacker}/forged-form?${new URLSearchParams({ choice: id, way })}`
}

function answered(exchanges: readonly Exchange[], way: 'form' | 'link' | 'image'): boolean {
  return forgedRequest(exchanges, way) !== null
}

/** Waits until the lab's record shows something. */
async function recorded(stage: Stage, shows: (exchanges: Exchange[]) => boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    if (shows(await stage.exchanges(stage.after))) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  throw new ProbeFailure('The attack never reached a server. Allow this page to open a second window, then try again.')
}
