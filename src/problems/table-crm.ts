import type { ProblemEntry } from './entry.ts'

/** What keeps a value of 1C from standing on this portal: directories, users, fields, presets. */
export const crmProblems = {
  'crm.field-unknown': {
    severity: 'error',
    what: {
      ru: 'На портале нет поля «{field}». Похожее: {near}. Есть поля: {list}',
      en: 'The portal has no field “{field}”. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'В настройках опечатка, поле переименовано или ещё не создано, либо оно есть только у другой карточки',
      en: 'A slip in the settings; or the field was renamed, is not made yet, or belongs to another kind of card',
    },
    action: {
      ru: 'Исправьте название или код поля в настройках либо создайте поле на портале (CRM → Настройки → Пользовательские поля)',
      en: 'Correct the title or the code of the field in the settings, or make the field on the portal (CRM → Settings → Custom fields)',
    },
    retry: false,
  },
  'crm.field-ambiguous': {
    severity: 'error',
    what: {
      ru: 'На портале несколько полей с названием «{field}»: {list}',
      en: 'The portal has several fields with the title “{field}”: {list}',
    },
    cause: {
      ru: 'Название поля не говорит, какое из них имеется в виду',
      en: 'The title does not say which of them is meant',
    },
    action: {
      ru: 'Укажите в настройках код поля вместо названия',
      en: 'Give the code of the field in the settings, not its title',
    },
    retry: false,
  },
  'crm.field-skipped': {
    severity: 'warning',
    what: {
      ru: 'Поле «{field}» не записано: на портале его нет или таких несколько. Похожее: {near}. Есть: {list}',
      en: 'The field “{field}” was not written: the portal has none or several of that name. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'В настройках опечатка, поле переименовано или ещё не создано',
      en: 'A slip in the settings, or the field was renamed or is not made yet',
    },
    action: {
      ru: 'Исправьте название или код поля в настройках либо создайте поле на портале',
      en: 'Correct the title or the code of the field in the settings, or make the field on the portal',
    },
    retry: false,
  },
  'crm.field-elsewhere': {
    severity: 'notice',
    what: {
      ru: 'Поле «{field}» не записано: у карточек этого вида его нет (есть у карточек другого)',
      en: 'The field “{field}” was not written: cards of this kind do not have it (those of the other kind do)',
    },
    cause: {
      ru: 'Одни контрагенты становятся компаниями, другие контактами, а поле заведено только у одних',
      en: 'Some counterparties become companies, others contacts, and the field was made for one of them only',
    },
    action: {
      ru: 'Если значение нужно и там, создайте на портале такое же поле',
      en: 'Where the value is wanted there too, make the same field on the portal',
    },
    retry: false,
  },
  'crm.field-not-writable': {
    severity: 'warning',
    what: {
      ru: 'Поле «{field}» ({name}) не записано: обмен не может его заполнять',
      en: 'The field “{field}” ({name}) was not written: an exchange cannot fill it',
    },
    cause: {
      ru: 'Портал заполняет это поле сам, или в нём хранятся файлы и связи',
      en: 'The portal fills this field by itself, or it keeps files or links',
    },
    action: { ru: 'Выберите в настройках другое поле', en: 'Choose another field in the settings' },
    retry: false,
  },
  'crm.value-unknown': {
    severity: 'error',
    what: {
      ru: 'В справочнике поля «{field}» нет значения «{value}». Похожее: {near}. Есть: {list}',
      en: 'The directory of the field “{field}” has no value “{value}”. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Справочники 1С и портала расходятся, или значение записано иначе',
      en: 'The directories of 1C and of the portal differ, or the value is written in another way',
    },
    action: {
      ru: 'Добавьте значение в справочник портала, сопоставьте его в настройках (values) или разрешите обмену добавлять значения (missingValues: create)',
      en: 'Add the value to the directory of the portal, map it in the settings (values), or let the exchange add values (missingValues: create)',
    },
    retry: false,
  },
  'crm.value-skipped': {
    severity: 'warning',
    what: {
      ru: 'Поле «{field}» не записано: в его справочнике нет значения «{value}». Похожее: {near}. Есть: {list}',
      en: 'The field “{field}” was not written: its directory has no value “{value}”. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Справочники 1С и портала расходятся, или значение записано иначе',
      en: 'The directories of 1C and of the portal differ, or the value is written in another way',
    },
    action: {
      ru: 'Добавьте значение в справочник портала или сопоставьте его в настройках (values)',
      en: 'Add the value to the directory of the portal, or map it in the settings (values)',
    },
    retry: false,
  },
  'crm.value-unreadable': {
    severity: 'warning',
    what: {
      ru: 'Поле «{field}» не записано: «{value}» не подходит к его типу',
      en: 'The field “{field}” was not written: “{value}” does not fit its type',
    },
    cause: {
      ru: 'В поле для числа, даты, суммы или «да/нет» пришёл другой текст',
      en: 'Other text came for a field that keeps a number, a date, an amount or yes/no',
    },
    action: {
      ru: 'Исправьте значение в 1С или выберите в настройках поле портала другого типа',
      en: 'Correct the value in 1C, or choose a field of another type in the settings',
    },
    retry: false,
  },
  'crm.user-unknown': {
    severity: 'warning',
    what: {
      ru: 'Поле «{field}» не записано: на портале нет действующего сотрудника «{value}». Похожий: {near}. Есть: {list}',
      en: 'The field “{field}” was not written: the portal has no active user “{value}”. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Сотрудник уволен, не приглашён на портал или назван там иначе',
      en: 'The person left, was not invited to the portal, or has another name there',
    },
    action: {
      ru: 'Укажите номер, e-mail или имя и фамилию действующего сотрудника портала либо сопоставьте значение в настройках (values)',
      en: 'Give the id, the e-mail or the first and last name of an active user, or map the value in the settings (values)',
    },
    retry: false,
  },
  'crm.user-ambiguous': {
    severity: 'warning',
    what: {
      ru: 'Поле «{field}» не записано: сотрудников «{value}» на портале несколько: {list}',
      en: 'The field “{field}” was not written: the portal has several users “{value}”: {list}',
    },
    cause: { ru: 'Полные тёзки: имя не говорит, кто из них нужен', en: 'Namesakes: the name does not say who is meant' },
    action: { ru: 'Укажите номер или e-mail сотрудника', en: 'Give the id or the e-mail of the user' },
    retry: false,
  },
  'crm.users-unreadable': {
    severity: 'warning',
    what: {
      ru: 'Поле «{field}» не записано: вебхук не может искать сотрудника «{value}»',
      en: 'The field “{field}” was not written: the webhook cannot look up the user “{value}”',
    },
    cause: {
      ru: 'У вебхука нет права читать пользователей',
      en: 'The webhook has no permission to read users',
    },
    action: {
      ru: 'Добавьте вебхуку право «Пользователи (базовый)» (user_basic) или укажите номер сотрудника',
      en: 'Add the permission user_basic to the webhook, or give the id of the user',
    },
    retry: false,
  },
  'crm.preset-unknown': {
    severity: 'error',
    what: {
      ru: 'На портале нет шаблона реквизитов «{preset}». Есть: {list}',
      en: 'The portal has no requisite template “{preset}”. It has: {list}',
    },
    cause: {
      ru: 'Шаблон переименован, выключен или удалён',
      en: 'The template was renamed, switched off or deleted',
    },
    action: {
      ru: 'Укажите название шаблона в настройках (bitrix24 → presets)',
      en: 'Give the name of the template in the settings (bitrix24 → presets)',
    },
    retry: false,
  },
  'crm.preset-skipped': {
    severity: 'warning',
    what: {
      ru: 'Реквизиты не записаны: на портале нет шаблона «{preset}». Есть: {list}',
      en: 'The requisites were not written: the portal has no template “{preset}”. It has: {list}',
    },
    cause: {
      ru: 'Шаблон переименован, выключен или удалён',
      en: 'The template was renamed, switched off or deleted',
    },
    action: {
      ru: 'Укажите название шаблона в настройках (bitrix24 → presets)',
      en: 'Give the name of the template in the settings (bitrix24 → presets)',
    },
    retry: false,
  },
  'crm.requisites-several': {
    severity: 'warning',
    what: {
      ru: 'Записаны только первые реквизиты, всего их {count}',
      en: 'Only the first of {count} requisites was written',
    },
    cause: { ru: 'Обмен ведёт у карточки одни реквизиты', en: 'The exchange keeps one requisite of a card' },
    action: { ru: 'Остальные добавьте на портале вручную', en: 'Add the others on the portal by hand' },
    retry: false,
  },
  'crm.address-second': {
    severity: 'notice',
    what: {
      ru: 'Второй адрес того же вида не записан: {address}. Остался: {kept}',
      en: 'A second address of the same kind was not written: {address}. Kept: {kept}',
    },
    cause: {
      ru: 'У реквизитов на портале один адрес каждого вида',
      en: 'A requisite has one address of each kind on the portal',
    },
    action: {
      ru: 'Если нужен другой адрес, оставьте в 1С один адрес этого вида',
      en: 'Where the other one is needed, leave one address of this kind in 1C',
    },
    retry: false,
  },
  'crm.bank-second': {
    severity: 'notice',
    what: {
      ru: 'Банковский счёт {account} указан дважды, записан один раз',
      en: 'The bank account {account} is given twice and was written once',
    },
    cause: { ru: 'Номер счёта и БИК совпадают', en: 'The number of the account and the БИК are the same' },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'crm.process-unknown': {
    severity: 'error',
    what: {
      ru: 'На портале нет смарт-процесса № {process}. Есть: {list}',
      en: 'The portal has no smart process {process}. It has: {list}',
    },
    cause: {
      ru: 'В настройках другой номер, смарт-процесс удалён, или вебхук не видит его',
      en: 'The settings have another number, the smart process was deleted, or the webhook cannot see it',
    },
    action: {
      ru: 'Укажите в настройках номер смарт-процесса (process): его показывает команда obmen24 portal processes',
      en: 'Give the number of the smart process in the settings (process): obmen24 portal processes shows it',
    },
    retry: false,
  },
  'crm.pipeline-unknown': {
    severity: 'error',
    what: {
      ru: 'На портале нет воронки «{pipeline}». Похожая: {near}. Есть: {list}',
      en: 'The portal has no pipeline “{pipeline}”. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Воронка переименована, удалена, названа в настройках иначе, или вебхук её не видит',
      en: 'The pipeline was renamed or deleted, has another name in the settings, or the webhook cannot see it',
    },
    action: {
      ru: 'Исправьте название или номер воронки в настройках (pipeline, pipelines)',
      en: 'Correct the name or the number of the pipeline in the settings (pipeline, pipelines)',
    },
    retry: false,
  },
  'crm.pipeline-ambiguous': {
    severity: 'error',
    what: {
      ru: 'На портале несколько воронок «{pipeline}». Все воронки: {list}',
      en: 'The portal has several pipelines “{pipeline}”. All pipelines: {list}',
    },
    cause: { ru: 'Название не говорит, какая из них имеется в виду', en: 'The name does not say which of them is meant' },
    action: {
      ru: 'Укажите в настройках номер воронки вместо названия',
      en: 'Give the number of the pipeline in the settings, not its name',
    },
    retry: false,
  },
  'crm.stage-unknown': {
    severity: 'error',
    what: {
      ru: 'В воронке «{pipeline}» нет стадии «{stage}». Похожая: {near}. Есть: {list}',
      en: 'The pipeline “{pipeline}” has no stage “{stage}”. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Стадия переименована, удалена, названа в настройках иначе, или она из другой воронки',
      en: 'The stage was renamed or deleted, has another name in the settings, or belongs to another pipeline',
    },
    action: {
      ru: 'Исправьте таблицу стадий в настройках; стадии портала показывает команда obmen24 portal stages',
      en: 'Correct the table of stages in the settings; obmen24 portal stages shows those of the portal',
    },
    retry: false,
  },
  'crm.stage-ambiguous': {
    severity: 'error',
    what: {
      ru: 'В воронке «{pipeline}» несколько стадий «{stage}»: {list}',
      en: 'The pipeline “{pipeline}” has several stages “{stage}”: {list}',
    },
    cause: { ru: 'Название не говорит, какая из них имеется в виду', en: 'The name does not say which of them is meant' },
    action: {
      ru: 'Укажите в настройках код стадии вместо названия',
      en: 'Give the code of the stage in the settings, not its name',
    },
    retry: false,
  },
  'crm.currency-inactive': {
    severity: 'error',
    what: {
      ru: 'Валюта {currency} не включена на портале. Включены: {list}',
      en: 'The currency {currency} is not active on the portal. Active: {list}',
    },
    cause: {
      ru: 'В 1С документ в этой валюте, а в списке валют портала её нет',
      en: 'The document of 1C is in this currency, and the portal does not have it in its list',
    },
    action: {
      ru: 'Добавьте валюту на портале (CRM → Настройки → Валюты) или исправьте её в 1С',
      en: 'Add the currency on the portal (CRM → Settings → Currencies), or correct it in 1C',
    },
    retry: false,
  },
  'crm.probability': {
    severity: 'warning',
    what: {
      ru: 'Вероятность не записана: «{value}» — не целое число от 0 до 100',
      en: 'The probability was not written: “{value}” is no whole number from 0 to 100',
    },
    cause: {
      ru: 'В таблице вероятностей или в поле 1С стоит другое значение',
      en: 'The table of probabilities or the field of 1C has another value',
    },
    action: {
      ru: 'Исправьте вероятности в настройках (probabilities) или поле, из которого они берутся',
      en: 'Correct the probabilities in the settings (probabilities), or the field that they come from',
    },
    retry: false,
  },
  'crm.my-company-unknown': {
    severity: 'error',
    what: {
      ru: 'На портале нет вашей компании «{company}», или таких несколько. Похожая: {near}. Есть: {list}',
      en: 'The portal has no company of your own “{company}”, or has several. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Организация 1С названа на портале иначе или не заведена в «Реквизитах вашей компании»',
      en: 'The organisation of 1C has another name on the portal, or is not among the details of your own companies',
    },
    action: {
      ru: 'Заведите организацию на портале (CRM → Настройки → Реквизиты вашей компании) или сопоставьте её в настройках (organisations)',
      en: 'Add the organisation on the portal (CRM → Settings → Your company details), or map it in the settings (organisations)',
    },
    retry: false,
  },
  'crm.my-company-skipped': {
    severity: 'notice',
    what: {
      ru: 'Ваша компания «{company}» не указана: на портале её нет, таких несколько, или у этих карточек нет такого поля. Похожая: {near}. Есть: {list}',
      en: 'Your own company “{company}” was not written: the portal has none or several, or these cards have no field for it. Nearest: {near}. It has: {list}',
    },
    cause: {
      ru: 'Организация 1С названа на портале иначе или не заведена в «Реквизитах вашей компании»',
      en: 'The organisation of 1C has another name on the portal, or is not among the details of your own companies',
    },
    action: {
      ru: 'Если она нужна в карточке, заведите организацию на портале или сопоставьте её в настройках (organisations)',
      en: 'Where the card needs it, add the organisation on the portal, or map it in the settings (organisations)',
    },
    retry: false,
  },
  'crm.own-field-missing': {
    severity: 'notice',
    what: {
      ru: 'Поле «{field}» не записано: у этих карточек его нет',
      en: 'The field “{field}” was not written: these cards do not have it',
    },
    cause: {
      ru: 'В настройках смарт-процесса выключены его поля: товары и суммы, даты, источник, клиент или ваша компания',
      en: 'Fields of the smart process are switched off in its settings: products and amounts, dates, source, client or own company',
    },
    action: {
      ru: 'Если значение нужно на портале, включите эти поля в настройках смарт-процесса',
      en: 'Where the value is wanted, switch these fields on in the settings of the smart process',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
