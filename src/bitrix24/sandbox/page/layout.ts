import { type Html, type HtmlValue, html } from '../../import-csv/html.ts'
import type { PortalState } from '../state.ts'
import { listPath, type PageEntity, pageEntities } from './entity.ts'
import { pageStyle } from './style.ts'

export interface PageContent {
  readonly title: string
  /** Which part of the menu the page belongs to. */
  readonly entity: PageEntity | null
  readonly body: HtmlValue
}

/** The frame of every page: whose portal this is, that it is no real one, and the way to the lists. */
export function layout(state: PortalState, { title, entity, body }: PageContent): Html {
  return html`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${state.name}</title>
${pageStyle}
</head>
<body>
<a class="skip" href="#content">К содержанию</a>
<p class="banner"><strong>Учебный портал obmen24, не настоящий Битрикс24.</strong> Он работает только на этом компьютере.</p>
<header>
<a class="portal" href="/">${state.name}</a>
<nav aria-label="Разделы">
${pageEntities(state).map((one) => html`<a href="${listPath(one)}"${one.path === entity?.path ? currentMark : null}>${one.plural}</a>\n`)}</nav>
</header>
<main id="content">
${body}
</main>
</body>
</html>
`
}

const currentMark = html` aria-current="page"`
