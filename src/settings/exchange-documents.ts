import { applyKeys } from './exchange-apply.ts'
import { attachments } from './exchange-attachments.ts'
import { choice, choices, dictionary, filledPercents, filledText, sources, text, whole, yesNo } from './kinds.ts'
import { option } from './option.ts'

/** Ways to find the card of a document, besides what the exchange remembers. */
const documentWays = ['origin', 'portal-id', 'number-field', 'number', 'phone', 'title'] as const

/** Ways to find the card of a client whom a document names. */
const clientWays = ['origin', 'id-field', 'inn', 'phone', 'email', 'title'] as const

/** What is usual for the documents of a preset. */
interface UsualDocuments {
  readonly match: (typeof documentWays)[number][]
  readonly clientMatch: (typeof clientWays)[number][]
  readonly mode: 'create' | 'update' | 'create+update'
  readonly probabilities?: Readonly<Record<string, string>>
  /** Masks of the files that belong to such documents. */
  readonly attachments?: readonly string[]
}

/** How documents are applied to the portal: deals, invoices, items of smart processes. */
export const documentKeys = (usual: UsualDocuments) => ({
  match: option(choices(documentWays).prefault(usual.match), {
    ru: {
      title: 'Как искать карточку',
      about:
        'Чем, по порядку, находить карточку документа, которую обмен ещё не знает: origin — метка обмена (всегда первая, и без упоминания); portal-id — номер карточки, который хранит 1С (столбец CRM_ID); number-field — поле numberField; number — номер, который дал сам портал (B24-1045, см. numberPrefix); phone — телефон клиента среди незавершённых карточек; title — точное название. Только при target: portal.',
    },
    en: {
      title: 'How to find a card',
      about:
        'By what, in this order, the card of a document is found that the exchange does not know yet: origin: mark of the exchange (always the first, named or not); portal-id: number of the card that 1C keeps (column CRM_ID); number-field: field numberField; number: a number that the portal gave (B24-1045, see numberPrefix); phone: phone of the client among unfinished cards; title: exact title. Only with target: portal.',
    },
    example: ['origin', 'phone'],
  }),
  several: option(choice(['review', 'newest']).prefault('review'), {
    ru: {
      title: 'Нашлось несколько',
      about:
        'Подошли несколько карточек: review — показать человеку; newest — взять самую новую из незавершённых. Только при target: portal.',
    },
    en: {
      title: 'Several found',
      about: 'Several cards fit: review: a person decides; newest: the newest unfinished one is taken. Only with target: portal.',
    },
  }),
  numberPrefix: option(text().prefault('B24-'), {
    ru: {
      title: 'Приставка номера',
      about:
        'Что стоит перед номером карточки в номерах, которые портал дал документам для 1С: B24-1045 — сделка № 1045. Нужна для match: number; та же, что в outgoing. Пустую ставьте, только если своих номеров без приставки в 1С нет.',
    },
    en: {
      title: 'Number prefix',
      about:
        'What stands before the number of a card in numbers that the portal gave to documents for 1C: B24-1045 is deal 1045. Needed for match: number; the same as in outgoing. Leave it empty only where 1C has no plain numbers of its own.',
    },
  }),
  ...applyKeys(usual.mode),
  deleted: option(choice(['skip', 'keep', 'close', 'delete']).prefault('skip'), {
    ru: {
      title: 'Помеченные на удаление',
      about:
        'skip — не загружать, в ответе «пропущено»; keep — загружать как остальные; close — перевести карточку на стадию deletedStage; delete — удалить карточку с портала. Последние два — только при target: portal и только с карточкой, которую обмен знает.',
    },
    en: {
      title: 'Marked for deletion',
      about:
        'skip: not imported, answered as skipped; keep: imported like the others; close: the card goes to the stage deletedStage; delete: the card is deleted. The last two only with target: portal, and only for a card that the exchange knows.',
    },
  }),
  deletedStage: option(text().prefault(''), {
    ru: { title: 'Стадия удалённых', about: 'Стадия для deleted: close. Пусто — первая провальная стадия воронки.' },
    en: { title: 'Stage of the deleted', about: 'Stage for deleted: close. Empty: the first lost stage of the pipeline.' },
    example: 'Сделка провалена',
  }),
  clientMatch: option(choices(clientWays).prefault(usual.clientMatch), {
    ru: {
      title: 'Как искать клиента',
      about:
        'Чем, по порядку, находить карточку клиента, названного в документе: origin — метка обмена (всегда первая, и без упоминания), id-field — поле из bitrix24.idFields, inn — ИНН и КПП в реквизитах, phone — телефон, email — почта, title — точное название или ФИО. Только при target: portal.',
    },
    en: {
      title: 'How to find a client',
      about:
        'By what, in this order, the card of a client is found whom the document names: origin: mark of the exchange (always the first, named or not), id-field: field of bitrix24.idFields, inn: ИНН and КПП in the requisites, phone, email, title: exact name. Only with target: portal.',
    },
    example: ['origin', 'phone'],
  }),
  updateClients: option(yesNo().prefault(true), {
    ru: {
      title: 'Исправлять клиентов',
      about:
        'true — карточка клиента исправляется по документу (имя, телефон, почта; 1С главнее); false — найденный клиент остаётся как есть. Только при target: portal.',
    },
    en: {
      title: 'Correct clients',
      about:
        'true: the card of the client is corrected from the document (name, phone, e-mail; 1C wins); false: a client that is found stays as it is. Only with target: portal.',
    },
  }),
  pipelines: option(dictionary().prefault({}), {
    ru: {
      title: 'Воронки по организациям',
      about: 'Значение поля pipelineBy → воронка. Чего в таблице нет, идёт в воронку pipeline.',
    },
    en: {
      title: 'Pipelines by organisation',
      about: 'Value of the field pipelineBy → pipeline. What the table does not have goes to pipeline.',
    },
    example: { 'ИП Смирнов А.А.': 'Сервис' },
  }),
  pipelineBy: option(filledText().prefault('organisation'), {
    ru: { title: 'Поле для воронки', about: 'Поле или столбец документа, по которому выбирается воронка из pipelines.' },
    en: { title: 'Field for the pipeline', about: 'Field or column of the document that chooses the pipeline out of pipelines.' },
    example: 'Вид ремонта',
  }),
  probabilities: option(filledPercents(usual.probabilities ?? {}), {
    ru: {
      title: 'Вероятность по состояниям',
      about:
        'Состояние документа в 1С → вероятность сделки в процентах (у счетов и смарт-процессов её нет); у заказа без статуса вместо состояния признак, как в stagesBySign: posted, paid … Записанное дополняет и заменяет обычное.',
    },
    en: {
      title: 'Probability by state',
      about:
        'State of the document in 1C → probability of the deal in percent (invoices and smart processes have none); of an order without a status its sign, as in stagesBySign: posted, paid … What you write adds to the usual and replaces it.',
    },
    example: { заявка: 30, согласование: 60 },
  }),
  closeDates: option(sources().prefault({}), {
    ru: {
      title: 'Дата закрытия по состояниям',
      about:
        'Состояние документа в 1С (у заказа без статуса — признак: paid, completed …) → поле, столбец или шаблон с датой закрытия сделки.',
    },
    en: {
      title: 'Close date by state',
      about:
        'State of the document in 1C (of an order without a status its sign: paid, completed …) → field, column or template with the close date.',
    },
    example: { закрыт: 'Дата закрытия' },
  }),
  rows: option(yesNo().prefault(true), {
    ru: {
      title: 'Товары документа',
      about:
        'Писать в карточку строки товаров и работ. На портал уходят и скидки, налоги, единицы; в файлы импорта — только товар, цена, количество.',
    },
    en: {
      title: 'Product rows',
      about:
        'Write the rows of goods and works into the card. A portal gets discounts, taxes and units too; import files only product, price and quantity.',
    },
  }),
  products: option(choice(['text', 'link', 'wait']).prefault('text'), {
    ru: {
      title: 'Товары строк',
      about:
        'text — строки без связи с каталогом портала; link — связать с товаром, у которого внешний код равен идентификатору 1С, если он есть; wait — то же, но документ ждёт, пока товар появится. Только при target: portal.',
    },
    en: {
      title: 'Products of rows',
      about:
        'text: rows without a link to the catalogue of the portal; link: linked to the product whose external code is the 1C id, where there is one; wait: the same, but the document waits for its products. Only with target: portal.',
    },
  }),
  organisations: option(dictionary().prefault({}), {
    ru: {
      title: 'Наши организации',
      about:
        'Организация в 1С → название вашей компании на портале: её реквизиты показывает документ. Чего в таблице нет, у счетов ищется под тем же названием, в других карточках не указывается. Счёт без вашей компании не принимается, если missingValues не skip. Только при target: portal.',
    },
    en: {
      title: 'Own organisations',
      about:
        'Organisation in 1C → title of your own company on the portal, whose requisites the document shows. What the table lacks is looked for by the same name for invoices, and left out of other cards. An invoice without your own company is refused unless missingValues is skip. Only with target: portal.',
    },
    example: { 'ООО "Ромашка"': 'Ромашка' },
  }),
  numbers: option(choice(['unique', 'yearly']).prefault('unique'), {
    ru: {
      title: 'Номера',
      about:
        'Чем отличаются документы без идентификатора 1С: unique — номер никогда не повторяется; yearly — нумерация каждый год начинается заново, документ опознаётся по номеру и году даты.',
    },
    en: {
      title: 'Numbers',
      about:
        'What tells documents without a 1C id apart: unique: a number never repeats; yearly: numbering begins anew every year, a document is known by its number and the year of its date.',
    },
  }),
  attachments: attachments(usual.attachments ?? []),
})

