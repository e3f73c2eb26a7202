import { Liquid } from 'liquidjs'

/**
 * The language of templates, one for the check of the settings and for the work. An empty cell counts as "no" in
 * `{% if ВИП %}`, unlike in plain Liquid, where every text is "yes". Filters that are not there are mistakes. Tags that read other
 * files are not there at all, and no template takes more memory than a card can use.
 */
export const templateLanguage = withoutFiles(
  new Liquid({ cache: false, strictFilters: true, ownPropertyOnly: true, jsTruthy: true, memoryLimit: 1_000_000 }),
)

function withoutFiles(liquid: Liquid): Liquid {
  for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag]
  return liquid
}
