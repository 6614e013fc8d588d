import { generatePrismaClient } from './generatePrismaClient'

/** `npx tsx scripts/generate.ts`: writes lib/db/generated/prisma from prisma/schema.prisma. */
generatePrismaClient()
