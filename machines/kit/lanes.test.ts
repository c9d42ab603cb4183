import { expect, test } from 'vitest'
import { loadedGrant } from '@/machines/every-grant'
import { lanesOf } from './lanes'

const machine = loadedGrant('authorization-code').machine

test('the lanes are those who take part in the grant, in their fixed order, before anything has happened', () => {
  expect(lanesOf(machine, [])).toEqual(['user', 'browser', 'client', 'authorization-server', 'resource-server'])
})

test('whoever else was seen in a message has a lane, too', () => {
  expect(lanesOf(machine, [{ from: 'attacker', to: 'client' }])).toContain('attacker')
})
