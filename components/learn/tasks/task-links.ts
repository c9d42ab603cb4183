import { isKeptId } from '@/lib/course/file/digest'

/** The page of a lesson, built in or given in a file, and of one of its tasks. */
export const lessonPath = (lesson: string): string => `${isKeptId(lesson) ? '/lessons/play' : '/learn'}/${lesson}`
export const taskPath = (lesson: string, task: string): string => `${lessonPath(lesson)}/tasks/${task}`
