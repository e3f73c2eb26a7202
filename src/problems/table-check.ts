import type { ProblemEntry } from './entry.ts'

/** What `obmen24 check` finds about the portal before any exchange has run. */
export const checkProblems = {
  'check.not-admin': {
    severity: 'warning',
    what: {
      ru: 'Вебхук создан не администратором портала: {user}.',
      en: 'The webhook was not made by an administrator of the portal: {user}.',
    },
    cause: {
      ru: 'Чужие и закрытые карточки такому вебхуку не видны: обмен их не найдёт и создаст вторые. Удалённую карточку от скрытой он тоже не отличит.',
      en: 'Cards of others may be hidden from such a webhook: the exchange would not find them and would make second ones, and it cannot tell a deleted card from a hidden one.',
    },
    action: {
      ru: 'Создайте вебхук от имени администратора портала.',
      en: 'Make the webhook as an administrator of the portal.',
    },
    retry: false,
  },
  'check.users-unreadable': {
    severity: 'warning',
    what: {
      ru: 'Сотрудников портала вебхук не видит: ответственного по имени или почте не найти.',
      en: 'The webhook cannot see the users of the portal: a responsible person is not found by name or e-mail.',
    },
    cause: {
      ru: 'Вебхуку не дано право «Пользователи (базовый)» (user_basic).',
      en: 'The webhook was not given the scope user_basic.',
    },
    action: {
      ru: 'Откройте вебхук в Битрикс24, добавьте в «Настройка прав» раздел user_basic и сохраните. Или указывайте ответственных номерами.',
      en: 'Open the webhook in Bitrix24, add the section user_basic to its permissions and save. Or give responsible persons by their ids.',
    },
    retry: false,
  },
  'check.no-catalogue': {
    severity: 'error',
    what: {
      ru: 'Вебхуку не дано право «catalog», а products: {products} связывает строки документов с товарами портала.',
      en: 'The webhook lacks the scope "catalog", and products: {products} links rows of documents to products of the portal.',
    },
    cause: {
      ru: 'При создании вебхука раздел «Торговый каталог» не отмечен.',
      en: 'The section of the catalogue was not ticked when the webhook was made.',
    },
    action: {
      ru: 'Откройте вебхук в Битрикс24, добавьте в «Настройка прав» раздел catalog и сохраните. Если код изменился, скопируйте адрес заново. Или поставьте products: text.',
      en: 'Open the webhook in Bitrix24, add the section catalog to its permissions and save. If its code changed, copy the address again. Or set products: text.',
    },
    retry: false,
  },
  'check.no-goods': {
    severity: 'warning',
    what: {
      ru: 'Вебхуку не дано право «catalog»: идентификаторы 1С товаров, которые добавят на портале, узнать нельзя.',
      en: 'The webhook lacks the scope "catalog": the 1C ids of products that people add on the portal cannot be known.',
    },
    cause: {
      ru: 'Идентификатор 1С — внешний код товара в каталоге портала. Без него такой товар уходит без идентификатора, а заказ CommerceML с ним не отправляется (unknownGoods: refuse).',
      en: 'The 1C id is the external code of a product in the catalogue. Without it such a product goes without an id, and a CommerceML order that has one is not sent (unknownGoods: refuse).',
    },
    action: {
      ru: 'Откройте вебхук в Битрикс24, добавьте в «Настройка прав» раздел catalog и сохраните. Если код изменился, скопируйте адрес заново.',
      en: 'Open the webhook in Bitrix24, add the section catalog to its permissions and save. If its code changed, copy the address again.',
    },
    retry: false,
  },
  'check.no-import': {
    severity: 'error',
    what: {
      ru: 'У вебхука нет права на импорт карточек ({what}).',
      en: 'The webhook has no right to import cards ({what}).',
    },
    cause: {
      ru: 'Новые карточки создаются импортом, чтобы не запускать роботов, а это отдельное право в CRM.',
      en: 'New cards are imported, so that automation rules do not start, and that is a right of its own in the CRM.',
    },
    action: {
      ru: 'CRM → Настройки → Права доступа: дайте роли сотрудника «Импорт» этих карточек. Или поставьте portal.automation: true, тогда роботы будут запускаться.',
      en: 'CRM → Settings → Access permissions: give the role of that user the right to import these cards. Or set portal.automation: true, and automation will start.',
    },
    retry: false,
  },
  'check.import-unproven': {
    severity: 'warning',
    what: {
      ru: 'Право на импорт ({what}) заранее не проверить: портал ответил {code}, {description}.',
      en: 'The right to import ({what}) cannot be proven beforehand: the portal answered {code}, {description}.',
    },
    cause: {
      ru: 'Проверка посылает пустой список на импорт, и этот портал его не принял.',
      en: 'The check sends an empty list to import, and this portal did not take it.',
    },
    action: {
      ru: 'Первый обмен сделайте с одной карточкой: если права нет, ответ скажет об этом.',
      en: 'Make the first exchange with one card: if the right is missing, the answer will say so.',
    },
    retry: false,
  },
  'check.field-not-text': {
    severity: 'error',
    what: {
      ru: 'Поле «{field}» ({name}) не строковое, а нужна строка.',
      en: 'The field "{field}" ({name}) is not a text field, and a text is needed.',
    },
    cause: {
      ru: 'Идентификатор 1С и ИНН хранят в поле вида «Строка»: в других они теряют нули или не ищутся.',
      en: 'A 1C id and an ИНН are kept in fields of the kind "string": others lose zeros or cannot be searched.',
    },
    action: {
      ru: 'Создайте на портале поле вида «Строка» и укажите его код.',
      en: 'Make a field of the kind "string" on the portal and give its code.',
    },
    retry: false,
  },
  'check.field-missing': {
    severity: 'error',
    what: {
      ru: 'Поля {field} на портале нет ({what}). Похожее: {near}',
      en: 'The portal has no field {field} ({what}). Nearest: {near}',
    },
    cause: {
      ru: 'Поле ещё не заведено, удалено, или в коде опечатка.',
      en: 'The field was not made yet, was deleted, or its code has a slip.',
    },
    action: {
      ru: 'Если код верен, поле вида «Строка» создаст команда obmen24 check --create-fields. Поля портала показывает obmen24 portal fields.',
      en: 'If the code is right, obmen24 check --create-fields makes it as a text field. obmen24 portal fields shows the fields of the portal.',
    },
    retry: false,
  },
  'check.field-code': {
    severity: 'error',
    what: {
      ru: 'Поля {field} на портале нет и быть не может ({what}): коды полей у таких карточек начинаются с {prefix}',
      en: 'The portal has no field {field} and cannot have one ({what}): codes of fields of such cards begin with {prefix}',
    },
    cause: {
      ru: 'Код взят от карточек другого вида.',
      en: 'The code was taken from cards of another kind.',
    },
    action: {
      ru: 'Напишите {wanted} или код существующего поля. Поля портала показывает obmen24 portal fields.',
      en: 'Write {wanted}, or the code of a field that there is. obmen24 portal fields shows the fields of the portal.',
    },
    retry: false,
  },
  'check.create-needs-admin': {
    severity: 'error',
    what: {
      ru: 'Поля не созданы: вебхук создан не администратором портала ({user}).',
      en: 'The fields were not made: the webhook was not made by an administrator of the portal ({user}).',
    },
    cause: {
      ru: 'Поля портала меняет только администратор.',
      en: 'Only an administrator changes the fields of a portal.',
    },
    action: {
      ru: 'Создайте вебхук от имени администратора или попросите его завести поля вручную.',
      en: 'Make the webhook as an administrator, or ask one to make the fields by hand.',
    },
    retry: false,
  },
  'check.create-needs-portal': {
    severity: 'error',
    what: {
      ru: '--create-fields создаёт поля на портале, а настройки готовят файлы импорта (target: csv).',
      en: '--create-fields makes fields on a portal, and the settings make import files (target: csv).',
    },
    cause: {
      ru: 'Без вебхука к порталу не обратиться.',
      en: 'Without a webhook the portal cannot be reached.',
    },
    action: {
      ru: 'Поставьте target: portal или заведите поля вручную.',
      en: 'Set target: portal, or make the fields by hand.',
    },
    retry: false,
  },
  'check.field-not-created': {
    severity: 'error',
    what: {
      ru: 'Поле {field} не создано ({what}): портал ответил {code}, {description}.',
      en: 'The field {field} was not made ({what}): the portal answered {code}, {description}.',
    },
    cause: {
      ru: 'Не хватило прав, или ответ не дошёл. Полям счетов и смарт-процессов нужно право вебхука userfieldconfig.',
      en: 'A right is missing, or the answer was lost. Fields of invoices and smart processes need the scope userfieldconfig.',
    },
    action: {
      ru: 'Добавьте вебхуку право или заведите поле вручную, затем повторите obmen24 check.',
      en: 'Give the webhook that scope or make the field by hand, then repeat obmen24 check.',
    },
    retry: false,
  },
  'check.usual-stages': {
    severity: 'warning',
    what: {
      ru: 'Обычных стадий на портале нет: {states}. Есть — {list}',
      en: 'The portal does not have usual stages: {states}. It has: {list}',
    },
    cause: {
      ru: 'Эта таблица пришла с видом обмена, а стадии на портале свои. Документ в таком состоянии принят не будет.',
      en: 'That table came with the preset, and the portal has stages of its own. A document in such a state will be refused.',
    },
    action: {
      ru: "Запишите в настройки стадии своего портала для этих состояний; '' — состояние не меняет стадию.",
      en: "Write stages of your portal for these states into the settings; '' leaves the stage alone.",
    },
    retry: false,
  },
  'check.user': {
    severity: 'error',
    what: {
      ru: 'Ответственного «{user}» на портале не найти. Похожий: {near}. Есть: {list}',
      en: 'The responsible person "{user}" is not found on the portal. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Сотрудник уволен, не приглашён, назван на портале иначе, или таких несколько.',
      en: 'The person left, was not invited, has another name there, or there are several of that name.',
    },
    action: {
      ru: 'Укажите номер, e-mail или имя и фамилию: их показывает obmen24 portal users.',
      en: 'Give the id, the e-mail or the name: obmen24 portal users shows them.',
    },
    retry: false,
  },
  'check.value': {
    severity: 'warning',
    what: {
      ru: 'В справочнике портала нет значения «{value}». Похожее: {near}. Есть: {list}',
      en: 'The directory of the portal has no value "{value}". Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'На портале справочник изменили, или в настройках опечатка.',
      en: 'The directory was changed on the portal, or the settings have a slip.',
    },
    action: {
      ru: 'Исправьте значение в настройках: справочники показывает obmen24 portal directories.',
      en: 'Correct the value in the settings: obmen24 portal directories shows the directories.',
    },
    retry: false,
  },
  'check.originator-used': {
    severity: 'warning',
    what: {
      ru: 'На портале уже есть карточки с меткой «{originator}»: {count}, а этот обмен ещё ничего не создавал.',
      en: 'The portal has cards with the mark "{originator}" already: {count}, and this exchange has not made any yet.',
    },
    cause: {
      ru: 'Они остались от прежней установки, или с порталом работает другая база 1С с той же меткой.',
      en: 'They are from an earlier installation, or another 1C base with the same mark works with the portal.',
    },
    action: {
      ru: 'Если база та же, всё в порядке: карточки найдутся по метке. Если другая, задайте ей свою метку в portal.originator.',
      en: 'If it is the same base, all is well: the cards are found by the mark. If it is another one, give it a mark of its own in portal.originator.',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
