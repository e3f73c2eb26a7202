/**
 * The text without secrets of a portal: the token of a webhook address, a password inside an address, and whatever stands
 * under a name that means a secret, also inside JSON that stands in a text. Applied to whole lines at the very end, so that
 * nothing gets past it; a line that was JSON stays JSON.
 */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/((?<!\w)rest\/(?:api\/)?\d+\/)[\w-]+/gi, '$1***')
    .replaceAll(/(%2Frest%2F(?:api%2F)?\d+%2F)[\w-]+/gi, '$1***')
    .replaceAll(/(\b[a-z][a-z\d+.-]*:\/\/[^\s/:@"'\\]+:)[^\s/@"'\\]+(?=@)/gi, '$1***')
    .replaceAll(/(\bauthorization\\*["']?\s*[:=]\s*\\*["']?(?:basic|bearer)\s+)[^\s"',;\\]+/gi, '$1***')
    .replaceAll(quoted, '$1***')
    .replaceAll(bare, '$1$2***$2')
    .replaceAll(unquoted, '$1***')
}

const name =
  '(?<![a-zа-яё])(?:auth|auth_?id|(?:access|refresh|application|auth)_?token|token|refresh_?id|client_?secret|secret|webhook|password|passwd|пароль|idempotency-key)'

// `"access_token": "…"`, `\"auth\":\"…\"`, `password: "…"`.
const quoted = new RegExp(`(${name}(?:\\\\*["'])?\\s*[:=]\\s*\\\\*["'])[^"'\\\\]+`, 'gi')
// `"password": 12345`.
const bare = new RegExp(`(${name}(\\\\*["'])\\s*[:=]\\s*)(?!(?:null|true|false)\\b)[\\w.-]+`, 'gi')
// `client_secret=…&`.
const unquoted = new RegExp(`(${name}\\s*[:=]\\s*)[^\\s"',;&{}[\\]\\\\]+`, 'gi')
