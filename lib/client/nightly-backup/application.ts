/** The service's name among the cast, and in the registrations. */
export const APPLICATION = 'nightly-backup'
