import type { Html } from '../import-csv/html.ts'
import { tableOf } from './methods/store/store.ts'
import { cardPage } from './page/card.ts'
import { type EditResult, editCard } from './page/edit.ts'
import { cardPath, listPath, type PageEntity, pageEntities } from './page/entity.ts'
import { homePage } from './page/home.ts'
import { listPage } from './page/list.ts'
import { goneCard, notFound } from './page/not-found.ts'
import type { Page, PageAnswer, SentForm } from './portal-answer.ts'
import type { PortalState } from './state.ts'

/**
 * What a person sees at the address of the sandbox: the front page, lists, and each card at the address that the product gives
 * out for it (`/crm/company/details/12/`). A form sent to a card edits it by hand, as a manager would.
 */
export const sandboxPage: Page = (state, url, form) => {
  const place = placeOf(state, url.pathname)
  switch (place.kind) {
    case 'home':
      return answer(200, homePage(state, url))
    case 'list':
      return answer(200, listPage(state, place.entity, url))
    case 'card':
      return answerCard(state, place.entity, place.id, url, form ?? null)
    case 'nowhere':
      return answer(404, notFound(state))
  }
}

type Place =
  | { readonly kind: 'home' | 'nowhere' }
  | { readonly kind: 'list'; readonly entity: PageEntity }
  | { readonly kind: 'card'; readonly entity: PageEntity; readonly id: number }

/** Invoices and items of processes stand under the number of their type, as on a live portal. */
function placeOf(state: PortalState, path: string): Place {
  if (path === '/' || path === '/crm' || path === '/crm/') return { kind: 'home' }
  const [, name, id] = /^\/crm\/([a-z]+|type\/\d{1,9})(?:\/list|\/details\/(\d{1,15}))?\/?$/.exec(path) ?? []
  const entity = pageEntities(state).find((one) => one.path === name)
  if (entity === undefined) return { kind: 'nowhere' }
  return id === undefined ? { kind: 'list', entity } : { kind: 'card', entity, id: Number(id) }
}

function answerCard(state: PortalState, entity: PageEntity, id: number, url: URL, form: SentForm | null): PageAnswer {
  const row = tableOf(state, `item:${entity.type.id}`).get(id)
  if (row === undefined) return answer(404, goneCard(state, entity, id))
  if (form === null) return answer(200, cardPage(state, entity, row, { isSaved: url.searchParams.has('saved'), refused: null }))
  const edited: EditResult = editCard(state, entity, row, form)
  switch (edited.kind) {
    case 'saved':
      return seeOther(`${cardPath(entity, id)}?saved`)
    case 'deleted':
      return seeOther(`${listPath(entity)}?deleted=${id}`)
    case 'refused':
      return answer(400, cardPage(state, entity, row, { isSaved: false, refused: { reason: edited.reason, given: form.fields } }))
  }
}

function answer(status: number, page: Html): PageAnswer {
  return { status, headers: pageHeaders, body: page.markup }
}

// By 303 a page that is loaded again sends no form again.
function seeOther(location: string): PageAnswer {
  return { status: 303, headers: { location }, body: '' }
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
} as const
