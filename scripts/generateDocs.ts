import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/lib/projectRoot'
import { codesPage } from './codesPage'

/** Part of `npm run generate`, not of the build: writes docs/codes.md, which is under version control. */
writeFileSync(join(projectRoot(), 'docs/codes.md'), codesPage())
