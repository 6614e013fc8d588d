/**
 * Advisory lock class for connections. Every ingest transaction holds (class, connection) shared; a removal takes it
 * exclusively for the moment in which the connection disappears. After it no batch can write for that connection,
 * so the slow deletion of its data needs no lock and stops nobody.
 */
export const CONNECTION_LOCK_CLASS = 7001
