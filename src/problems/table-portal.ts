import type { ProblemEntry } from './entry.ts'

/** What the portal, or the way to it, says no with: its own texts are seldom of use (`bitrix24-rest.md §1.2`). */
export const portalProblems = {
  'portal.webhook-missing': {
    severity: 'error',
    what: { ru: 'Адрес вебхука не задан: {source}.', en: 'No webhook address is given: {source}.' },
    cause: {
      ru: 'В настройках не сказано, где его взять, либо файл или переменная окружения пусты.',
      en: 'The settings do not say where it is, or the file or the environment variable is empty.',
    },
    action: {
      ru: 'В Битрикс24: Разработчикам → Другое → Входящий вебхук. Скопируйте адрес в файл, который назван в portal.webhook, единственной строкой.',
      en: 'In Bitrix24: Developer resources → Other → Inbound webhook. Copy its address into the file named in portal.webhook, as its only line.',
    },
    retry: false,
  },
  'portal.webhook-unreadable': {
    severity: 'error',
    what: {
      ru: 'Файл с адресом вебхука не читается: {path} ({code}).',
      en: 'The file with the webhook address cannot be read: {path} ({code}).',
    },
    cause: {
      ru: 'Файла нет, или у учётной записи обмена нет прав на него.',
      en: 'There is no such file, or the account of the exchange may not read it.',
    },
    action: {
      ru: 'Проверьте путь в portal.webhook и права на файл. Службе Windows нужен полный путь без букв сетевых дисков.',
      en: 'Check the path in portal.webhook and the rights to the file. A Windows service needs a full path without letters of network drives.',
    },
    retry: false,
  },
  'portal.webhook-busy': {
    severity: 'error',
    what: {
      ru: 'Этим вебхуком уже работает другой обмен: процесс {pid} на компьютере {host}, команда «{command}», с {since}.',
      en: 'Another exchange works with this webhook: process {pid} on {host}, command "{command}", since {since}.',
    },
    cause: {
      ru: 'Один вебхук стоит в двух папках обмена, и они запущены вместе.',
      en: 'One webhook stands in two exchange folders, and they were started together.',
    },
    action: {
      ru: 'Ничего не потеряно, обмен повторит сам. Чтобы папки не ждали друг друга, создайте для каждой свой вебхук.',
      en: 'Nothing is lost, the exchange tries again by itself. Give each folder a webhook of its own, so that they need not wait.',
    },
    retry: true,
  },
  'portal.webhook-lines': {
    severity: 'error',
    what: {
      ru: 'Адрес вебхука должен стоять единственной строкой, а строк {lines}: {source}.',
      en: 'The webhook address must be the only line, and there are {lines}: {source}.',
    },
    cause: {
      ru: 'Вместе с адресом скопировано лишнее, или адресов несколько.',
      en: 'Something else was copied with the address, or there are several.',
    },
    action: {
      ru: 'Оставьте одну строку: адрес вида https://портал/rest/1/код/. Для второго портала нужна отдельная папка обмена.',
      en: 'Leave one line: an address like https://portal/rest/1/code/. A second portal needs an exchange folder of its own.',
    },
    retry: false,
  },
  'portal.webhook-not-address': {
    severity: 'error',
    what: { ru: 'Это не адрес вебхука: {source}.', en: 'This is no webhook address: {source}.' },
    cause: {
      ru: 'Адрес начинается с https:// (или http:// у коробочного портала); скопирована часть адреса, имя портала или ключ.',
      en: 'The address begins with https:// (or http:// on a self-hosted portal); a part of it, the name of the portal or a key was copied.',
    },
    action: {
      ru: 'Скопируйте в Битрикс24 адрес вебхука целиком: https://портал/rest/1/код/.',
      en: 'Copy the whole webhook address in Bitrix24: https://portal/rest/1/code/.',
    },
    retry: false,
  },
  'portal.webhook-not-rest': {
    severity: 'error',
    what: {
      ru: 'Адрес ведёт на {host}, но это не адрес вебхука: {source}.',
      en: 'The address leads to {host} but is not that of a webhook: {source}.',
    },
    cause: {
      ru: 'В нём нет части /rest/номер/код/: скопирован адрес страницы портала, или конец адреса потерян.',
      en: 'The part /rest/number/code/ is missing: the address of a page was copied, or the end was lost.',
    },
    action: {
      ru: 'Скопируйте адрес из карточки входящего вебхука целиком: https://портал/rest/1/код/.',
      en: 'Copy the whole address from the card of the inbound webhook: https://portal/rest/1/code/.',
    },
    retry: false,
  },
  'portal.renamed': {
    severity: 'notice',
    what: { ru: 'Портал переименован: {before} теперь {now}.', en: 'The portal was renamed: {before} is now {now}.' },
    cause: {
      ru: 'Портал пересылает обращения со старого имени на новое; обмен пошёл по новому.',
      en: 'The portal forwards requests from the old name to the new one; the exchange went there.',
    },
    action: {
      ru: 'Замените адрес вебхука в файле на новый: пересылка со старого имени не вечна.',
      en: 'Put the new webhook address into the file: forwarding from the old name does not last for ever.',
    },
    retry: false,
  },
  'portal.redirect': {
    severity: 'error',
    what: {
      ru: 'Портал пересылает на другой адрес ({target}), и обмен туда не пошёл.',
      en: 'The portal forwards to another address ({target}), and the exchange did not go there.',
    },
    cause: {
      ru: 'Адрес вебхука — это пароль, и чужому имени его отдавать нельзя. Либо вместо портала отвечает страница входа, провайдер или прокси.',
      en: 'A webhook address is a password and must not be given to a strange name. Or a login page, the provider or a proxy answers in place of the portal.',
    },
    action: {
      ru: 'Откройте портал в браузере на этом компьютере. Если он переехал, скопируйте с него новый адрес вебхука.',
      en: 'Open the portal in a browser on this computer. If it moved, copy the new webhook address from there.',
    },
    retry: false,
  },
  'portal.wrong-address': {
    severity: 'error',
    what: {
      ru: 'По адресу вебхука отвечает не Битрикс24 (HTTP {status}: {description}).',
      en: 'It is not Bitrix24 that answers at the webhook address (HTTP {status}: {description}).',
    },
    cause: {
      ru: 'В адресе ошибка, портал переехал или удалён, либо REST на сервере портала закрыт.',
      en: 'The address has a mistake, the portal moved or was deleted, or its server keeps REST closed.',
    },
    action: {
      ru: 'Сверьте адрес с карточкой вебхука в Битрикс24. У коробочного портала администратору нужно открыть путь /rest/.',
      en: 'Compare the address with the card of the webhook in Bitrix24. On a self-hosted portal the administrator has to open the path /rest/.',
    },
    retry: false,
  },
  'portal.forbidden': {
    severity: 'error',
    what: {
      ru: 'Сервер не пускает к порталу (HTTP {status}: {description}).',
      en: 'The server does not let us through to the portal (HTTP {status}: {description}).',
    },
    cause: {
      ru: 'Отвечает не сам Битрикс24, а его веб-сервер, защита от атак или прокси: этому компьютеру вход закрыт.',
      en: 'Not Bitrix24 itself answers but its web server, a protection against attacks or a proxy: this computer is shut out.',
    },
    action: {
      ru: 'Попросите администратора портала и сети разрешить адрес этого компьютера.',
      en: 'Ask the administrator of the portal and of the network to allow the address of this computer.',
    },
    retry: false,
  },
  'portal.webhook-rejected': {
    severity: 'error',
    what: { ru: 'Портал не принимает вебхук ({code}).', en: 'The portal does not accept the webhook ({code}).' },
    cause: {
      ru: 'Вебхук удалён, его код изменился (так бывает, когда его правит другой администратор), или адрес скопирован с ошибкой.',
      en: 'The webhook was deleted, its code changed (as when another administrator edits it), or the address was copied with a mistake.',
    },
    action: {
      ru: 'Откройте вебхук в Битрикс24 (Разработчикам → Интеграции) и скопируйте его адрес заново. Если его нет, создайте новый.',
      en: 'Open the webhook in Bitrix24 (Developer resources → Integrations) and copy its address again. If it is gone, make a new one.',
    },
    retry: false,
  },
  'portal.webhook-expired': {
    severity: 'error',
    what: { ru: 'Срок действия вебхука истёк.', en: 'The webhook has expired.' },
    cause: { ru: 'При создании вебхука был указан срок.', en: 'The webhook was made with an expiry date.' },
    action: {
      ru: 'Продлите вебхук в Битрикс24 или создайте новый без срока и замените адрес.',
      en: 'Extend the webhook in Bitrix24, or make a new one without a date and replace the address.',
    },
    retry: false,
  },
  'portal.webhook-user': {
    severity: 'error',
    what: {
      ru: 'Владельцу вебхука закрыт доступ к порталу ({code}).',
      en: 'The owner of the webhook is shut out of the portal ({code}).',
    },
    cause: {
      ru: 'Вебхук работает от имени сотрудника, который его создал: он уволен, отключён или не входит в компанию (экстранет).',
      en: 'The webhook acts in the name of the employee who made it: dismissed, deactivated or not of the company (extranet).',
    },
    action: {
      ru: 'Создайте вебхук от имени действующего сотрудника с правами на CRM и замените адрес.',
      en: 'Make a webhook in the name of a present employee with rights to the CRM and replace the address.',
    },
    retry: false,
  },
  'portal.scope': {
    severity: 'error',
    what: {
      ru: 'Вебхуку не дано право «{scope}», нужное для {method}.',
      en: 'The webhook lacks the scope "{scope}" that {method} needs.',
    },
    cause: { ru: 'При создании вебхука этот раздел не отмечен.', en: 'The section was not ticked when the webhook was made.' },
    action: {
      ru: 'Откройте вебхук в Битрикс24, добавьте в «Настройка прав» раздел {scope} и сохраните. Если код изменился, скопируйте адрес заново.',
      en: 'Open the webhook in Bitrix24, add the section {scope} to its permissions and save. If its code changed, copy the address again.',
    },
    retry: false,
  },
  'portal.plan': {
    severity: 'error',
    what: {
      ru: 'Тариф портала не разрешает REST ({description}).',
      en: 'The plan of the portal does not allow REST ({description}).',
    },
    cause: {
      ru: 'REST доступен на платных тарифах с подпиской на Маркет; оплата или пробный период могли закончиться.',
      en: 'REST needs a commercial plan with a Market subscription; the payment or the trial may have ended.',
    },
    action: {
      ru: 'Проверьте тариф и подписку в Битрикс24. Пока их нет, обмен может готовить файлы для ручного импорта (target: csv).',
      en: 'Check the plan and the subscription in Bitrix24. Until then the exchange can make files for import by hand (target: csv).',
    },
    retry: false,
  },
  'portal.blocked': {
    severity: 'error',
    what: {
      ru: 'Битрикс24 заблокировал REST портала из-за нагрузки (OVERLOAD_LIMIT).',
      en: 'Bitrix24 has blocked REST of the portal because of overload (OVERLOAD_LIMIT).',
    },
    cause: {
      ru: 'Блокировку ставит поддержка вручную; сама она не проходит.',
      en: 'Support sets this block by hand; it does not pass by itself.',
    },
    action: {
      ru: 'Обратитесь в поддержку Битрикс24. Повторять запросы до этого нельзя.',
      en: 'Write to Bitrix24 support. Requests must not be repeated before that.',
    },
    retry: false,
  },
  'portal.deleted': {
    severity: 'error',
    what: { ru: 'Портал удалён.', en: 'The portal was deleted.' },
    cause: {
      ru: 'Владелец удалил его, или он удалён за неоплату.',
      en: 'Its owner deleted it, or it was deleted for want of payment.',
    },
    action: {
      ru: 'Если портал нужен, обратитесь в поддержку Битрикс24; для нового портала замените адрес вебхука.',
      en: 'If it is needed, write to Bitrix24 support; for a new portal replace the webhook address.',
    },
    retry: false,
  },
  'portal.https-required': {
    severity: 'error',
    what: { ru: 'Портал принимает обращения только по https.', en: 'The portal takes requests by https only.' },
    cause: { ru: 'Адрес вебхука начинается с http://.', en: 'The webhook address begins with http://.' },
    action: { ru: 'Поменяйте в адресе вебхука http:// на https://.', en: 'Change http:// to https:// in the webhook address.' },
    retry: false,
  },
  'portal.method-missing': {
    severity: 'error',
    what: { ru: 'На портале нет метода {method}.', en: 'The portal has no method {method}.' },
    cause: {
      ru: 'Коробочный портал давно не обновлялся, или модуль на нём не установлен.',
      en: 'The self-hosted portal was not updated for long, or a module is not installed.',
    },
    action: {
      ru: 'Обновите портал и проверьте, что установлены модули CRM и REST.',
      en: 'Update the portal and check that the modules CRM and REST are installed.',
    },
    retry: false,
  },
  'portal.method-closed': {
    severity: 'error',
    what: { ru: 'Метод {method} закрыт для вебхуков.', en: 'The method {method} is closed to webhooks.' },
    cause: { ru: 'Битрикс24 разрешает его только приложениям.', en: 'Bitrix24 allows it to applications only.' },
    action: {
      ru: 'Отключите в настройках обмена то, для чего он нужен, и сообщите нам.',
      en: 'Turn off in the settings what it is needed for, and tell us.',
    },
    retry: false,
  },
  'portal.busy': {
    severity: 'warning',
    what: {
      ru: 'Портал просит подождать: слишком много обращений ({code}).',
      en: 'The portal asks to wait: too many requests ({code}).',
    },
    cause: {
      ru: 'С этого же адреса к порталу обращаются и другие программы.',
      en: 'Other programs call the portal from the same address too.',
    },
    action: {
      ru: 'Ничего: обмен продолжит сам. Если это повторяется, разведите расписания программ.',
      en: 'Nothing: the exchange goes on by itself. If it keeps happening, set the programs to different times.',
    },
    retry: true,
  },
  'portal.time-limit': {
    severity: 'warning',
    what: {
      ru: 'Портал закрыл {method} на время: исчерпан лимит работы за 10 минут.',
      en: 'The portal has closed {method} for a while: the limit of work in 10 minutes is used up.',
    },
    cause: {
      ru: 'Этим же вебхуком пользуется другая программа, или на портале долго работают роботы и бизнес-процессы.',
      en: 'Another program uses this webhook, or robots and business processes of the portal take long.',
    },
    action: {
      ru: 'Ничего: обмен продолжит сам. Не давайте этот вебхук другим программам.',
      en: 'Nothing: the exchange goes on by itself. Do not give this webhook to other programs.',
    },
    retry: true,
  },
  'portal.timeout': {
    severity: 'error',
    what: {
      ru: 'Портал не ответил вовремя, и выполнен ли {method}, неизвестно.',
      en: 'The portal did not answer in time, and whether {method} was done is not known.',
    },
    cause: {
      ru: 'Портал перегружен, роботы работают слишком долго, или связь оборвалась.',
      en: 'The portal is overloaded, its robots take too long, or the connection was lost.',
    },
    action: {
      ru: 'Ничего: перед повтором обмен сам проверит, что записалось. Если это повторяется, проверьте роботов и бизнес-процессы, которые запускаются при создании и изменении.',
      en: 'Nothing: before it repeats, the exchange looks up what was written. If it keeps happening, check the robots and business processes that start on create and change.',
    },
    retry: true,
  },
  'portal.cut': {
    severity: 'error',
    what: {
      ru: 'Ответ портала оборвался, и выполнен ли {method}, неизвестно ({description}).',
      en: 'The answer of the portal broke off, and whether {method} was done is not known ({description}).',
    },
    cause: {
      ru: 'Связь прервалась, или сервер портала закрыл её.',
      en: 'The connection was lost, or the server of the portal closed it.',
    },
    action: {
      ru: 'Ничего: перед повтором обмен сам проверит, что записалось. Если это повторяется, проверьте сеть, прокси и антивирус.',
      en: 'Nothing: before it repeats, the exchange looks up what was written. If it keeps happening, check the network, the proxy and the antivirus.',
    },
    retry: true,
  },
  'portal.not-json': {
    severity: 'error',
    what: {
      ru: 'Вместо ответа пришла страница (HTTP {status}: {description}), и выполнен ли {method}, неизвестно.',
      en: 'A page came in place of an answer (HTTP {status}: {description}), and whether {method} was done is not known.',
    },
    cause: {
      ru: 'Портал на обслуживании или перегружен, либо отвечает прокси, защита от атак или ошибка PHP на сервере портала.',
      en: 'The portal is under maintenance or overloaded, or a proxy, a protection against attacks or an error of PHP answers.',
    },
    action: {
      ru: 'Подождите: обмен повторит сам, проверив, что записалось. Если это не проходит, покажите сообщение администратору портала.',
      en: 'Wait: the exchange repeats by itself, having looked up what was written. If it does not pass, show this to the administrator of the portal.',
    },
    retry: true,
  },
  'portal.server-error': {
    severity: 'error',
    what: {
      ru: 'Внутренняя ошибка портала (HTTP {status}, {code}: {description}), и выполнен ли {method}, неизвестно.',
      en: 'An internal error of the portal (HTTP {status}, {code}: {description}), and whether {method} was done is not known.',
    },
    cause: {
      ru: 'Ошибка на стороне Битрикс24: сбой, робот или обработчик на портале.',
      en: 'A fault on the side of Bitrix24: a breakdown, a robot or a handler of the portal.',
    },
    action: {
      ru: 'Обмен повторит сам, проверив, что записалось. Если это не проходит, обратитесь в поддержку Битрикс24 с этим сообщением.',
      en: 'The exchange repeats by itself, having looked up what was written. If it does not pass, show this message to Bitrix24 support.',
    },
    retry: true,
  },
  'portal.dns': {
    severity: 'error',
    what: { ru: 'Имя портала не находится ({description}).', en: 'The name of the portal is not found ({description}).' },
    cause: {
      ru: 'Нет интернета, не работает DNS, или в имени портала ошибка.',
      en: 'There is no internet, DNS does not work, or the name has a mistake.',
    },
    action: {
      ru: 'Откройте портал в браузере на этом же компьютере. Если там он открывается, проверьте, не нужен ли прокси (переменная HTTPS_PROXY).',
      en: 'Open the portal in a browser on this computer. If it opens there, check whether a proxy is needed (the variable HTTPS_PROXY).',
    },
    retry: true,
  },
  'portal.connection': {
    severity: 'error',
    what: { ru: 'Портал недоступен ({description}).', en: 'The portal cannot be reached ({description}).' },
    cause: {
      ru: 'Нет связи, сервер портала выключен, или соединение закрывает межсетевой экран.',
      en: 'There is no connection, the server of the portal is off, or a firewall is in the way.',
    },
    action: {
      ru: 'Откройте портал в браузере на этом же компьютере. Если там он открывается, разрешите программе выход на порт 443 или задайте прокси в переменной HTTPS_PROXY. Обмен повторит сам.',
      en: 'Open the portal in a browser on this computer. If it opens there, allow the program to reach port 443 or set the proxy in the variable HTTPS_PROXY. The exchange repeats by itself.',
    },
    retry: true,
  },
  'portal.tls': {
    severity: 'error',
    what: {
      ru: 'Защищённое соединение с порталом не получилось ({description}).',
      en: 'A secure connection to the portal could not be made ({description}).',
    },
    cause: {
      ru: 'По этому адресу и порту отвечают без https, либо шифрование на сервере или прокси устарело.',
      en: 'The other side speaks no https at this address and port, or the encryption of the server or the proxy is outdated.',
    },
    action: {
      ru: 'Проверьте, верно ли в адресе вебхука https:// и порт. Старый сервер портала нужно обновить (TLS 1.2 и новее).',
      en: 'Check https:// and the port in the webhook address. An old server has to be updated (TLS 1.2 or newer).',
    },
    retry: false,
  },
  'portal.certificate': {
    severity: 'error',
    what: {
      ru: 'Сертификату портала нет доверия ({description}).',
      en: 'The certificate of the portal is not trusted ({description}).',
    },
    cause: {
      ru: 'Сертификат выпущен самим сервером или центром сертификации компании, либо соединение вскрывает антивирус или прокси.',
      en: 'It was made by the server itself or by a company authority, or an antivirus or a proxy opens the connection.',
    },
    action: {
      ru: 'Возьмите корневой сертификат у администратора (файл PEM) и укажите его в portal.ca или в переменной NODE_EXTRA_CA_CERTS либо установите в доверенные корневые центры этого компьютера.',
      en: 'Get the root certificate from the administrator (a PEM file) and name it in portal.ca or in the variable NODE_EXTRA_CA_CERTS, or install it among the trusted root authorities of this computer.',
    },
    retry: false,
  },
  'portal.certificate-date': {
    severity: 'error',
    what: {
      ru: 'Срок сертификата портала не подходит ({description}).',
      en: 'The dates of the certificate of the portal do not fit ({description}).',
    },
    cause: {
      ru: 'Сертификат истёк, или на этом компьютере неверная дата.',
      en: 'It has expired, or the date of this computer is wrong.',
    },
    action: {
      ru: 'Проверьте дату и часовой пояс компьютера. Если они верны, администратору портала нужно обновить сертификат.',
      en: 'Check the date and the time zone of the computer. If they are right, the administrator of the portal has to renew the certificate.',
    },
    retry: false,
  },
  'portal.certificate-name': {
    severity: 'error',
    what: {
      ru: 'Сертификат портала выдан на другое имя ({description}).',
      en: 'The certificate of the portal is for another name ({description}).',
    },
    cause: {
      ru: 'В адресе вебхука IP-адрес или внутреннее имя сервера, которого в сертификате нет.',
      en: 'The webhook address holds an IP address or an inner name that the certificate does not have.',
    },
    action: {
      ru: 'Укажите в адресе вебхука то имя портала, на которое выдан сертификат.',
      en: 'Put into the webhook address the name that the certificate is for.',
    },
    retry: false,
  },
  'portal.proxy': {
    severity: 'error',
    what: {
      ru: 'Прокси не пропускает к порталу ({description}).',
      en: 'The proxy does not let us through to the portal ({description}).',
    },
    cause: {
      ru: 'Прокси требует входа, запрещает этот адрес, или адрес прокси в HTTPS_PROXY, HTTP_PROXY записан неверно.',
      en: 'It asks for a login, forbids the address, or its own address in HTTPS_PROXY, HTTP_PROXY is written wrong.',
    },
    action: {
      ru: 'Запишите прокси как http://имя:пароль@сервер:порт и попросите администратора сети разрешить портал. Для портала внутри сети добавьте его имя в NO_PROXY.',
      en: 'Write the proxy as http://name:password@server:port and ask the administrator of the network to allow the portal. For a portal inside the network add its name to NO_PROXY.',
    },
    retry: false,
  },
  'portal.record-access': {
    severity: 'error',
    what: { ru: 'Нет прав на запись ({what}): {description}.', en: 'No right to the record ({what}): {description}.' },
    cause: {
      ru: 'Вебхук работает с правами сотрудника, который его создал, а ему эта запись или действие не разрешены.',
      en: 'The webhook has the rights of the employee who made it, and this record or action is not among them.',
    },
    action: {
      ru: 'Дайте сотруднику права в CRM (Настройки → Права доступа) или создайте вебхук от имени администратора.',
      en: 'Give the employee the right in the CRM (Settings → Access permissions), or make the webhook as an administrator.',
    },
    retry: false,
  },
  'portal.record-missing': {
    severity: 'error',
    what: {
      ru: 'Записи на портале нет ({what}): {description}.',
      en: 'The record is not on the portal ({what}): {description}.',
    },
    cause: {
      ru: 'Её удалили на портале, либо она не видна владельцу вебхука.',
      en: 'It was deleted on the portal, or the owner of the webhook does not see it.',
    },
    action: {
      ru: 'Ничего, если удалили намеренно. Иначе восстановите её из корзины CRM или проверьте права владельца вебхука.',
      en: 'Nothing if that was meant. Otherwise take it back from the recycle bin of the CRM, or check the rights of the owner of the webhook.',
    },
    retry: true,
  },
  'portal.value-refused': {
    severity: 'error',
    what: {
      ru: 'Портал не принял значение поля {field}: {description}.',
      en: 'The portal refused the value of the field {field}: {description}.',
    },
    cause: {
      ru: 'Такого значения нет в справочнике портала (стадия, источник, сотрудник, валюта), или вид значения не тот.',
      en: 'The directory of the portal has no such value (stage, source, employee, currency), or it is of another kind.',
    },
    action: {
      ru: 'Сверьте значение в 1С и в настройках обмена с тем, что есть на портале в этом поле.',
      en: 'Compare the value in 1C and in the settings with what the portal has in this field.',
    },
    retry: false,
  },
  'portal.field-required': {
    severity: 'error',
    what: {
      ru: 'На портале обязательно поле {field}, а оно пусто: {description}.',
      en: 'The portal requires the field {field}, and it is empty: {description}.',
    },
    cause: {
      ru: 'Поле сделали обязательным в карточке, а 1С его не передаёт.',
      en: 'The field was made obligatory in the card, and 1C does not tell it.',
    },
    action: {
      ru: 'Заполните его в 1С, задайте в настройках обмена (fields) или снимите обязательность в карточке CRM.',
      en: 'Fill it in 1C, give it in the settings (fields), or lift the requirement in the CRM card.',
    },
    retry: false,
  },
  'portal.value-kind': {
    severity: 'error',
    what: {
      ru: 'Портал не понял значение ({what}): {description}.',
      en: 'The portal did not understand a value ({what}): {description}.',
    },
    cause: {
      ru: 'Поле на портале другого вида: например, множественное, а передано одно значение.',
      en: 'The field of the portal is of another kind: for example it takes several values and was given one.',
    },
    action: {
      ru: 'Проверьте в настройках обмена, какие поля портала заполняются и какого они вида.',
      en: 'Check in the settings which fields of the portal are filled, and of which kind they are.',
    },
    retry: false,
  },
  'portal.stage-rights': {
    severity: 'error',
    what: {
      ru: 'Портал не дал поменять стадию ({what}): {description}.',
      en: 'The portal did not allow to change the stage ({what}): {description}.',
    },
    cause: {
      ru: 'У владельца вебхука нет прав на эту стадию воронки.',
      en: 'The owner of the webhook has no right to this stage of the pipeline.',
    },
    action: {
      ru: 'Дайте ему права на стадии этой воронки или создайте вебхук от имени администратора.',
      en: 'Give the right to the stages of this pipeline, or make the webhook as an administrator.',
    },
    retry: false,
  },
  'portal.plan-smart-process': {
    severity: 'error',
    what: {
      ru: 'Тариф портала не разрешает смарт-процессы ({what}): {description}.',
      en: 'The plan of the portal does not allow smart processes ({what}): {description}.',
    },
    cause: {
      ru: 'Создание и изменение элементов смарт-процессов ограничены тарифом.',
      en: 'The plan restricts making and changing items of smart processes.',
    },
    action: { ru: 'Проверьте тариф портала.', en: 'Check the plan of the portal.' },
    retry: false,
  },
  'portal.filter-refused': {
    severity: 'error',
    what: {
      ru: 'Портал не принял условие отбора ({what}): {description}.',
      en: 'The portal refused a filter ({what}): {description}.',
    },
    cause: {
      ru: 'Поля, названного в настройках, на портале нет, или по нему нельзя отбирать.',
      en: 'The portal lacks a field that the settings name, or cannot filter by it.',
    },
    action: {
      ru: 'Сверьте имена полей в настройках с полями портала.',
      en: 'Compare the names of fields in the settings with those of the portal.',
    },
    retry: false,
  },
  'portal.too-large': {
    severity: 'error',
    what: {
      ru: 'Сервер портала не принял запрос: он слишком велик ({what}).',
      en: 'The server of the portal refused the request as too large ({what}).',
    },
    cause: {
      ru: 'На сервере коробочного портала или на прокси ограничен размер запроса.',
      en: 'The server of a self-hosted portal, or a proxy, limits the size of a request.',
    },
    action: {
      ru: 'Увеличьте на сервере client_max_body_size (nginx) и post_max_size (PHP) хотя бы до 16 МБ.',
      en: 'Raise client_max_body_size (nginx) and post_max_size (PHP) on the server to 16 MB at least.',
    },
    retry: false,
  },
  'portal.list-odd': {
    severity: 'error',
    what: {
      ru: 'Портал ответил на {method} списком, которого не просили ({description}).',
      en: 'The portal answered {method} with a list that was not asked for ({description}).',
    },
    cause: {
      ru: 'Отбор или порядок на портале не сработали; по такому списку записи можно спутать, и обмен остановлен.',
      en: 'Filter or order did not work on the portal; by such a list records could be mixed up, so the exchange stopped.',
    },
    action: {
      ru: 'Обновите портал. Если он новый, сообщите нам об этом.',
      en: 'Update the portal. If it is up to date, tell us.',
    },
    retry: false,
  },
  'portal.refused': {
    severity: 'error',
    what: {
      ru: 'Портал отказал ({what}): {description} [{code}, HTTP {status}].',
      en: 'The portal said no ({what}): {description} [{code}, HTTP {status}].',
    },
    cause: {
      ru: 'Причина — в словах портала. Часто это правило карточки, робот или обработчик на портале.',
      en: 'The reason is in the words of the portal. Often it is a rule of the card, a robot or a handler there.',
    },
    action: {
      ru: 'Попробуйте внести то же самое в карточку вручную: портал покажет ту же причину. Затем исправьте данные в 1С или настройку портала.',
      en: 'Try to enter the same by hand: the portal shows the same reason. Then put right the data in 1C or the setting of the portal.',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
