/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly markup: string
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | null

/** Template of a page: every text put into it is escaped, only other markup is not. Null gives nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const texts = parts.map((part, place) => part + (place < values.length ? shown(values[place] ?? null) : ''))
  return { markup: texts.join('') }
}

function shown(value: HtmlValue): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  if ('markup' in value) return value.markup
  return value.map(shown).join('')
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
