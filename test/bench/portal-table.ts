import { firmInn, kpp } from './numbers.ts'
import type { Shape } from './shapes/shape.ts'
import { addressLine, firm, phone, place } from './words.ts'

/**
 * Counterparties for a portal: ИНН, КПП, address and two phones each, no ИНН twice. `changedEvery`: each such record has
 * another name than it has without; 0 changes none.
 */
export function portalTable(changedEvery = 0): Shape {
  return {
    name: 'portal',
    extension: 'csv',
    kind: 'counterparty',
    element: null,
    head: () => 'Код;Наименование;Полное наименование;ИНН;КПП;Юридический адрес;Рабочий телефон;Мобильный телефон\r\n',
    record(random, number) {
      const { name, fullName } = firm(random)
      const isChanged = changedEvery > 0 && number % changedEvery === 0
      const code = `00-${String(number).padStart(8, '0')}`
      const inn = firmInn({ digits: (count) => String(number).padStart(count, '0') })
      const cells = [code, isChanged ? `${name} (новое имя)` : name, fullName, inn, kpp(random), addressLine(place(random))]
      return `${[...cells, phone(random), phone(random)].join(';')}\r\n`
    },
    tail: '',
  }
}
