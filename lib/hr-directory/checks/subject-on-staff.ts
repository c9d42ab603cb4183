import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'

export const subjectOnStaff: Check<{ subject: string | null; staff: readonly string[] }, unknown> = {
  id: 'directory.subject-on-staff',
  rule: 'The one it is asked about is on the staff.',
  cites: ['rfc7521-3', 'rfc7523-3'],
  reads: ['subject'],
  test({ subject, staff }) {
    if (subject !== null && staff.includes(subject)) return passed(`${subject} is one of ${staff.join(', ')}`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The directory lists nobody of that name.',
        cites: this.cites,
      }),
      subject ?? 'no subject',
    )
  },
}
