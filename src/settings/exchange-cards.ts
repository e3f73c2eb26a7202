import { applyKeys } from './exchange-apply.ts'
import { block, choice, choices, text, texts } from './kinds.ts'
import { option } from './option.ts'

/** Ways to find the card of a 1C id, besides what the exchange remembers (DESIGN.md §4). */
const matchWays = ['origin', 'id-field', 'inn', 'inn-in-text', 'phone', 'email', 'title'] as const

/** How cards of companies and contacts are applied to the portal; `usual` is how they are found. */
export const cardKeys = (usual: (typeof matchWays)[number][]) => ({
  match: option(choices(matchWays).prefault(usual), {
    ru: {
      title: 'Как искать карточку',
      about:
        'Чем, по порядку, находить карточку, которую обмен ещё не знает: origin — метка обмена (всегда первая, и без упоминания), id-field — поле из bitrix24.idFields, inn — ИНН и КПП в реквизитах, inn-in-text — ИНН в полях innFields, phone — телефон, email — почта, title — точное название. Нашлись две — строка уходит на проверку. Только при target: portal.',
    },
    en: {
      title: 'How to find a card',
      about:
        'By what, in this order, a card is found that the exchange does not know yet: origin: mark of the exchange (always the first, named or not), id-field: field of bitrix24.idFields, inn: ИНН and КПП in the requisites, inn-in-text: ИНН in the fields of innFields, phone, email, title: exact name. Where two are found, the row goes to review. Only with target: portal.',
    },
    example: ['origin', 'inn', 'phone'],
  }),
  innFields: option(texts().prefault([]), {
    ru: {
      title: 'Поля с ИНН',
      about: 'Строковые поля портала, куда люди вписывали ИНН, когда заводили карточки вручную: по ним ищет inn-in-text.',
    },
    en: {
      title: 'Fields with an ИНН',
      about: 'Text fields of the portal where people wrote an ИНН when they made cards by hand: inn-in-text looks there.',
    },
    example: ['UF_CRM_INN'],
  }),
  ...applyKeys('create+update'),
  deleted: option(choice(['skip', 'keep', 'mark', 'close']).prefault('skip'), {
    ru: {
      title: 'Помеченные на удаление',
      about:
        'skip — не загружать, в ответе «пропущено»; keep — загружать как остальные; mark — записать отметку в поле из deletedMark; close — снять с карточки «Доступен для всех». Последние два — только при target: portal; сама карточка никогда не удаляется.',
    },
    en: {
      title: 'Marked for deletion',
      about:
        'skip: not imported, answered as skipped; keep: imported like the others; mark: the field of deletedMark is set; close: the card is no longer available to everyone. The last two only with target: portal; the card itself is never deleted.',
    },
  }),
  deletedMark: option(
    block({
      field: option(text().prefault(''), {
        ru: { title: 'Поле', about: 'Своё поле портала для отметки.' },
        en: { title: 'Field', about: 'Custom field of the portal for the mark.' },
        example: 'UF_CRM_DELETED_1C',
      }),
      value: option(text().prefault('Y'), {
        ru: { title: 'Значение', about: 'Что записать: Y для поля «Да/Нет», текст для строки.' },
        en: { title: 'Value', about: 'What to write: Y for a yes/no field, a text for a text field.' },
      }),
    }).prefault({}),
    {
      ru: { title: 'Отметка об удалении', about: 'Куда и что писать при deleted: mark.' },
      en: { title: 'Mark of deletion', about: 'Where and what is written with deleted: mark.' },
    },
  ),
})
