import { choice } from './kinds.ts'
import { option } from './option.ts'

/** How cards of any kind are applied to the portal; `mode` is what is usual for the exchange. */
export const applyKeys = (mode: 'create' | 'update' | 'create+update') => ({
  mode: option(choice(['create', 'update', 'create+update']).prefault(mode), {
    ru: {
      title: 'Что делать с карточками',
      about:
        'create — только создавать новые; update — только обновлять найденные; create+update — и то и другое. Только при target: portal.',
    },
    en: {
      title: 'What to do with cards',
      about: 'create: only make new ones; update: only change those found; create+update: both. Only with target: portal.',
    },
  }),
  conflict: option(choice(['1c', 'crm', 'review']).prefault('1c'), {
    ru: {
      title: 'Изменено с двух сторон',
      about:
        'Поле изменили и в 1С, и на портале: 1c — записать значение 1С; crm — оставить значение портала; review — ничего не менять и показать человеку. Только при target: portal.',
    },
    en: {
      title: 'Changed on both sides',
      about:
        'A field was changed in 1C and on the portal: 1c: the value of 1C is written; crm: that of the portal stays; review: nothing is changed, a person decides. Only with target: portal.',
    },
  }),
  blanks: option(choice(['keep', 'clear']).prefault('keep'), {
    ru: {
      title: 'Пустое в 1С',
      about:
        'keep — пустое значение ничего не стирает; clear — поле, которое в 1С очистили, очищается и на портале. Только при target: portal.',
    },
    en: {
      title: 'Empty in 1C',
      about:
        'keep: an empty value erases nothing; clear: a field that was emptied in 1C is emptied on the portal, too. Only with target: portal.',
    },
  }),
  missingValues: option(choice(['skip', 'create', 'refuse']).prefault('skip'), {
    ru: {
      title: 'Нет в справочнике',
      about:
        'Значения нет в справочнике портала (тип компании, сфера, источник, тип сделки, список): skip — поле не заполнять и сказать об этом; create — добавить значение на портал; refuse — строку не принимать. Только при target: portal.',
    },
    en: {
      title: 'Not in the directory',
      about:
        'A value is not in the portal’s directory (company type, industry, source, deal type, list): skip: the field is left out, and the answer says so; create: it is added to the portal; refuse: the row is refused. Only with target: portal.',
    },
  }),
  vanished: option(choice(['create', 'review']).prefault('create'), {
    ru: {
      title: 'Карточку удалили на портале',
      about:
        'create — найти заново или создать ещё раз, когда 1С её пришлёт; review — ничего не делать и показать человеку. Если вебхук создан не администратором, удалённую карточку не отличить от закрытой, и всегда решает человек. Карточка, объединённая с другой, находится сама. Только при target: portal.',
    },
    en: {
      title: 'A card deleted on the portal',
      about:
        'create: find it anew or make it once more when 1C sends it; review: nothing is done, a person decides. Where the webhook is not of an administrator, a deleted card cannot be told from a hidden one, and a person always decides. A card merged into another is found by itself. Only with target: portal.',
    },
  }),
})
