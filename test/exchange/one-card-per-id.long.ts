// The model of cards and 1C ids over thousands of new random histories (the seed of a failure is printed).
process.env['OBMEN24_PROPERTY_RUNS'] ??= '3000'
await import('./one-card-per-id.properties.test.ts')
