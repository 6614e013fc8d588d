// Loaded into the server by `npm start`: when the start script is killed with -9, its server must not stay alone on the
// port. The channel between them then closes, and the server stops as after any SIGTERM.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
