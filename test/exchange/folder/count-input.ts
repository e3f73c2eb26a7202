import { XMLParser } from 'fast-xml-parser'

/** Ids of the records of a CommerceML file by their kind word in answers, found by a reader that is not ours. */
export function recordsOf(xml: string): readonly string[] {
  const root = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', trimValues: true, parseTagValue: false }).parse(
    xml,
  ).КоммерческаяИнформация
  const found: string[] = []
  const note = (kind: string, node: Node, id = textOf(node['Ид']) || textOf(node['@Идентификатор'])) =>
    found.push(`${kind} ${id}`)
  for (const part of [
    ...list(root.Классификатор),
    ...list(root.Каталог),
    ...list(root.ПакетПредложений),
    ...list(root.ИзмененияПакетаПредложений),
  ]) {
    const groups = (node: Node): void => {
      for (const group of [...list(node['Группы']), ...(node === part ? [node] : [])].flatMap((each) => list(each['Группа']))) {
        note('группа', group)
        groups(group)
      }
    }
    groups(part)
    for (const unit of inside(part, 'ЕдиницыИзмерения', 'ЕдиницаИзмерения'))
      note('единица', unit, textOf(unit['Код']) || textOf(unit['НаименованиеКраткое']))
    for (const item of inside(part, 'Свойства', 'Свойство')) note('свойство', item)
    for (const item of inside(part, 'ТипыЦен', 'ТипЦены')) note('вид цены', item)
    for (const item of inside(part, 'Склады', 'Склад')) note('склад', item)
    for (const item of [...inside(part, 'Товары', 'Товар'), ...list(part['Товар'])]) note('товар', item)
    for (const item of inside(part, 'Предложения', 'Предложение'))
      note('предложение', item, [textOf(item['Ид']), variantOf(item)].filter(Boolean).join('#'))
  }
  for (const item of [...inside(root, 'Контрагенты', 'Контрагент'), ...list(root.Контрагент)]) note('контрагент', item)
  for (const item of [...list(root.Документ), ...inside(root, 'Контейнер', 'Документ')]) {
    note('заказ', item, textOf(item['Ид']) || textOf(item['Номер']) || textOf(item['@Номер']))
  }
  return found
}

type Node = Readonly<Record<string, unknown>>

function inside(node: Node, container: string, name: string): readonly Node[] {
  return list(node[container]).flatMap((each) => list(each[name]))
}

function list(value: unknown): readonly Node[] {
  return value === undefined || value === '' ? [] : ([value].flat() as Node[])
}

function textOf(value: unknown): string {
  return value === undefined ? '' : String(value).trim()
}

function variantOf(offer: Node): string {
  const id = textOf(offer['ИдХарактеристики'])
  return /^[0-]*$/.test(id) ? '' : id
}
