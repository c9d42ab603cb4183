/** The application's name among the cast, and in the registrations. */
export const APPLICATION = 'photo-editor'

/** What it asks for when it only wants to work on photos, and when it also wants to know who the user is. */
export const ACCESS_SCOPE = 'photos.read photos.write'
export const LOGIN_SCOPE = 'openid profile photos.read'
