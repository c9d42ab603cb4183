/** The application's name among the cast, and in the registrations. */
export const APPLICATION = 'photo-gallery'
