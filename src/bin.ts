#!/usr/bin/env node
// The installed command. Only the version check lives here, in syntax that any Node of the last ten years understands;
// the program itself is loaded after it, because an older Node could not even parse it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `obmen24: нужен Node.js 22.18 или новее, а установлен ${process.versions.node}: поставьте версию 24 LTS с https://nodejs.org и запустите команду снова. (Node.js 22.18 or newer is needed: install 24 LTS.)\n`,
  )
  process.exitCode = 2
} else {
  // Files stream through: nearly all objects die young. Left to itself V8 lets 64 MB of them gather, twice, before it collects,
  // and now and then takes those of a record for long-lived, puts the next ones with the old and leaves them there: 230 to 330 MB
  // for what takes 140 so, in the same time. And it lets the old ones grow to four times what is in use before it looks at them:
  // a third more is enough, and costs less than a tenth of the time. V8 heeds these options at run time (Node 22, 24, 26).
  process
    .getBuiltinModule('node:v8')
    .setFlagsFromString('--minor-gc-task-trigger=20 --no-allocation-site-pretenuring --heap-growing-percent=30')
  // Node 22 warns that its SQLite is experimental, at every start; that is no news for the one who runs an exchange.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.stack ?? warning.message}\n`)
  })
  import('./main.ts').then(({ main }) =>
    main(process.argv.slice(2)).then((code) => {
      process.exitCode = code
      // A file watcher that reopened itself while closing (chokidar 5) must not keep a finished command alive.
      setTimeout(() => process.stdout.write('', () => process.exit()), 2000).unref()
    }),
  )
}

export {}
