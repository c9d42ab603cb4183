import { expect, test } from 'vitest'
import { createTestLab, type TestLab } from '@/lib/testing/lab'

/** Alice opens a link of Mallory's that leads to the verification page with this code. */
async function opensLink({ lab, prepare, deliver }: TestLab, code: string): Promise<string> {
  const location = `${lab.origins.issuer}/device?user_code=${code}`
  const voucher = { status: 303, headers: [['location', location]] as [string, string][], body: '' }
  lab.attacker = { ...lab.attacker, published: { '/voucher': voucher } }
  const visit = { move: 'visit-attacker', step: 'visit', input: { path: '/voucher' } }
  await prepare(visit)
  await deliver(visit)
  const follow = { move: 'follow-and-compare', step: 'follow' }
  await prepare(follow)
  return (await deliver(follow)).arrival
}

/** Alice turns on her television; the code it shows. */
async function turnsOnTelevision({ prepare, deliver }: TestLab): Promise<string> {
  const call = {
    move: 'device-authorization-request',
    step: 'codes',
    input: { application: 'living-room-tv' },
  }
  await prepare(call)
  const { response } = await deliver(call)
  return String(JSON.parse(response?.body ?? '{}').user_code)
}

test('Alice goes on with the code that her own television shows', async () => {
  const lab = await createTestLab()
  expect(await opensLink(lab, await turnsOnTelevision(lab))).toBe('code-page')
  expect(lab.lab.attacker.emptyHanded).toBeNull()
})

test('she closes the page when it shows another one, whether a device is on or not', async () => {
  const lab = await createTestLab()
  expect(await opensLink(lab, 'BCDF-GHJK')).toBe('empty-handed')
  await turnsOnTelevision(lab)
  expect(await opensLink(lab, 'BCDF-GHJK')).toBe('empty-handed')
  expect(lab.lab.attacker.emptyHanded).toContain('BCDF-GHJK')
})

test('a page without a code gives her nothing to compare', async () => {
  const lab = await createTestLab({ policy: { confirmUserCode: false } })
  expect(await opensLink(lab, await turnsOnTelevision(lab))).toBe('login-page')
})
