import { exitCodes, exitCodeTexts } from '../../src/cli/exit-codes.ts'

/** docs/exit-codes.md: what a scheduler or a script can rely on. */
export function exitCodesPage(): string {
  const rows = Object.entries(exitCodes).map(([name, code]) => {
    const { ru, en } = exitCodeTexts[name as keyof typeof exitCodes]
    return `| ${code} | ${ru} | ${en} |`
  })
  return [
    '# Коды завершения · Exit codes',
    '',
    'Эта таблица сделана из `src/cli/exit-codes.ts` (`npm run docs`). Планировщику достаточно знать: 0 и 3 — обмен прошёл,',
    '4, 5 и 6 — стоит попробовать ещё раз, 1 и 2 — нужен человек.',
    '',
    '| код | что случилось | what happened |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
