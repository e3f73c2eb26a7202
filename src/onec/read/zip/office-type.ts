/** Office programs keep their documents in zip archives: which of them is this, by the names of the files inside; null: none. */
export function officeType(names: readonly string[]): string | null {
  if (names.includes('mimetype') && names.includes('META-INF/manifest.xml')) return 'ODS, ODT'
  if (!names.includes('[Content_Types].xml')) return null
  return folders.find(([folder]) => names.some((name) => name.startsWith(folder)))?.[1] ?? 'Office'
}

const folders = [
  ['xl/', 'XLSX'],
  ['word/', 'DOCX'],
  ['ppt/', 'PPTX'],
] as const

/** The same by the name of the archive alone, for one that is not opened. */
export function officeExtension(name: string): string | null {
  return /\.(xls[xmb]|doc[xm]|ppt[xm]|od[ts])$/i.exec(name)?.[1]?.toUpperCase() ?? null
}
