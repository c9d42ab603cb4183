import { describe, expect, test } from 'vitest'
import { readLink } from '@/components/player/link'
import { aboutAttack, allAttacks } from '@/lib/attack-matrix/about'
import { allSwitches, attackOptions, queryOf, runLink, settingsOf, valuesOf } from './settings'

const found = aboutAttack('code-injection')
if (!found) throw new Error('There is no code injection.')
const about = found

describe('the settings of an attack, in an address', () => {
  test('come back as they were, for every attack and every grant', () => {
    for (const attack of allAttacks()) {
      for (const grant of attack.grants) {
        for (const { id } of grant.cases) {
          const settings = { grant: grant.slug, case: id, preset: 'bcp', policy: allSwitches(attack, 'open') } as const
          const again = settingsOf(attack, Object.fromEntries(queryOf(settings)))
          expect(again, attack.slug).toEqual(settings)
        }
      }
    }
  })

  test('of a link that names what is not offered are the usual ones, and the link says so', () => {
    const parameters = { grant: 'implicit', preset: 'lenient', 'set.pkce': 'perhaps' }
    const { options, notice } = readLink({ options: attackOptions(about, parameters) }, parameters)
    expect(settingsOf(about, options)).toEqual({
      grant: 'authorization-code',
      case: 'usual',
      preset: 'permissive',
      policy: {},
    })
    expect(notice).toMatch(/grant “implicit”, preset “lenient”,? and set\.pkce “perhaps”/)
  })

  test('lead to the run in the player', () => {
    const settings = { grant: 'authorization-code', case: 'usual', preset: 'bcp', policy: { usePkce: false } } as const
    expect(runLink('code-injection', settings, 'injected-callback')).toBe(
      '/attacks/code-injection/run?grant=authorization-code&case=usual&preset=bcp&set.usePkce=false&step=injected-callback',
    )
  })
})

test('a switch is as its preset has it, unless it is set', () => {
  expect(valuesOf(about, { preset: 'bcp', policy: {} })).toEqual({ usePkce: true, pkce: 'required' })
  expect(valuesOf(about, { preset: 'bcp', policy: { usePkce: false } })).toEqual({ usePkce: false, pkce: 'required' })
})

test('open and closed doors differ in every switch that some preset hardens', () => {
  expect(allSwitches(about, 'open')).toEqual({ usePkce: false, pkce: 'off' })
  expect(allSwitches(about, 'closed')).toEqual({ usePkce: true, pkce: 'required' })
})
