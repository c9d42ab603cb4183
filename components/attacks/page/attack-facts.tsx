import type { ReactNode } from 'react'
import { SpecLink } from '@/components/ui/spec-link'
import type { AttackAbout } from '@/lib/attack-matrix/about'

/** What an attack is, in words. */
export function AttackFacts({ about }: { about: AttackAbout }) {
  const { attacker, oracle, defence, needs, cites } = about
  return (
    <dl className="mt-5 grid gap-x-10 gap-y-4 md:grid-cols-2">
      <Fact term="The attacker">{attacker}</Fact>
      <Fact term="The attack succeeds when">
        {oracle}. This is read in the answers, whatever a server says of itself.
      </Fact>
      <Fact term="What stops it">{defence}</Fact>
      {needs.length > 0 && (
        <Fact term="It does not apply where">
          <ul className="list-disc pl-5">
            {needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact term="Sections">
        <span className="flex flex-wrap gap-x-3">
          {cites.map((id) => (
            <SpecLink key={id} id={id} className="leading-6" />
          ))}
        </span>
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd className="mt-0.5 max-w-[68ch] text-muted leading-6 first-letter:uppercase">{children}</dd>
    </div>
  )
}
