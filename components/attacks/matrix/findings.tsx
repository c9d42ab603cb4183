import { Disclosure } from '@/components/ui/disclosure'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { IdleCheck } from '@/lib/attack-matrix/contract'
import { PARTY_NAMES } from '@/machines/kit/party-names'
import type { MatrixResult } from './use-matrix'

interface FindingsProps {
  attacks: readonly AttackAbout[]
  result: MatrixResult
  idle: readonly IdleCheck[]
}

/** What the whole of a matrix says that no cell says alone. */
export function Findings({ attacks, result: { cells }, idle }: FindingsProps) {
  const titleOf = (id: string) => attacks.find((attack) => attack.id === id)?.title ?? id
  const unattributed = cells.filter(({ evidence }) => evidence.cases.some(({ turned }) => !turned))
  const names = [...new Set(unattributed.map(({ attack }) => titleOf(attack)))]
  const parties = [...new Set(idle.map(({ by }) => by))]
  return (
    <section aria-labelledby="findings" className="mt-8 grid gap-8 md:grid-cols-2">
      <div>
        <h2 id="findings" className="font-semibold text-xl">
          Attacks that nothing attributable stops
        </h2>
        {names.length === 0 ? (
          <p className="mt-1 text-muted">
            None. Whatever was stopped succeeded as soon as what had stopped it was taken away.
          </p>
        ) : (
          <ul className="mt-1 list-disc pl-5">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h2 className="font-semibold text-xl">Checks that no attack needed here</h2>
        <p className="mt-1 text-muted">
          {idle.length === 0
            ? 'None: every check that was made stood in the way of some attack.'
            : `${idle.length} checks were made and stopped none of these attacks. They guard against others, or against mistakes.`}
        </p>
        <Disclosure summary="Which" className="mt-1">
          <dl className="flex flex-col gap-1.5 text-sm">
            {parties.map((by) => (
              <div key={by}>
                <dt className="font-medium">{PARTY_NAMES[by].name}</dt>
                <dd className="font-mono text-[12.5px] text-muted leading-5">
                  {idle.flatMap((one) => (one.by === by ? [one.check] : [])).join(', ')}
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </div>
    </section>
  )
}
