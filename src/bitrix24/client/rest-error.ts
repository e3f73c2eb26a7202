/**
 * What the portal, or the way to it, said. `code` is the text of `error`, which may be '' or '0' or a sentence
 * (`bitrix24-rest.md §1.2`); faults of the way have codes of our own in lower case, of which `certificate`, `proxy`,
 * `redirect` and `connection` mean that nothing was carried out:
 * - `timeout`: no answer in the time allowed; `cut`: the connection or the answer ended half-way;
 * - `not-json`: an answer that is no answer of REST, `description` holds its title;
 * - `connection`: not reached, `certificate`: reached but not trusted, `description` begins with the code of the system;
 * - `proxy`: the proxy did not let us through; `redirect`: sent to an address that a webhook may not be given to;
 * - `list`: a list that does not keep to its own filter and order.
 * `status`: 0 where there was no answer; of a command in a batch it is that of the batch.
 */
export interface RestError {
  readonly status: number
  readonly code: string
  readonly description: string
}
