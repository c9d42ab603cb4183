import type { Check } from '@/lib/oauth/check'
import { callerKnown } from './caller-known'
import { subjectOnStaff } from './subject-on-staff'

export const ASSERTION_CHECKS: readonly Check<never, unknown>[] = [callerKnown, subjectOnStaff]
