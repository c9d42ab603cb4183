'use client'

import { useSyncExternalStore } from 'react'
import { type LessonProgress, NOT_OPENED } from '@/lib/course/progress'
import { NOTHING, onProgress, type Remembered, recall } from './progress-store'

/** What this browser remembers; nothing, until the page runs in one. */
export const useRemembered = (): Remembered => useSyncExternalStore(onProgress, recall, () => NOTHING)

export const useLessonProgress = (lesson: string): LessonProgress =>
  useRemembered().progress.lessons[lesson] ?? NOT_OPENED
