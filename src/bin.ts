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
