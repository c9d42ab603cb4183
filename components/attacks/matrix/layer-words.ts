import type { Layer } from '@/lib/attack-matrix/layers'
import { PARTY_NAMES } from '@/machines/kit/party-names'
import { valueText } from '../settings'

/** A line of defence as it was taken away. */
export function layersSentence(layer: Layer): string {
  if ('setting' in layer) return `the switch ${layer.setting} is set to ${valueText(layer.weakened)}`
  const by = Object.entries(PARTY_NAMES).find(([party]) => party === layer.by)?.[1].short
  return `the check ${layer.check}${by ? ` of the ${by}` : ''} is not made`
}
