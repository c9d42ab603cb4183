import { authorize } from '../authorization-server/authorize'
import { token } from '../authorization-server/token'
import type { AttackerPage } from '../environment'
import { advertisement } from './advertisement'
import { forgedForm } from './forged-form'
import { loot } from './loot'
import { plunderScript } from './plunder-script'

/** The standing pages, by path below the site's base. */
export const PAGES: Readonly<Record<string, AttackerPage>> = {
  '/advertisement.svg': advertisement,
  '/forged-form': forgedForm,
  '/loot': loot,
  '/plunder.js': plunderScript,
  '/server/authorize': authorize,
  '/server/token': token,
}