/** What documents become where they need not be deals. */
export const cardKindKeys = (usual: 'deal' | 'invoice' | 'process') => ({
  into: option(choice(['deal', 'invoice', 'process']).prefault(usual), {
    ru: {
      title: 'Чем становится',
      about: 'deal — сделкой; invoice — счётом CRM; process — элементом смарт-процесса из process.',
    },
    en: { title: 'Becomes', about: 'deal: a deal; invoice: a CRM invoice; process: an item of the smart process of process.' },
  }),
  process: processNumber(),
})

/** Which smart process is meant; asked for where documents come from and where they go. */
export const processNumber = () =>
  option(whole(0, 100_000).prefault(0), {
    ru: {
      title: 'Смарт-процесс',
      about: 'Номер смарт-процесса (entityTypeId) для into: process; 0 — не задан. Номера показывает obmen24 portal processes.',
    },
    en: {
      title: 'Smart process',
      about: 'Number of the smart process (entityTypeId) for into: process; 0: not set. obmen24 portal processes shows them all.',
    },
    example: 1032,
  })

/** Several rows of one table may be one document: each guest or room of a booking has its own (E3). */
export const groupKeys = (usual: 'one' | 'each') => ({
  sameNumber: option(choice(['one', 'each']).prefault(usual), {
    ru: {
      title: 'Строки с одним номером',
      about:
        'one — это один документ: собираются вместе люди и сроки всех строк (в файлах импорта у сделки один контакт — из первой строки); each — вторая строка с тем же номером, где сказано другое, пропускается.',
    },
    en: {
      title: 'Rows of one number',
      about:
        'one: they are one document, people and terms of all rows come together (in import files a deal has one contact, that of the first row); each: a second row of that number that says something else is skipped.',
    },
  }),
  sameNumberAmount: option(choice(['first', 'sum']).prefault('first'), {
    ru: {
      title: 'Сумма строк с одним номером',
      about: 'Для sameNumber: one. first — сумма документа повторяется в каждой строке; sum — суммы строк складываются.',
    },
    en: {
      title: 'Amount of rows of one number',
      about: 'For sameNumber: one. first: every row repeats the amount of the document; sum: amounts of the rows add up.',
    },
  }),
})
