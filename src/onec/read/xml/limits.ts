/** Deeper than any export: a group inside itself, written out, would otherwise fill the stack. */
export const depthLimit = 200

/** What one record, or one text, comment or tag, may hold, in UTF-16 units: 64 MB. An element weighs as much as 16 letters. */
export const recordLimit = 32 * 1024 * 1024
export const elementWeight = 16

export const recordLimitMegabytes = (recordLimit * 2) / (1024 * 1024)

/** How many different names are remembered; 1C writes some hundreds, and a file of junk must not fill the memory. */
export const nameLimit = 8192
