/** The settings file of an exchange folder. */
export const settingsFile = 'obmen24.yaml'

/** JSON Schema beside it, for editors; `init` writes it. */
export const schemaFile = 'obmen24.schema.json'
