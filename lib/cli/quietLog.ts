// Imported before anything that logs: the command line speaks for itself, and --json promises nothing else on stdout.
process.env['LANDED_LOG_LEVEL'] = 'silent'
