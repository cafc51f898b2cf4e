import { questionsOf, type Definition, type WrongAnswer } from '../model.ts'
import type { Words } from '../words.ts'

/** What is wrong with answers, by the code of the question, with the way out. */
export function wrongTexts(
  words: Words,
  definition: Definition,
  wrong: WrongAnswer[],
): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const one of wrong) {
    const said = `${words(`checklist.answer.${one.key}`, ...one.arguments)}。${words(`checklist.answer.${one.key}.fix`, ...one.arguments)}`
    const question = questionsOf(definition).find(({ code }) => code === one.question)
    const column = question?.columns.find(({ code }) => code === one.column)
    const text = column ? words('checklist.answer.cell', one.row, column.title, said) : said
    texts[one.question] = [texts[one.question], text].filter(Boolean).join(' ')
  }
  return texts
}
