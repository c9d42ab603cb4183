'use client'

import { Fragment } from 'react'
import { Icon } from '@/components/ui/icon'
import { type LessonParts, standingOf } from './standing-words'
import { useLessonProgress } from './use-progress'

/** How far this learner came in a lesson, in a few words; nothing for one not begun. */
export function Standing(parts: LessonParts) {
  const words = standingOf(parts, useLessonProgress(parts.lesson))
  return words.map(({ icon, text }) => (
    <Fragment key={text}>
      <span aria-hidden="true">·</span>
      <span className="inline-flex items-center gap-1 font-medium text-ink">
        <Icon name={icon} size={13} />
        {text}
      </span>
    </Fragment>
  ))
}
