import { expect, test } from 'vitest'
import { findGrant } from '../catalogue'
import { lanesOf } from './lanes'

const machine = findGrant('authorization-code')?.machine
if (!machine) throw new Error('The catalogue misses the authorization code grant.')

test('the lanes are those who take part in the grant, in their fixed order, before anything has happened', () => {
  expect(lanesOf(machine, [])).toEqual(['user', 'browser', 'client', 'authorization-server', 'resource-server'])
})

test('whoever else was seen in a message has a lane, too', () => {
  expect(lanesOf(machine, [{ from: 'attacker', to: 'client' }])).toContain('attacker')
})
