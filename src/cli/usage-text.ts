import type { Language } from '../problems/language.ts'
import { nearest } from '../values/nearest.ts'

/** What is wrong with a command line, the option that was perhaps meant, and where to read on. */
export function usageText(message: string, args: readonly string[], language: Language): string {
  const words = texts[language]
  // The language is the one option with a value that may stand before the command.
  const command = args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--language')
  if (command !== undefined && !commands.includes(command)) {
    return [words.noCommand(command, nearest(command, commands)), words.help()].join('\n')
  }
  const meant = args.flatMap((arg) => {
    const name = /^--([^=]+)/.exec(arg)?.[1]
    const near = name === undefined || options.includes(name) ? null : nearest(name, options)
    return near === null ? [] : [words.near(name!, near)]
  })
  return [message.trim(), ...meant, words.help(command)].join('\n')
}

export const commands: readonly string[] = [
  'init',
  'check',
  'run',
  'watch',
  'plan',
  'retry',
  'undo',
  'history',
  'show',
  'portal',
  'sandbox',
  'inspect',
  'convert',
]
export const options: readonly string[] = [
  'json',
  'quiet',
  'verbose',
  'language',
  'help',
  'version',
  'records',
  'settings',
  'encoding',
  'out',
  'check-headers',
  'entity',
  'allow-mass-change',
  'discard-plan',
  'html',
  'all',
  'limit',
  'port',
  'state',
  'portal',
  'create-fields',
  'of',
]

const texts = {
  ru: {
    noCommand: (given: string, near: string | null) =>
      `Команды «${given}» нет.${near === null ? ` Есть: ${commands.join(', ')}.` : ` Похоже, имелось в виду: ${near}.`}`,
    near: (given: string, near: string) => `Вместо --${given} похоже, имелось в виду --${near}.`,
    help: (command = '') => `Справка: obmen24 ${command} --help`.replace('  ', ' '),
  },
  en: {
    noCommand: (given: string, near: string | null) =>
      `There is no command "${given}".${near === null ? ` There are: ${commands.join(', ')}.` : ` Perhaps you mean: ${near}.`}`,
    near: (given: string, near: string) => `Instead of --${given} perhaps you mean --${near}.`,
    help: (command = '') => `Help: obmen24 ${command} --help`.replace('  ', ' '),
  },
}
