import type { AttackerPage } from '../environment'

/**
 * `POST /server/token`: takes whatever an application redeems here, which is what Mallory's server is for, and answers
 * with an error that sounds like bad luck (RFC 6749, section 5.2).
 */
export const token: AttackerPage = () =>
  Response.json(
    { error: 'invalid_grant', error_description: 'Something went wrong. Please try again in a moment.' },
    { status: 400, headers: { 'cache-control': 'no-store' } },
  )
