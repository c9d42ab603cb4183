import type { ReactNode } from 'react'
import { runLink, type Settings } from '@/components/attacks/settings'
import { Icon, type IconName } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { FixTask } from '@/lib/course/lesson-plan'
import type { FixAnswer, Switches } from '@/lib/course/tasks/fix'
import { PRESETS } from '@/lib/oauth/policy'
import { Result } from '../result'

interface FixResultProps {
  answer: FixAnswer | null
  about: AttackAbout
  task: FixTask
  chosen: Switches
}

/** What came of the attack, and of the honest flow. */
export function FixResult({ answer, about, task, chosen }: FixResultProps) {
  return (
    <Result grade={answer?.grade ?? null}>
      {answer && (
        <>
          <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            <Fact term="The attack" icon={answer.attack.succeeded ? 'mask' : 'shield'} breach={answer.attack.succeeded}>
              {answer.attack.succeeded ? 'succeeds' : 'is stopped'}
            </Fact>
            <Fact term="The honest flow" icon={answer.honest.works ? 'check' : 'warning'}>
              {answer.honest.works ? 'works' : 'does not work'}
            </Fact>
          </dl>
          <TextLink
            href={runLink(task.attack, settingsOf(about, task, chosen))}
            prefetch={false}
            alone
            className="mt-2 font-medium"
          >
            Step through this attack
          </TextLink>
        </>
      )}
    </Result>
  )
}

interface FactProps {
  term: string
  icon: IconName
  breach?: boolean
  children: ReactNode
}

function Fact({ term, icon, breach = false, children }: FactProps) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className={breach ? 'flex items-center gap-1.5 text-attacker-ink' : 'flex items-center gap-1.5'}>
        <Icon name={icon} size={16} className="shrink-0" />
        {children}
      </dd>
    </>
  )
}

function settingsOf({ grants }: AttackAbout, task: FixTask, chosen: Switches): Settings {
  const grant = grants.find(({ slug }) => slug === task.grant) ?? grants[0]
  if (!grant) throw new Error(`The attack ${task.attack} is made against no flow.`)
  const preset = PRESETS.find((known) => known === task.preset) ?? 'permissive'
  const policy = { ...task.policy, ...chosen }
  return { grant: grant.slug, case: task.case ?? grant.cases[0]?.id ?? '', preset, policy }
}
