import type { ProblemEntry } from './entry.ts'

/** What can be wrong with a Bitrix24 import file or with a portal's sample of one (`bitrix24-csv-import.md §11`). */
export const importProblems = {
  'import.name-missing': {
    severity: 'error',
    what: {
      ru: 'Запись «{record}» не записана в файл импорта: пусто обязательное поле «{field}»',
      en: 'The record “{record}” was not written to the import file: the required field “{field}” is empty',
    },
    cause: {
      ru: 'В 1С у записи не заполнено название (или имя и фамилия), а Битрикс24 такую строку отклоняет',
      en: 'The record has no name in 1C, and Bitrix24 rejects such a row',
    },
    action: {
      ru: 'Заполните название в 1С или задайте в настройках, откуда его брать, и выгрузите снова',
      en: 'Fill in the name in 1C, or say in the settings where to take it from, and export again',
    },
    retry: false,
  },
  'import.code-missing': {
    severity: 'warning',
    what: {
      ru: '«{record}»: пусто поле «{field}», каждый импорт создаст этот товар заново',
      en: '“{record}”: the field “{field}” is empty, every import will create this product anew',
    },
    cause: {
      ru: 'Битрикс24 узнаёт товар при импорте только по внешнему коду',
      en: 'The import of Bitrix24 knows a product by its external code only',
    },
    action: {
      ru: 'Выгружайте вместе с товаром его идентификатор из 1С',
      en: 'Export the 1C id together with the product',
    },
    retry: false,
  },
  'import.product-nameless': {
    severity: 'warning',
    what: {
      ru: '«{record}»: товар без названия (цена {price}, количество {quantity}) не записан в сделку',
      en: '“{record}”: a product without a name (price {price}, quantity {quantity}) was not written to the deal',
    },
    cause: {
      ru: 'Битрикс24 молча отбрасывает цену и количество, если в строке нет товара',
      en: 'Bitrix24 silently drops price and quantity where the row names no product',
    },
    action: { ru: 'Заполните номенклатуру в документе 1С', en: 'Fill in the item in the 1C document' },
    retry: false,
  },
  'import.list-value': {
    severity: 'warning',
    what: {
      ru: '«{record}»: значения «{value}» нет в списке «{field}», ячейка оставлена пустой. В списке: {list}',
      en: '“{record}”: the value “{value}” is not in the list “{field}”, the cell was left empty. The list has: {list}',
    },
    cause: {
      ru: 'Битрикс24 молча теряет неизвестное значение списка или подставляет первый пункт',
      en: 'Bitrix24 silently drops an unknown list value or takes the first item instead',
    },
    action: {
      ru: 'Добавьте пункт в справочник портала и в список в настройках либо укажите в настройках, какому пункту соответствует значение',
      en: 'Add the item to the list of the portal and to the list in the settings, or map the value to an existing item in the settings',
    },
    retry: false,
  },
  'import.list-mended': {
    severity: 'notice',
    what: {
      ru: '«{record}»: в поле «{field}» значение «{value}» записано так, как оно стоит в списке портала: «{item}»',
      en: '“{record}”: in the field “{field}” the value “{value}” was written as the list of the portal has it: “{item}”',
    },
    cause: {
      ru: 'Значение отличалось от пункта списка регистром, пробелами или похожими буквами, а Битрикс24 сравнивает точно',
      en: 'The value differed from the list item by case, spaces or look-alike letters, and Bitrix24 compares exactly',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'import.number-bad': {
    severity: 'warning',
    what: {
      ru: '«{record}»: «{value}» в поле «{field}» — не число, которое Битрикс24 примет; ячейка оставлена пустой',
      en: '“{record}”: “{value}” in the field “{field}” is no number that Bitrix24 would take; the cell was left empty',
    },
    cause: {
      ru: 'В поле попал текст или число вне допустимых границ; Битрикс24 отбросил бы его молча или отклонил строку',
      en: 'There is text in the field or a number out of range; Bitrix24 would drop it silently or reject the row',
    },
    action: {
      ru: 'Исправьте значение в 1С или выберите в настройках другую колонку для этого поля',
      en: 'Correct the value in 1C, or choose another column for this field in the settings',
    },
    retry: false,
  },
  'import.number-mended': {
    severity: 'notice',
    what: {
      ru: '«{record}»: в поле «{field}» число «{value}» записано как {number}',
      en: '“{record}”: in the field “{field}” the number “{value}” was written as {number}',
    },
    cause: {
      ru: 'Пробелы (в том числе неразрывные из 1С) и запятая в числе портят импорт',
      en: 'Spaces (the non-breaking ones of 1C too) and a decimal comma spoil the import',
    },
    action: { ru: 'Ничего делать не нужно', en: 'Nothing to do' },
    retry: false,
  },
  'import.price-rounded': {
    severity: 'warning',
    what: {
      ru: '«{record}»: в поле «{field}» цена {value} длиннее копеек, каталог Битрикс24 округлит её до двух знаков',
      en: '“{record}”: in the field “{field}” the price {value} has more than two decimals; the Bitrix24 catalogue will round it',
    },
    cause: {
      ru: 'В 1С цена хранится точнее, чем в каталоге портала',
      en: '1C keeps the price more exactly than the catalogue of the portal',
    },
    action: {
      ru: 'Проверьте, устраивает ли округление; если нет — округлите цену в 1С сами',
      en: 'Check that rounding is acceptable; if it is not, round the price in 1C yourself',
    },
    retry: false,
  },
  'import.date-bad': {
    severity: 'warning',
    what: {
      ru: '«{record}»: «{value}» в поле «{field}» — не дата; ячейка оставлена пустой',
      en: '“{record}”: “{value}” in the field “{field}” is no date; the cell was left empty',
    },
    cause: {
      ru: 'Из-за неверной даты Битрикс24 отклонил бы всю строку',
      en: 'Bitrix24 would reject the whole row because of a wrong date',
    },
    action: { ru: 'Исправьте дату в 1С и выгрузите снова', en: 'Correct the date in 1C and export again' },
    retry: false,
  },
  'import.yes-no-bad': {
    severity: 'warning',
    what: {
      ru: '«{record}»: «{value}» в поле «{field}» нельзя понять как «да» или «нет»; ячейка оставлена пустой',
      en: '“{record}”: “{value}” in the field “{field}” is neither yes nor no; the cell was left empty',
    },
    cause: {
      ru: 'Битрикс24 молча считает всё, кроме «да», за «нет»',
      en: 'Bitrix24 silently takes everything that is not yes for no',
    },
    action: {
      ru: 'Приведите значения в 1С к «Да» и «Нет» или задайте соответствие в настройках',
      en: 'Bring the values in 1C to yes and no, or map them in the settings',
    },
    retry: false,
  },
  'import.formula': {
    severity: 'warning',
    what: {
      ru: '«{record}»: значение «{value}» в поле «{field}» начинается со знака, по которому Excel выполняет его как формулу',
      en: '“{record}”: the value “{value}” in the field “{field}” starts with a character by which Excel runs it as a formula',
    },
    cause: {
      ru: 'Так записано в 1С. Для Битрикс24 это обычный текст, и он записан без изменений',
      en: 'This is how 1C has it. For Bitrix24 it is plain text, and it was written unchanged',
    },
    action: {
      ru: 'Не открывайте файл импорта в Excel, загружайте его прямо в Битрикс24; странное значение проверьте в 1С',
      en: 'Do not open the import file in Excel, upload it to Bitrix24 as it is; look at the value in 1C if it seems odd',
    },
    retry: false,
  },
  'import.text-cut': {
    severity: 'warning',
    what: {
      ru: '«{record}»: в поле «{field}» {length} знаков при пределе {max}; записаны первые {max}',
      en: '“{record}”: the field “{field}” has {length} characters, the limit is {max}; the first {max} were written',
    },
    cause: {
      ru: 'Портал хранит в этом поле не больше {max} знаков и обрезал бы текст молча',
      en: 'The portal keeps no more than {max} characters in this field and would cut the text silently',
    },
    action: {
      ru: 'Сократите текст в 1С или перенесите его в комментарий в настройках',
      en: 'Shorten the text in 1C, or map it to the comment in the settings',
    },
    retry: false,
  },
  'import.point-too-long': {
    severity: 'warning',
    what: {
      ru: '«{record}»: значение в поле «{field}» длиннее {max} знаков и не записано: {value}',
      en: '“{record}”: a value of the field “{field}” is longer than {max} characters and was not written: {value}',
    },
    cause: {
      ru: 'Телефон, e-mail или сайт в Битрикс24 не бывает длиннее {max} знаков; обычно в это поле 1С попал посторонний текст',
      en: 'A phone, e-mail or site of Bitrix24 has at most {max} characters; as a rule some other text got into the field of 1C',
    },
    action: { ru: 'Исправьте значение в 1С', en: 'Correct the value in 1C' },
    retry: false,
  },
  'import.email-bad': {
    severity: 'warning',
    what: {
      ru: '«{record}»: «{value}» — не адрес электронной почты, поле «{field}» записано без него',
      en: '“{record}”: “{value}” is no e-mail address, the field “{field}” was written without it',
    },
    cause: {
      ru: 'Из-за неверного адреса Битрикс24 отклонил бы всю строку',
      en: 'Bitrix24 would reject the whole row because of a wrong address',
    },
    action: { ru: 'Исправьте адрес в 1С', en: 'Correct the address in 1C' },
    retry: false,
  },
  'import.points-joined': {
    severity: 'notice',
    what: {
      ru: '«{record}»: номеров или адресов больше, чем колонок; в «{field}» записано несколько через «; »: {value}',
      en: '“{record}”: more numbers or addresses than columns; several were written to “{field}”, joined by “; ”: {value}',
    },
    cause: {
      ru: 'Прежний мастер импорта разделит их сам; новый может оставить одной строкой',
      en: 'The old import wizard splits them itself; the new one may keep them as one text',
    },
    action: {
      ru: 'После импорта проверьте карточку; если номера слились, разнесите их вручную',
      en: 'Look at the card after the import; if the numbers stuck together, separate them by hand',
    },
    retry: false,
  },
  'import.too-many-rows': {
    severity: 'warning',
    what: {
      ru: '«{record}»: нужно строк {rows}, а Битрикс24 берёт на одну запись не больше {max}. Не записано: {dropped}',
      en: '“{record}”: {rows} rows are needed, and Bitrix24 takes at most {max} per record. Not written: {dropped}',
    },
    cause: {
      ru: 'У контрагента очень много адресов или банковских счетов; без этого Битрикс24 отклонил бы его целиком',
      en: 'The counterparty has very many addresses or bank accounts; otherwise Bitrix24 would reject it as a whole',
    },
    action: {
      ru: 'Добавьте недостающее в карточке портала вручную или загрузите через REST',
      en: 'Add what is missing in the card by hand, or load it through REST',
    },
    retry: false,
  },
  'import.address-twice': {
    severity: 'warning',
    what: {
      ru: '«{record}»: второй адрес вида «{type}» не записан: {value}',
      en: '“{record}”: a second address of the type “{type}” was not written: {value}',
    },
    cause: {
      ru: 'В одном реквизите Битрикс24 держит один адрес каждого вида и на повтор отвечает ошибкой',
      en: 'A requisite of Bitrix24 holds one address of each type, and a repeated type is an error',
    },
    action: {
      ru: 'Оставьте в 1С нужный адрес или задайте второму другой вид (например, «Адрес доставки»)',
      en: 'Keep the right address in 1C, or give the second one another type (a delivery address, say)',
    },
    retry: false,
  },
  'import.requisite-twice': {
    severity: 'warning',
    what: {
      ru: '«{record}»: реквизит «{value}» не записан отдельно, он совпадает с «{first}» по шаблону и номеру; адреса и счета записаны в первый',
      en: '“{record}”: the requisite “{value}” was not written on its own, it equals “{first}” by preset and number; its addresses and accounts went to the first',
    },
    cause: {
      ru: 'Битрикс24 считает реквизиты одного шаблона с одним ИНН, ОГРН или ОГРНИП одним реквизитом и второй молча теряет (КПП не сравнивает)',
      en: 'Bitrix24 takes requisites of one preset with one INN, OGRN or OGRNIP for the same and silently loses the second (KPP is not compared)',
    },
    action: {
      ru: 'Если это филиал с другим КПП, заведите его в 1С отдельным контрагентом или добавьте реквизит на портале вручную',
      en: 'If it is a branch with another KPP, make it a counterparty of its own in 1C, or add the requisite on the portal by hand',
    },
    retry: false,
  },
  'import.not-in-preset': {
    severity: 'warning',
    what: {
      ru: '«{record}»: «{field}» = {value} записано, но в шаблоне реквизитов «{preset}» такого поля нет, и портал его пропустит',
      en: '“{record}”: “{field}” = {value} was written, but the requisite preset “{preset}” has no such field, and the portal will skip it',
    },
    cause: {
      ru: 'Битрикс24 молча пропускает поля, которых нет в шаблоне строки',
      en: 'Bitrix24 silently skips fields that the preset of the row does not have',
    },
    action: {
      ru: 'Добавьте поле в шаблон: CRM → Настройки → Реквизиты, и отметьте это в настройках импорта',
      en: 'Add the field to the preset (CRM → Settings → Requisites), and say so in the import settings',
    },
    retry: false,
  },
  'import.list-comma': {
    severity: 'warning',
    what: {
      ru: '«{record}»: в значении «{value}» поля «{field}» есть запятая, импорт разделит его на части; ячейка оставлена пустой',
      en: '“{record}”: the value “{value}” of the field “{field}” has a comma, the import would split it; the cell was left empty',
    },
    cause: {
      ru: 'Значения пользовательского списка в файле импорта разделяются запятой, и экранировать её нечем',
      en: 'Values of a custom list are separated by commas in the import file, and there is no way to escape one',
    },
    action: {
      ru: 'Переименуйте пункт списка на портале и в 1С без запятой или заполните поле через REST',
      en: 'Rename the item on the portal and in 1C without the comma, or fill the field through REST',
    },
    retry: false,
  },
  'import.image-skipped': {
    severity: 'warning',
    what: {
      ru: '«{record}»: картинка «{value}» не попала в файл импорта',
      en: '“{record}”: the picture “{value}” is not in the import file',
    },
    cause: {
      ru: 'Импорт берёт картинки только по ссылке http(s), и только одну на товар',
      en: 'The import takes pictures by an http(s) link only, and one per product',
    },
    action: {
      ru: 'Загрузите картинки через REST или выложите их на сайт и выгрузите ссылки',
      en: 'Load the pictures through REST, or put them on a web site and export the links',
    },
    retry: false,
  },
  'import.sections-joined': {
    severity: 'warning',
    what: {
      ru: '«{record}»: разделов {count}, а уровней в файле {levels}; нижние соединены в «{value}»',
      en: '“{record}”: {count} nested sections, but the file has {levels} levels; the lower ones were joined to “{value}”',
    },
    cause: {
      ru: 'Группы номенклатуры в 1С вложены глубже, чем задано уровней',
      en: 'The item groups of 1C are nested deeper than the set number of levels',
    },
    action: {
      ru: 'Увеличьте число уровней разделов в настройках (до 30) и укажите столько же в мастере импорта',
      en: 'Raise the number of section levels in the settings (up to 30) and enter the same number in the import wizard',
    },
    retry: false,
  },
  'import.quantity-fraction': {
    severity: 'warning',
    what: {
      ru: '«{record}»: количество {value} товара «{product}» дробное; новый мастер импорта отбросит дробь',
      en: '“{record}”: the quantity {value} of “{product}” is fractional; the new import wizard drops the fraction',
    },
    cause: {
      ru: 'Новый мастер превращает количество в целое: 1.5 → 1, а 0.5 → 1',
      en: 'The new wizard turns quantities into whole numbers: 1.5 → 1, and 0.5 → 1',
    },
    action: {
      ru: 'В прежнем мастере всё загрузится верно; в новом поправьте товары сделки вручную или загрузите через REST',
      en: 'The old wizard imports it right; after the new one correct the products of the deal by hand, or use REST',
    },
    retry: false,
  },
  'import.deal-sum': {
    severity: 'warning',
    what: {
      ru: '«{record}»: сумма сделки {amount}, а товары дают {rows}',
      en: '“{record}”: the amount of the deal is {amount}, but its products make {rows}',
    },
    cause: {
      ru: 'Скидки и НДС сверху в файле импорта не передаются; у единственного товара без цены ценой станет сумма сделки',
      en: 'Discounts and VAT on top have no columns in the import; a single product without a price gets the amount of the deal as its price',
    },
    action: {
      ru: 'Решите, что важнее: уберите товары из выгрузки или выгружайте цены со скидкой',
      en: 'Decide what matters more: leave the products out, or export prices after discount',
    },
    retry: false,
  },
  'import.link-missing': {
    severity: 'warning',
    what: {
      ru: '«{record}»: в файлах импорта нет «{value}», на которую ссылается поле «{field}»',
      en: '“{record}”: the import files have no “{value}” that the field “{field}” refers to',
    },
    cause: {
      ru: 'Связь ищется по точному имени. Если такой карточки нет и на портале, новый мастер молча оставит поле пустым, а прежний для контакта создаст компанию',
      en: 'Links go by the exact name. If the portal has no such card either, the new wizard silently leaves the field empty, and the old one creates a company for a contact',
    },
    action: {
      ru: 'Выгрузите связанного контрагента вместе с записью или убедитесь, что он уже есть на портале под этим именем',
      en: 'Export the linked counterparty together with the record, or make sure that the portal already has it by this name',
    },
    retry: false,
  },
  'import.link-several': {
    severity: 'warning',
    what: {
      ru: '«{record}»: под именем «{value}» (поле «{field}») в файлах {count} карточек; Битрикс24 свяжет с первой найденной',
      en: '“{record}”: {count} cards in the files have the name “{value}” (field “{field}”); Bitrix24 will link the first it finds',
    },
    cause: {
      ru: 'Связь ищется только по имени (у контакта — «Имя Фамилия» без отчества)',
      en: 'Links go by name only (first and last name of a contact, without the patronymic)',
    },
    action: {
      ru: 'Проверьте связь в карточке после импорта или загрузите такие записи через REST',
      en: 'Check the link in the card after the import, or load such records through REST',
    },
    retry: false,
  },
  'import.title-made-unique': {
    severity: 'notice',
    what: {
      ru: 'Название «{value}» уже занято другой компанией, эта записана как «{title}»',
      en: 'The name “{value}” is taken by another company, this one was written as “{title}”',
    },
    cause: {
      ru: 'Контакты и сделки находят компанию по имени; при двух одинаковых связь ушла бы к первой, а соседние строки склеились бы',
      en: 'Contacts and deals find a company by its name; with two alike they would go to the first, and neighbouring rows would stick together',
    },
    action: {
      ru: 'Если это одна и та же компания, объедините её в 1С; если разные — ничего делать не нужно',
      en: 'If it is one and the same company, merge the two in 1C; if they differ, nothing to do',
    },
    retry: false,
  },
  'import.title-similar': {
    severity: 'warning',
    what: {
      ru: 'Названия «{title}» и «{other}» контроль дубликатов по названию примет за одно',
      en: 'Duplicate control by name will take “{title}” and “{other}” for the same',
    },
    cause: {
      ru: 'Он сравнивает без кавычек, знаков, пробелов и правовой формы: ООО «Альфа» = АО Альфа',
      en: 'It compares without quotes, punctuation, spaces and the legal form: ООО «Альфа» = АО Альфа',
    },
    action: {
      ru: 'На шаге «Контроль уникальности» снимите галочку «Название» и оставьте только «ИНН»',
      en: 'On the uniqueness control step untick “Name” and leave only “ИНН” ticked',
    },
    retry: false,
  },
  'import.sample-unreadable': {
    severity: 'error',
    what: {
      ru: 'В файле образца нет строки заголовков, сравнивать не с чем',
      en: 'The sample file has no header row, there is nothing to compare with',
    },
    cause: {
      ru: 'Файл пуст, это не CSV или его пересохранили в другом виде (например, XLSX)',
      en: 'The file is empty, is no CSV, or was saved in another form (XLSX, for instance)',
    },
    action: {
      ru: 'Скачайте образец заново на первом шаге мастера импорта: «Шаблон импортируемого файла» → «Скачать»',
      en: 'Download the sample again on the first step of the import wizard: “Import file example” → “Download”',
    },
    retry: false,
  },
  'import.header-required': {
    severity: 'error',
    what: {
      ru: 'В образце портала нет обязательной колонки «{field}»',
      en: 'The sample of the portal has no column “{field}”, which is required',
    },
    cause: {
      ru: 'Это образец другого вида записей или портала на другом языке',
      en: 'It is a sample of another kind of record, or of a portal in another language',
    },
    action: {
      ru: 'Проверьте, что образец скачан из импорта нужного раздела; для портала не на русском задайте свои заголовки или «headers: ids»',
      en: 'Make sure that the sample comes from the import of the right section; for a portal not in Russian set the titles or “headers: ids”',
    },
    retry: false,
  },
  'import.header-renamed': {
    severity: 'warning',
    what: {
      ru: 'Колонку «{field}» портал сам не узнает: у него она называется «{offered}»',
      en: 'The portal will not recognise the column “{field}” by itself: it calls it “{offered}”',
    },
    cause: {
      ru: 'Заголовки зависят от версии портала и от мастера импорта',
      en: 'Titles depend on the version of the portal and on the import wizard',
    },
    action: {
      ru: 'Задайте в настройках импорта заголовок «{offered}» для {id} или выберите поле вручную на шаге сопоставления',
      en: 'Set the title “{offered}” for {id} in the import settings, or choose the field by hand on the mapping step',
    },
    retry: false,
  },
  'import.header-missing': {
    severity: 'warning',
    what: {
      ru: 'Колонки «{field}» в образце портала нет, её значения будут потеряны',
      en: 'The sample of the portal has no column “{field}”, its values will be lost',
    },
    cause: {
      ru: 'Поле не заведено на портале или отключено, либо его нет ни в одном действующем шаблоне реквизитов',
      en: 'The portal does not have the field, or it is switched off, or no active requisite preset contains it',
    },
    action: {
      ru: 'Заведите поле на портале (или добавьте его в шаблон реквизитов) либо уберите колонку из настроек импорта',
      en: 'Create the field on the portal (or add it to a requisite preset), or take the column out of the import settings',
    },
    retry: false,
  },
  'import.requisites-off': {
    severity: 'warning',
    what: {
      ru: 'В образце нет ни одной колонки реквизитов, хотя файл импорта их содержит',
      en: 'The sample has no requisite columns at all, and the import file does',
    },
    cause: {
      ru: 'Образец скачан без галочки «Импортировать реквизиты»',
      en: 'The sample was downloaded without the box “Import details” ticked',
    },
    action: {
      ru: 'Поставьте галочку «Импортировать реквизиты», скачайте образец ещё раз и повторите проверку',
      en: 'Tick “Import details”, download the sample again and repeat the check',
    },
    retry: false,
  },
  'import.ids-unchecked': {
    severity: 'warning',
    what: {
      ru: 'Образец на другом языке: сравнить с ним коды полей нельзя',
      en: 'The sample is in another language: field codes cannot be compared with it',
    },
    cause: {
      ru: 'В образце стоят названия колонок на языке портала, а в файле импорта — коды полей',
      en: 'The sample has the titles of the portal’s language, and the import file has field codes',
    },
    action: {
      ru: 'Прежний мастер узнаёт коды на любом языке: проверьте шаг сопоставления. Для нового задайте заголовки портала в настройках',
      en: 'The old wizard knows the codes in every language: look at the mapping step. For the new one set the titles of the portal in the settings',
    },
    retry: false,
  },
  'import.header-twice': {
    severity: 'warning',
    what: {
      ru: 'Заголовок «{field}» встречается у портала {count} раза: какое поле получит значения, зависит от мастера',
      en: 'The portal has the title “{field}” {count} times: which field gets the values depends on the wizard',
    },
    cause: {
      ru: 'Пользовательское поле названо так же, как стандартное',
      en: 'A custom field has the same title as a standard one',
    },
    action: {
      ru: 'Переименуйте пользовательское поле на портале или проверьте выбор на шаге сопоставления',
      en: 'Rename the custom field on the portal, or check the choice on the mapping step',
    },
    retry: false,
  },
  'import.own-header-twice': {
    severity: 'error',
    what: {
      ru: 'В файле импорта дважды стоит заголовок «{field}»: для полей {first} и {id}',
      en: 'The import file has the header “{field}” twice: for the fields {first} and {id}',
    },
    cause: {
      ru: 'Название пользовательского поля в настройках совпадает с названием стандартной колонки; импорт отдаст обе одному полю',
      en: 'The title of a custom field in the settings equals that of a standard column; the import would give both to one field',
    },
    action: {
      ru: 'Переименуйте пользовательское поле на портале и в настройках',
      en: 'Rename the custom field on the portal and in the settings',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
