/** Declaration and root as УТ 11 writes them, but for the version (`1c-side.md §2`). */
export function xmlHead(encoding: string, version = '2.07', namespace = 'urn:1C.ru:commerceml_2'): string {
  return `<?xml version="1.0" encoding="${encoding}"?>
<КоммерческаяИнформация xmlns="${namespace}" ВерсияСхемы="${version}" ДатаФормирования="2026-03-05T09:05:07">
`
}

export const xmlTail = '</КоммерческаяИнформация>\n'

export function escaped(text: string): string {
  return needsEscape.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text
}

const needsEscape = /[&<>"]/

export const owner = `<Владелец>
			<Ид>5d0a0000-0000-4000-a000-000000000001</Ид>
			<Наименование>Пример ООО</Наименование>
			<ОфициальноеНаименование>ООО "Пример"</ОфициальноеНаименование>
			<ИНН>7700000016</ИНН>
			<КПП>770001001</КПП>
		</Владелец>`
