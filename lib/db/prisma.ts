import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/prisma/client'
import { getPool } from './pool'
import { processSingleton } from './processSingleton'

/** Prisma's client, for the small tables (connections, settings). Hot and analytic SQL goes through `sql`. */
export function getPrisma(): PrismaClient {
  return processSingleton('prisma', () => new PrismaClient({ adapter: new PrismaPg(getPool()) }))
}
