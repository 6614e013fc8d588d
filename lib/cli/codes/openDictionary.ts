import { codeDictionary, type CodeDictionary } from '@/lib/contracts/codes'
import { readDictionary } from '@/lib/dictionary/readDictionary'

/** The dictionary as the API gives it. Needs the database of the command. */
export async function openDictionary(): Promise<CodeDictionary> {
  return codeDictionary.parse(JSON.parse((await readDictionary()).json))
}
