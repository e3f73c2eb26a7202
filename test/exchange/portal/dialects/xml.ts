/** An element with its content, which is XML already. */
export function element(name: string, content: string | readonly string[], attributes: Attributes = {}): string {
  const text = typeof content === 'string' ? content : content.length === 0 ? '' : `\n${content.map(indented).join('\n')}\n`
  const open = `${name}${attributesText(attributes)}`
  return text === '' ? `<${open}/>` : `<${open}>${text}</${name}>`
}

/** An element that holds a value, left out where it is not filled in. */
export function filled(name: string, value: string): readonly string[] {
  return value === '' ? [] : [element(name, escaped(value))]
}

/** An element that holds a value, or is empty. */
export function always(name: string, value: string): string {
  return element(name, escaped(value))
}

/** `encoding` is '' where the file does not say it. */
export function declaration(encoding: string): string {
  return `<?xml version="1.0"${encoding === '' ? '' : ` encoding="${encoding}"`}?>\n`
}

type Attributes = Readonly<Record<string, string>>

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function indented(text: string): string {
  return `\t${text.replace(/\n(?=\t*<)/g, '\n\t')}`
}
