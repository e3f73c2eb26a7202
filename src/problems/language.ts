/** Languages that a user can be spoken to in. */
export type Language = 'ru' | 'en'
