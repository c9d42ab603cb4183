/** The page of a lesson, and of one of its tasks. */
export const lessonPath = (lesson: string): string => `/learn/${lesson}`
export const taskPath = (lesson: string, task: string): string => `${lessonPath(lesson)}/tasks/${task}`
