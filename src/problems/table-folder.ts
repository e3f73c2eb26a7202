import type { ProblemEntry } from './entry.ts'

export const folderProblems = {
  'folder.gone': {
    severity: 'error',
    what: { ru: 'Папка {path} недоступна ({code}).', en: 'The folder {path} is not there ({code}).' },
    cause: {
      ru: 'Папку переименовали или удалили, либо сетевой диск не подключён.',
      en: 'The folder was renamed or deleted, or the network drive is not connected.',
    },
    action: {
      ru: 'Проверьте путь в настройках и подключение диска. Службе указывайте путь вида \\\\сервер\\папка: букв дисков она не видит. Файлы не потеряны, обмен продолжится сам.',
      en: 'Check the path in the settings and that the drive is connected. Give a service a \\\\server\\share path: it sees no drive letters. No file is lost, the exchange goes on by itself.',
    },
    retry: true,
  },
  'folder.no-rights': {
    severity: 'error',
    what: { ru: 'Нет прав на {path} ({code}).', en: 'No rights to {path} ({code}).' },
    cause: {
      ru: 'Учётной записи, под которой работает обмен, не разрешено читать или изменять эту папку.',
      en: 'The account that runs the exchange may not read or change this folder.',
    },
    action: {
      ru: 'Дайте этой учётной записи права на чтение и изменение папки. Если забирать файлы нельзя, поставьте в настройках чтение копированием (take: copy).',
      en: 'Give this account the rights to read and change the folder. If files must not be moved, set reading by copy (take: copy).',
    },
    retry: true,
  },
  'folder.share-lost': {
    severity: 'error',
    what: { ru: 'Связь с папкой {path} потеряна ({code}).', en: 'The connection to the folder {path} is lost ({code}).' },
    cause: {
      ru: 'Сеть или сервер с общей папкой не отвечает, либо диск повреждён.',
      en: 'The network or the server of the share does not answer, or the disk is damaged.',
    },
    action: {
      ru: 'Проверьте, открывается ли папка в проводнике с этого компьютера. Когда связь вернётся, обмен продолжится сам.',
      en: 'Check that the folder opens on this computer. When the connection is back, the exchange goes on by itself.',
    },
    retry: true,
  },
  'folder.sentinel-missing': {
    severity: 'error',
    what: {
      ru: 'В папке {path} нет контрольного файла {sentinel}.',
      en: 'The folder {path} has no sentinel file {sentinel}.',
    },
    cause: {
      ru: 'Как правило, общая папка не подключена, и виден пустой каталог на её месте. Либо контрольный файл удалили.',
      en: 'As a rule the share is not mounted and the empty folder in its place is seen. Or the sentinel was deleted.',
    },
    action: {
      ru: 'Подключите общую папку. Если она подключена, создайте в ней пустой файл {sentinel}.',
      en: 'Mount the share. If it is mounted, create an empty file {sentinel} in it.',
    },
    retry: true,
  },
  'folder.subfolder-unreadable': {
    severity: 'warning',
    what: { ru: 'Подпапка {path} не читается ({code}).', en: 'The subfolder {path} cannot be read ({code}).' },
    cause: { ru: 'На неё нет прав. Остальные папки прочитаны.', en: 'There are no rights to it. The other folders were read.' },
    action: {
      ru: 'Дайте учётной записи обмена права на подпапку или уберите её из папки обмена.',
      en: 'Give the account of the exchange the rights to it, or move it out of the exchange folder.',
    },
    retry: true,
  },
  'folder.never-finished': {
    severity: 'error',
    what: {
      ru: 'Файл {name} так и не дописан: {minutes} мин. не меняется (размер {bytes} байт), а конца у него нет.',
      en: 'The file {name} was never finished: unchanged for {minutes} min at {bytes} bytes, and has no end.',
    },
    cause: {
      ru: 'Выгрузка из 1С прервалась (ошибка, завершение сеанса, нет места на диске), или файл скопирован не полностью.',
      en: 'The export of 1C broke off (error, session ended, disk full), or the file was copied in part.',
    },
    action: {
      ru: 'Повторите выгрузку из 1С. Если выгружаются только изменения, сделайте полную выгрузку: 1С уже считает эти изменения переданными.',
      en: 'Repeat the export in 1C. Where only changes are exported, make a full export: 1C takes these changes for delivered.',
    },
    retry: false,
  },
  'folder.file-locked': {
    severity: 'warning',
    what: {
      ru: 'Файл {name} уже {minutes} мин. занят другой программой.',
      en: 'The file {name} has been in use by another program for {minutes} min.',
    },
    cause: {
      ru: '1С или другая программа держит файл открытым, либо у обмена нет прав на его чтение.',
      en: '1C or another program keeps the file open, or the exchange may not read it.',
    },
    action: {
      ru: 'Закройте программу, которая держит файл (сеанс 1С, Excel), и проверьте права. Обмен заберёт файл сам.',
      en: 'Close the program that holds it (a 1C session, Excel) and check the rights. The exchange will take the file by itself.',
    },
    retry: true,
  },
  'folder.marker-missing': {
    severity: 'warning',
    what: {
      ru: 'Файл {name} уже {minutes} мин. ждёт файла-флага {marker}.',
      en: 'The file {name} has been waiting for its marker {marker} for {minutes} min.',
    },
    cause: {
      ru: '1С не создала флаг: выгрузка прервалась, или имя флага в настройках другое.',
      en: '1C did not create the marker: the export broke off, or the settings give another name.',
    },
    action: {
      ru: 'Проверьте, какой флаг создаёт выгрузка, и сверьте его с настройкой marker. Если флага нет вовсе, уберите эту настройку.',
      en: 'Check which marker the export creates against the setting marker. If there is none at all, remove the setting.',
    },
    retry: true,
  },
  'folder.marker-stays': {
    severity: 'warning',
    what: { ru: 'Не удалось убрать файл-флаг {path} ({code}).', en: 'The marker {path} could not be removed ({code}).' },
    cause: { ru: 'Нет прав на удаление, или флаг занят.', en: 'No right to delete, or the marker is in use.' },
    action: {
      ru: 'Дайте права на удаление в этой папке. Сам файл данных забран, он не потерян.',
      en: 'Give the right to delete in this folder. The data file itself was taken, it is not lost.',
    },
    retry: true,
  },
  'folder.file-vanished': {
    severity: 'notice',
    what: { ru: 'Файл {name} исчез, прежде чем его забрали.', en: 'The file {name} vanished before it was taken.' },
    cause: {
      ru: '1С очистила папку перед новой выгрузкой, или файл убрали вручную.',
      en: '1C cleared the folder before a new export, or somebody removed the file.',
    },
    action: {
      ru: 'Ничего делать не нужно, если выгрузка идёт заново. Если такое повторяется, запускайте обмен чаще или выгружайте реже.',
      en: 'Nothing, if the export is under way again. If it repeats, run the exchange more often or export less often.',
    },
    retry: true,
  },
  'folder.file-changed': {
    severity: 'notice',
    what: {
      ru: 'Файл {name} изменился, пока его забирали; он останется на месте до готовности.',
      en: 'The file {name} changed while it was taken; it stays until it is ready.',
    },
    cause: { ru: '1С продолжила запись или начала выгрузку заново.', en: '1C went on writing, or began the export again.' },
    action: {
      ru: 'Ничего: файл будет забран, когда запись закончится.',
      en: 'Nothing: the file will be taken when the writing ends.',
    },
    retry: true,
  },
  'folder.file-busy': {
    severity: 'warning',
    what: { ru: 'Файл {name} пока нельзя забрать ({code}).', en: 'The file {name} cannot be taken yet ({code}).' },
    cause: {
      ru: 'Его держит открытым 1С или другая программа, либо нет прав на перемещение.',
      en: '1C or another program keeps it open, or there is no right to move it.',
    },
    action: {
      ru: 'Обмен попробует снова сам. Если сообщение повторяется, закройте программу с этим файлом и проверьте права на изменение папки.',
      en: 'The exchange will try again by itself. If this repeats, close the program that holds the file and check the right to change the folder.',
    },
    retry: true,
  },
  'folder.copy-differs': {
    severity: 'error',
    what: { ru: 'Копия файла {name} не совпала с оригиналом.', en: 'The copy of the file {name} differs from the original.' },
    cause: {
      ru: 'Файл менялся во время копирования, либо сбоит сеть или диск.',
      en: 'The file was changing during the copy, or the network or a disk fails.',
    },
    action: {
      ru: 'Обмен повторит копирование, оригинал не тронут. Если сообщение повторяется, проверьте диск и сеть.',
      en: 'The exchange will copy again, the original is untouched. If this repeats, check the disk and the network.',
    },
    retry: true,
  },
  'folder.target-busy': {
    severity: 'error',
    what: {
      ru: 'Файл {path} не удалось заменить за {seconds} с: он занят ({code}).',
      en: 'The file {path} could not be replaced within {seconds} s: it is in use ({code}).',
    },
    cause: { ru: '1С или другая программа держит его открытым.', en: '1C or another program keeps it open.' },
    action: {
      ru: 'Закройте программу, которая держит файл. Прежний файл цел, новое содержимое сохранено рядом и встанет на место при следующем запуске.',
      en: 'Close the program that holds the file. The old file is whole; the new content is kept beside it and takes its place at the next run.',
    },
    retry: true,
  },
  'folder.write-failed': {
    severity: 'error',
    what: { ru: 'Не удалось записать {path} ({code}).', en: 'Could not write {path} ({code}).' },
    cause: {
      ru: 'Папка недоступна, диск неисправен, либо на месте файла стоит папка с тем же именем.',
      en: 'The folder is not reachable, the disk fails, or a folder of the same name stands there.',
    },
    action: {
      ru: 'Откройте папку и проверьте, можно ли создать в ней файл с этим именем. Затем запустите обмен снова.',
      en: 'Open the folder and check that a file of this name can be created. Then run the exchange again.',
    },
    retry: true,
  },
  'folder.disk-full': {
    severity: 'error',
    what: { ru: 'Нет места на диске: {path}.', en: 'No space left on the disk: {path}.' },
    cause: { ru: 'Диск или квота учётной записи заполнены.', en: 'The disk or the quota of the account is full.' },
    action: {
      ru: 'Освободите место (например, старые дни в папке archive) и запустите обмен снова. Исходные файлы целы.',
      en: 'Free some space (old days in the archive folder, for example) and run the exchange again. The source files are whole.',
    },
    retry: true,
  },
  'folder.move-failed': {
    severity: 'error',
    what: { ru: 'Не удалось переместить {path} в {target} ({code}).', en: 'Could not move {path} to {target} ({code}).' },
    cause: {
      ru: 'Файл занят (антивирус, открыт в другой программе) или нет прав на папку.',
      en: 'The file is in use (antivirus, another program), or there are no rights to the folder.',
    },
    action: {
      ru: 'Файл остался на прежнем месте. Проверьте права и место на диске; при следующем запуске обмен повторит.',
      en: 'The file stays where it was. Check the rights and the space; the next run tries again.',
    },
    retry: true,
  },
  'folder.set-exists': {
    severity: 'error',
    what: {
      ru: 'Папка {path} уже есть, и содержимое в ней другое.',
      en: 'The folder {path} exists already, with other content.',
    },
    cause: {
      ru: 'Файлы в готовой папке изменили вручную, или номер выпуска использован повторно.',
      en: 'Files in a finished folder were changed by hand, or its number was used twice.',
    },
    action: {
      ru: 'Переименуйте эту папку и запустите обмен снова: он запишет её заново. Прежняя папка не тронута.',
      en: 'Rename this folder and run the exchange again: it will be written anew. The old folder is untouched.',
    },
    retry: false,
  },
  'folder.lock-busy': {
    severity: 'error',
    what: {
      ru: 'Обмен в этой папке уже работает: процесс {pid} на компьютере {host}, команда «{command}», с {since}.',
      en: 'An exchange already works in this folder: process {pid} on {host}, command "{command}", since {since}.',
    },
    cause: {
      ru: 'Запущен второй экземпляр: служба и ручной запуск вместе, или предыдущий запуск по расписанию ещё не закончился.',
      en: 'A second instance was started: a service beside a manual run, or the previous scheduled run is not over.',
    },
    action: {
      ru: 'Дождитесь его окончания или остановите его. Удалять файлы блокировки не нужно: после сбоя они не мешают.',
      en: 'Wait for it or stop it. There is no lock file to delete: after a crash nothing stays locked.',
    },
    retry: true,
  },
  'folder.lock-unavailable': {
    severity: 'error',
    what: { ru: 'Не удалось поставить блокировку {path}: {detail}.', en: 'The lock {path} could not be taken: {detail}.' },
    cause: {
      ru: 'Папка состояния недоступна для записи, лежит на сетевом диске без блокировок, или файл блокировки повреждён.',
      en: 'The state folder is not writable, lies on a share without file locks, or the lock file is damaged.',
    },
    action: {
      ru: 'Держите папку состояния на локальном диске, дайте на неё права записи. Повреждённый файл lock.sqlite можно удалить, когда обмен остановлен.',
      en: 'Keep the state folder on a local disk with write rights. A damaged lock.sqlite may be deleted while no exchange runs.',
    },
    retry: true,
  },
} as const satisfies Record<string, ProblemEntry>
