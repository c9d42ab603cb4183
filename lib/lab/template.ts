import { encodeBase64Url } from '@/lib/oauth/base64url'
import { newBrowser } from '@/lib/user-agent/browser'
import { newClock } from './clock'
import type { Host, Lab } from './lab'
import type { LabPolicy } from './policy'
import { labRandom } from './random'
import { readStores, writeStores } from './stores'

/** A lab as it was made, to be had again and again: cast, keys and secrets are the same, everything else is fresh. */
export interface LabTemplate {
  /** @param otherwise what the copy's policy is, and which checks it leaves out */
  copy(otherwise: { policy: LabPolicy; checksOff: readonly string[]; plan: Lab['attacker']['plan'] }): Promise<Lab>
}

/** Takes a lab nothing has happened in yet as a template. Registering its cast anew would take far longer. */
export async function templateOf(lab: Lab, host: Host): Promise<LabTemplate> {
  const stores = await readStores(lab, host)
  const position = lab.random.position()
  return {
    async copy({ policy, checksOff, plan }) {
      const copy: Lab = {
        ...lab,
        ...{ policy, checksOff: new Set(checksOff), attacker: { ...lab.attacker, plan } },
        id: `${lab.id} ${encodeBase64Url(host.randomBytes(9))}`,
        random: labRandom(lab.seed, position),
        ...{ browser: newBrowser(), clock: newClock(host), keySet: null, castSecrets: [...lab.castSecrets] },
        ...{ exchanges: [], nextSeq: 1, timeline: [], checkpoints: [], held: null, queue: Promise.resolve() },
      }
      await writeStores(copy, host, stores)
      return copy
    },
  }
}
