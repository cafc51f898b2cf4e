export * from './model.ts'
export { compareDefinitions, type Difference } from './compare.ts'
export { canonical, evaluate, isAnswered } from './evaluate.ts'
export { parse, readDefinition, type Parsed } from './parse.ts'
export { asked } from './references.ts'
export { definitionErrors } from './rules.ts'
export {
  conditionText,
  consequenceText,
  criterionText,
  errorText,
  placeText,
  valueText,
  wordsIn,
  type Language,
  type Words,
} from './words.ts'
