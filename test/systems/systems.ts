/** One feature of a system that works in the field today and that ours must be able to replace. */
export interface Feature {
  /** `B6`: letter of the system and number, as tests are named. */
  readonly id: string
  /** In short, for people. */
  readonly what: string
  /** The settings or the command it is governed by. */
  readonly where: string
  /** Why no test proves it yet. */
  readonly later?: string
}

export interface System {
  readonly name: string
  readonly features: readonly Feature[]
}

/** The five exchanges, feature by feature. */
export const systems: readonly System[] = [
  {
    name: 'A. База клиентов: 1С → Битрикс24',
    features: [
      feature('A1', 'Разовая загрузка: файлы стандартного импорта, со своими полями портала', '`target: csv`, `fields`'),
      feature(
        'A2',
        'Регулярно: контрагенты становятся компаниями портала со всеми заполненными полями',
        '`target: portal`, `preset: counterparties`',
      ),
      feature('A3', 'Повторная выгрузка обновляет, а не дублирует: по идентификатору 1С и по ИНН', '`match`'),
      feature('A4', 'Первый раз всё, потом только изменения', 'ничего не нужно'),
      feature('A5', '1С главная; карточки, заведённые вручную, не трогаются и не удаляются', '`conflict`, `mode`'),
      feature('A6', 'Значения справочников находятся на портале или сначала добавляются туда', '`values`, `missingValues`'),
      feature('A7', 'Отказ портала сказан понятными словами: что случилось и что делать', '[коды ошибок](errors.md)'),
      feature('A8', 'Темп не выходит за пределы облака', '`portal.rate`'),
      feature('A9', 'Запускается само', '`obmen24 watch`, планировщик'),
      feature('A10', 'Так же — контакты, документы и заказы', '`preset` у каждого обмена'),
    ],
  },
  {
    name: 'B. Автосервис: заказ-наряды → сделки',
    features: [
      feature('B1', 'Запуск вручную и по расписанию', '`obmen24 run`, `obmen24 watch`'),
      feature(
        'B2',
        'Всё существенное — в настройках, код 1С и программы не меняется',
        '`obmen24.yaml`, [настройки](settings.md)',
      ),
      feature('B3', 'Отладочный режим и журнал обмена', '`logs.level`, `obmen24 history`, `obmen24 show`'),
      feature(
        'B4',
        'Поле сделки с номером заказ-наряда обязательно: check его требует и, если велеть, создаёт',
        '`numberField`, `obmen24 check --create-fields`',
      ),
      feature('B5', 'Только заказ-наряды перечисленных организаций', '`only: {organisation: […]}`'),
      feature(
        'B6',
        'Сделка ищется по номеру, потом по телефону клиента среди незавершённых',
        '`match: [origin, number-field, phone]`, `several`',
      ),
      feature('B7', 'Найденной сделке обновляются дата, стадия, номер, источник, сумма и валюта, контакт', '`stages`, `fields`'),
      feature('B8', 'Новые сделки можно выключить', '`mode: update`'),
      feature('B9', 'Карточка клиента исправляется по заказ-наряду; можно выключить', '`updateClients`'),
      feature(
        'B10',
        'Состояния ведут на стадии, многие на одну; стадии портала можно спросить; конечные названы',
        '`stages`, `finalStages`, `obmen24 portal stages`',
      ),
      feature('B11', 'Телефон опознаёт контакт: из документа, иначе из карточки клиента', '`clientMatch`, `columns: {phone: …}`'),
      feature(
        'B12',
        'Заказ-наряд переходит целиком: машина, пробег, причина, мастер, работы и запчасти с итогом до копейки',
        '`title`, `fields`, `preset: document-rows`',
      ),
    ],
  },
  {
    name: 'C. Служба поддержки: договоры, заявки, счета',
    features: [
      feature(
        'C1',
        'Компании, контактные лица и договоры приходят из 1С и не расходятся с ней',
        '`preset: counterparties`, `contacts`, `contracts`',
      ),
      feature(
        'C2',
        'Карточки, заведённые вручную, находятся по ИНН в любом строковом поле',
        '`match: [inn-in-text]`, `innFields`',
      ),
      feature('C3', 'Только новые или полная синхронизация', '`mode: create`, `mode: create+update`'),
      feature(
        'C4',
        'Оплаченные заявки — в 1С, счета и их файлы — обратно и к заявке',
        '`outgoing`, `preset: invoices`, `attachments`',
      ),
      feature(
        'C5',
        'Работает с типовыми выгрузками УНФ, КА, УТ 11, УТ 10.3: снимать конфигурацию с поддержки не нужно',
        'ничего не нужно, [форматы](formats.md)',
      ),
      feature('C6', 'Подключается адресом и ключом администратора', '`portal.webhook`, `obmen24 check`'),
      feature('C7', 'Одной командой или само; под себя переделывается настройками', '`obmen24 run`, `obmen24 watch`'),
    ],
  },
  {
    name: 'D. Торговля: заказы туда и обратно',
    features: [
      {
        ...feature('D1', 'Каталог: группы, остатки, цены, НДС, единицы, услуги', '`preset: catalogue`'),
        later: 'товары на портал пока не пишутся, только в файлы импорта',
      },
      feature('D2', 'Заказы и контрагенты в обе стороны; с заказом идёт его контрагент', '`preset: orders`, `outgoing`'),
      feature('D3', 'В 1С уходит только то, что изменили люди; своё обмен назад не шлёт', '`outgoing`'),
      feature(
        'D4',
        'Из 1С только обновляются заказы, ушедшие с портала; новые — если разрешено',
        '`mode: update`, `match: [number]`, `numberPrefix`',
      ),
      feature(
        'D5',
        'Статус выводится из признаков: проведён, оплачен, отгружен, отменён, помечен на удаление',
        '`stagesBySign`, `stages`',
      ),
      feature(
        'D6',
        'Заказ — только по номеру; контрагент — по идентификатору 1С, потом по названию; товар строки — по идентификатору',
        '`match`, `clientMatch`, `products`',
      ),
      feature('D7', 'Валюта, которой нет на портале, — ошибка своей строки', '`bitrix24.currencies`'),
      feature('D8', 'Единицы измерения сопоставляются', '`bitrix24.measures`'),
      feature('D9', 'Всё или только изменения; обмен и выгрузку можно выключить, период задан', '`enabled`, `outgoing: every`'),
      feature('D10', 'История обменов: номер, время, успех, направление, ошибка', '`obmen24 history`'),
      feature('D11', 'Ответственный за то, что создаёт обмен', '`responsible`'),
      { ...feature('D12', 'CRM в роли 1С для интернет-магазина', '—'), later: 'следующие версии' },
      {
        ...feature('D13', 'Протокол HTTP: checkauth, init, file, import', '—'),
        later: 'следующие версии; обмен идёт через папку',
      },
    ],
  },
  {
    name: 'E. Гостиница: гости, фирмы, брони',
    features: [
      feature(
        'E1',
        'Гость → контакт: ФИО, дата рождения, телефон, почта, адрес, обращение по полу, пометки VIP и «чёрный список»',
        '`values: {salutation: …}`, `fields`',
      ),
      feature('E2', 'Фирма → компания с адресом, телефоном, почтой, комментарием', '`preset: counterparties`'),
      feature(
        'E3',
        'Бронь → сделка: название, даты, сумма, стадия и вероятность по статусу, все гости, фирма или плательщик',
        '`preset: bookings`, `probabilities`, `sameNumber`',
      ),
      feature('E4', 'Гости и фирмы раньше броней, в каком бы порядке ни пришли файлы', 'ничего не нужно'),
      feature(
        'E5',
        'Номер карточки возвращается в ответе; присланный назад ведёт к своей карточке',
        '`match: [portal-id]`, столбец `CRM_ID`',
      ),
      feature('E6', 'Каждые несколько минут; первый раз всё, потом изменения', '`obmen24 watch`'),
      feature('E7', 'Удалённая бронь удаляет или закрывает сделку', '`deleted: delete`, `deleted: close`, `deletedStage`'),
      feature('E8', 'Хватает вебхука с правом CRM и бесплатного тарифа', '`portal.webhook`'),
      feature('E9', 'После объединения дублей на портале устаревшие номера находятся заново', '`vanished`'),
    ],
  },
]

function feature(id: string, what: string, where: string): Feature {
  return { id, what, where }
}
