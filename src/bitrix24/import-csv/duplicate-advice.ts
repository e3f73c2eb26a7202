import type { Language } from '../../problems/language.ts'
import type { ImportEntity } from './entity.ts'
import { wizardWords } from './wizard-words.ts'

/** What to choose on the step about duplicates, and why (`bitrix24-csv-import.md §6, §10, §12`). */
export interface DuplicateAdvice {
  readonly title: string
  /** Setting → choice. */
  readonly settings: readonly (readonly [string, string])[]
  readonly notes: readonly string[]
}

export function duplicateAdvice(entity: ImportEntity, requisites: boolean, language: Language): DuplicateAdvice {
  return (language === 'ru' ? russian : english)(entity, requisites)
}

function russian(entity: ImportEntity, requisites: boolean): DuplicateAdvice {
  const { duplicates, uniqueness, uniquenessRequisites, importAll, replace, merge, skip, ...field } = wizardWords.ru
  const title = 'Шаг 3 мастера. Дубликаты'
  const locked = `Если «${replace}», «${merge}» и «${skip}» закрыты замком, на тарифе нет контроля дубликатов: повторная загрузка создаст записи второй раз.`
  switch (entity) {
    case 'company':
      return {
        title,
        settings: [
          [`${duplicates} — первая загрузка в пустую CRM`, importAll],
          [`${duplicates} — компании в CRM уже есть`, `${merge}: заполнит только пустые поля`],
          [`${uniqueness}: ${field.name}, ${field.phone}, E-mail`, '☐ выключить все три'],
          ...(requisites
            ? [
                [`${uniquenessRequisites}: ${field.inn}`, '☑ включить, и только его'] as const,
                [`${uniquenessRequisites}: ${field.ogrn}, ${field.ogrnip}, ${field.account}`, '☐ выключить'] as const,
              ]
            : []),
        ],
        notes: [
          `Никогда не включайте «${field.name}»: оно сравнивается без кавычек и правовой формы, и ООО «Альфа» сольётся с АО «Альфа».`,
          'КПП не сравнивается: филиалы с одним ИНН сольются в одну компанию.',
          `«${replace}» в прежнем мастере стирает поля портала, если в файле ячейка пуста.`,
          locked,
        ],
      }
    case 'contact':
      return {
        title,
        settings: [
          [`${duplicates} — первая загрузка`, importAll],
          [`${duplicates} — контакты в CRM уже есть`, `${skip} или ${merge}`],
          [`${uniqueness}: ${field.fullName}`, '☐ выключить: бывают тёзки'],
          [`${uniqueness}: ${field.phone}, E-mail`, '☑ включить'],
        ],
        notes: ['Контакты одной фирмы с общим телефоном контроль дубликатов примет за одного человека.', locked],
      }
    case 'deal':
      return {
        title: 'Загружайте один раз',
        settings: [],
        notes: ['У сделок нет контроля дубликатов и обновления: каждая загрузка файла создаёт все сделки заново.'],
      }
    case 'product':
      return {
        title: 'Повторная загрузка',
        settings: [],
        notes: ['Товар с тем же «Внешним кодом» обновится, остальные будут созданы. Шага о дубликатах у товаров нет.'],
      }
  }
}

function english(entity: ImportEntity, requisites: boolean): DuplicateAdvice {
  const { duplicates, uniqueness, uniquenessRequisites, importAll, replace, merge, skip, ...field } = wizardWords.en
  const title = 'Wizard, step 3. Duplicates'
  const locked = `Where “${replace}”, “${merge}” and “${skip}” are locked, the plan has no duplicate control: a second upload creates every record again.`
  switch (entity) {
    case 'company':
      return {
        title,
        settings: [
          [`${duplicates}: first upload to an empty CRM`, importAll],
          [`${duplicates}: the CRM already has companies`, `${merge}: fills empty fields only`],
          [`${uniqueness}: ${field.name}, ${field.phone}, E-mail`, '☐ untick all three'],
          ...(requisites
            ? [
                [`${uniquenessRequisites}: ${field.inn}`, '☑ tick, and nothing else'] as const,
                [`${uniquenessRequisites}: ${field.ogrn}, ${field.ogrnip}, ${field.account}`, '☐ untick'] as const,
              ]
            : []),
        ],
        notes: [
          `Never tick “${field.name}”: it compares without quotes and legal form, and ООО «Альфа» would be merged with АО «Альфа».`,
          'КПП is not compared: branches with one ИНН become one company.',
          `“${replace}” of the old wizard clears fields of the portal where the cell in the file is empty.`,
          locked,
        ],
      }
    case 'contact':
      return {
        title,
        settings: [
          [`${duplicates}: first upload`, importAll],
          [`${duplicates}: the CRM already has contacts`, `${skip} or ${merge}`],
          [`${uniqueness}: ${field.fullName}`, '☐ untick: people share names'],
          [`${uniqueness}: ${field.phone}, E-mail`, '☑ tick'],
        ],
        notes: ['Contacts of one company with a shared phone look like one person to duplicate control.', locked],
      }
    case 'deal':
      return {
        title: 'Upload once',
        settings: [],
        notes: ['Deals have neither duplicate control nor updates: every upload of the file creates all deals anew.'],
      }
    case 'product':
      return {
        title: 'Uploading again',
        settings: [],
        notes: [
          'A product with the same external code (Внешний код) is updated, others are created. There is no step about duplicates.',
        ],
      }
  }
}
