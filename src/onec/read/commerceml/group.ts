import type { Group } from '../../../records/catalogue.ts'
import { filledId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { attributeOf, childrenOf, childText, valueIn } from './node-access.ts'

/** A `Группа` with all groups below it, parents first, in the order of the file. 1.x has them flat, in attributes. */
export function toGroups(node: XmlNode, context: RecordContext, parentId = ''): readonly Group[] {
  const group = toGroup(node, context, parentId)
  const below = childrenOf(node, 'Группы').flatMap((list) => childrenOf(list, 'Группа'))
  return [group, ...below.flatMap((child) => toGroups(child, context, group.id))]
}

function toGroup(node: XmlNode, context: RecordContext, parentId: string): Group {
  const findings = new Findings(node.line)
  findings.checkText(node, 'Группы')
  const id = groupId(node)
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  return {
    kind: 'group',
    id,
    deleted: isDeleted(node),
    extra: extraOf(node, id),
    problems: findings.done(),
    origin: context.origin(node),
    name: valueIn(node, 'Наименование'),
    parentId: parentId || filledId(valueIn(node, 'Родитель')),
  }
}

function groupId(node: XmlNode): string {
  return filledId(childText(node, 'Ид') || attributeOf(node, 'Идентификатор') || attributeOf(node, 'ИдентификаторВКаталоге'))
}

function extraOf(node: XmlNode, id: string) {
  const extra = new ExtraFields()
  extra.addRest(node, known)
  const inCatalogue = attributeOf(node, 'ИдентификаторВКаталоге')
  if (inCatalogue !== id) extra.add('ИдентификаторВКаталоге', inCatalogue)
  return extra.done()
}

const known = new Set(
  'Ид Идентификатор ИдентификаторВКаталоге Наименование Родитель Группы Статус ПометкаУдаления НомерВерсии'.split(' '),
)
