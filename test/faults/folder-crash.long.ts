// Killed before every single call.
process.env['OBMEN24_EVERY'] ??= '1'
await import('./folder-crash.test.ts')
