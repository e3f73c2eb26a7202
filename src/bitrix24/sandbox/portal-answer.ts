import { STATUS_CODES } from 'node:http'
import type { Params } from './method.ts'
import type { PortalState } from './state.ts'

/** A request as it comes to the portal, from a socket or from a test. */
export interface PortalRequest {
  /** `POST` or `GET`. */
  readonly method: string
  /** Path and query. */
  readonly url: string
  /** As in `Host`; which of its names the portal was called by. */
  readonly host?: string
  readonly contentType?: string
  readonly body?: Uint8Array | string
}

export type PortalAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** The connection ends without an answer; `abruptly`: with a reset. */
  | { readonly kind: 'closed'; readonly abruptly: boolean }

export function jsonAnswer(status: number, body: string): PortalAnswer {
  return { kind: 'answer', status, headers: { 'content-type': 'application/json; charset=utf-8' }, body }
}

/** What stands before the portal answers for it. */
export function htmlAnswer(status: number): PortalAnswer {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`
  return { kind: 'answer', status, headers: { 'content-type': 'text/html' }, body }
}

/** What people see who open the portal in a browser; with a form, what comes of it. */
export type Page = (state: PortalState, url: URL, form?: SentForm) => PageAnswer

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A form that a person has sent to the page. */
export interface SentForm {
  /** As the names in it say, brackets taken apart. */
  readonly fields: Params
  /** Milliseconds since 1970 on the clock of the portal. */
  readonly nowMs: number
}

/** The page is asked by GET and by forms, and by nothing else. */
export function pageAnswer(
  page: Page | undefined,
  state: PortalState,
  request: PortalRequest,
  form: SentForm | null,
): PortalAnswer {
  if (page === undefined || (request.method !== 'GET' && form === null)) return htmlAnswer(404)
  const url = new URL(`http://${request.host ?? '127.0.0.1'}${request.url}`)
  return { kind: 'answer', ...page(state, url, form ?? undefined) }
}

/** The portal has another name now, and says so to every call (change-domen.md of the docs). */
export function movedAnswer(origin: string, request: PortalRequest): PortalAnswer {
  return { kind: 'answer', status: 302, headers: { location: `${origin}${request.url}` }, body: '' }
}
