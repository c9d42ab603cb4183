import type { StepLesson } from '../lesson'

/** What happens here as in the plain authorization code grant: all of it, but the redirect that carried the request. */
export function sharedSteps({
  'app-redirect': _,
  ...steps
}: Readonly<Record<string, StepLesson>>): Record<string, StepLesson> {
  return steps
}
