import { firmInn, kpp } from '../numbers.ts'
import { addressLine, email, firm, personName, phone, place } from '../words.ts'
import type { Shape } from './shape.ts'

/** Counterparties as a 1C programmer writes them: `;`, CRLF, the quotes of a name bare inside a bare cell (`1c-side.md §7`). */
export const table: Shape = {
  name: 'counterparties',
  extension: 'csv',
  kind: 'counterparty',
  element: null,
  head: () => 'Ид;Код;Наименование;Полное наименование;ИНН;КПП;Телефон;E-mail;Юридический адрес;Менеджер\r\n',
  record(random, number) {
    const { name, fullName } = firm(random)
    const code = `00-${String(number).padStart(8, '0')}`
    const where = addressLine(place(random))
    const manager = personName(random).split(' ')[0]
    const cells = [
      random.guid(),
      code,
      name,
      fullName,
      firmInn(random),
      kpp(random),
      phone(random),
      email(random),
      where,
      manager,
    ]
    return `${cells.join(';')}\r\n`
  },
  tail: '',
}
