import { ButtonLink } from '@/components/ui/button'

interface Door {
  title: string
  text: string
  ways: readonly { href: string; label: string }[]
}

/** Three kinds of people come: those who learn, those who teach, and those who must choose. */
const DOORS: readonly Door[] = [
  {
    title: 'Learn',
    text: 'Step through a flow, say what comes next before you see it, then try to break it.',
    ways: [
      { href: '/learn', label: 'Lessons' },
      { href: '/join', label: 'Join a class' },
    ],
  },
  {
    title: 'Teach',
    text: 'Put a live run on the projector. Students follow on their own devices and vote on what comes next.',
    ways: [
      { href: '/present/authorization-code', label: 'Present' },
      { href: '/lessons', label: 'Write a lesson' },
    ],
  },
  {
    title: 'Compare',
    text: 'Run flows side by side, attack them, and read off the recorded messages which ones hold.',
    ways: [
      { href: '/compare', label: 'Compare flows' },
      { href: '/attacks', label: 'Attacks' },
    ],
  },
]

export function Doors() {
  return (
    <ul className="mb-14 grid gap-4 lg:grid-cols-3">
      {DOORS.map(({ title, text, ways }) => (
        <li key={title} className="flex flex-col rounded-lg border border-line bg-surface p-6">
          <h2 className="font-semibold text-xl">{title}</h2>
          <p className="mt-2 mb-5 text-pretty text-muted leading-6">{text}</p>
          <p className="mt-auto flex flex-wrap gap-2.5">
            {ways.map(({ href, label }) => (
              <ButtonLink key={href} href={href} size="lg">
                {label}
              </ButtonLink>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}
