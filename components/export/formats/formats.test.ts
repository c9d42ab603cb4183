import { expect, test } from 'vitest'
import { recordFlow } from '@/lib/testing/recording'
import { FORMATS, writeFile } from './index'

test.each(FORMATS.map((format) => ({ format, id: format.id })))(
  '$id is offered once no live value is in it',
  async ({ format }) => {
    const { entry, recording } = await recordFlow('authorization-code')
    expect(writeFile(format, entry, recording, 'replaced')).toMatchObject({
      file: { name: `authorization-code.${format.ending}`, type: format.type },
    })
  },
)

test('a secret that got into a file by a way nobody foresaw: nothing is offered, and what was found is named', async () => {
  const { entry, recording } = await recordFlow('authorization-code')
  const [first] = recording.exchanges
  const code = recording.exchanges.flatMap(({ secrets }) => secrets).find(({ kind }) => kind === 'authorization_code')
  first?.request.headers.push(['x-note', btoa(`note ${code?.value}`)])
  for (const format of FORMATS.filter(({ canHoldSecrets }) => canHoldSecrets)) {
    expect(writeFile(format, entry, recording, 'replaced')).toEqual({
      found: [{ name: 'code~1', how: 'inside base64' }],
    })
  }
})

test('the lab’s secrets are in a file only where they were asked for, and its name says so', async () => {
  const { entry, recording } = await recordFlow('authorization-code')
  const code = recording.exchanges.flatMap(({ secrets }) => secrets).find(({ kind }) => kind === 'authorization_code')
  for (const format of FORMATS) {
    const offer = writeFile(format, entry, recording, 'included')
    if (!('file' in offer)) throw new Error(`${format.id} was not offered.`)
    expect(String(offer.file.content).includes(code?.value ?? '?'), format.id).toBe(format.canHoldSecrets)
    expect(offer.file.name.includes('with-secrets'), format.id).toBe(format.canHoldSecrets)
  }
})
