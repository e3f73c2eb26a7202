/** Everything that some reader takes for the end of a line, and what no text file should hold. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** What XML 1.0 cannot hold at all, not even as an entity. Line ends and tabs are handled before. */
const forbiddenInXml = /[\ufffe\uffff]/g

const separators = /[;"|]/

/**
 * A value for a line of text that is split at `;` and never quoted: `;` → `,`, `"` → `'`, line ends, tabs, `|` and other
 * control characters → one space. What is left can be split by `СтрРазделить` or `СтрПолучитьСтроку` without a thought.
 */
export function cleanForTable(value: string): string {
  const line = oneLine(value)
  if (!separators.test(line)) return line
  return line.replaceAll(';', ',').replaceAll('"', "'").replaceAll('|', ' ')
}

/** A value for an XML attribute: one line, nothing that the standard forbids. Escaping is the builder's work. */
export function cleanForXml(value: string): string {
  return oneLine(value).replace(forbiddenInXml, '')
}

/** The value on one line, its half surrogates made `\uFFFD`, so that any encoder can take it. */
function oneLine(value: string): string {
  return value.replace(controls, ' ').toWellFormed()
}
