import schemas from 'har-schema'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { recordFlow } from '@/lib/testing/recording'
import { CATALOGUE } from '@/machines/catalogue'
import { toHar } from './har'
import { namedSecrets } from './named-secrets'
import { disguised } from './run-file'
import { scanForSecrets } from './scan'

/** The published JSON Schemas of HAR 1.2, as one schema that refers to nothing outside. */
function reader() {
  const inside = JSON.parse(JSON.stringify(schemas).replace(/"\$ref":"(\w+)\.json#"/g, '"$ref":"#/$defs/$1"'))
  const definitions = Object.entries<Record<string, unknown>>(inside).map(([name, { $id, $schema, ...rest }]) => [
    name,
    rest,
  ])
  return z.fromJSONSchema({ $defs: Object.fromEntries(definitions), $ref: '#/$defs/har' })
}
const HAR = reader()

describe.each(CATALOGUE.map(({ slug }) => slug))('%s', (flow) => {
  test('the archive is valid HAR 1.2, holds every exchange and no live value', async () => {
    const { recording } = await recordFlow(flow)
    const text = toHar(disguised(recording))
    const archive = JSON.parse(text)
    const read = HAR.safeParse(archive)
    expect(read.success ? [] : read.error.issues).toEqual([])
    expect(archive.log.entries).toHaveLength(recording.exchanges.length)
    expect(scanForSecrets(text, namedSecrets(recording))).toEqual([])
  })
})

test('the reader refuses what is no archive', async () => {
  const { recording } = await recordFlow('client-credentials')
  const archive = JSON.parse(toHar(recording))
  archive.log.entries[0].request.method = 7
  expect(HAR.safeParse(archive).success).toBe(false)
  expect(HAR.safeParse({ log: { version: '1.2' } }).success).toBe(false)
})

test('what the lab knows stands beside the message', async () => {
  const { recording } = await recordFlow('authorization-code')
  const entries: { request: { url: string }; _grantLab: Record<string, unknown> }[] = JSON.parse(toHar(recording)).log
    .entries
  const token = entries.find(({ request }) => request.url.endsWith('/token'))?._grantLab
  expect(token).toMatchObject({ step: 'token-request', channel: 'back', outcome: 'accepted', edited: false })
})
