import {
  definitionErrors,
  MODEL,
  type Definition,
  type DefinitionError,
  type Question,
  type Section,
} from '@sunlot/checklist-engine'
import { computed, ref } from 'vue'
import {
  inserted,
  moved,
  movedQuestion,
  newQuestion,
  nextCode,
  recoded,
  renamed,
  replaced,
  without,
  type Place,
} from './checklist'

/** What was deleted last, for as long as nothing else is. */
interface Deleted {
  what: 'question' | 'section'
  name: string
  sections: Section[]
}

/** What is always said at once; the rest waits until somebody wants to save. */
const AT_ONCE = /^(reference-|required-twice|code-twice|criterion-value)/

/** A checklist that is being written: every change, what is wrong, and what was deleted last. */
export function useChecklistDraft(start: Definition, touch: () => void) {
  const draft = ref<Definition>(start)
  const deleted = ref<Deleted | null>(null)
  const tried = ref(false)
  /** The questions that stand open, by place. */
  const open = ref<string | null>(null)
  const key = ({ section, question }: Place) => `${section}.${question}`

  const errors = computed<DefinitionError[]>(() => definitionErrors(draft.value))
  const shownErrors = computed(() => errors.value.filter((error) => tried.value || AT_ONCE.test(error.key)))

  function set(change: Partial<Definition>): void {
    draft.value = { ...draft.value, ...change, model: MODEL }
    touch()
  }
  const setSections = (sections: Section[]) => set({ sections })
  const sections = () => draft.value.sections

  function setSection(at: number, change: Partial<Section>): void {
    const old = sections()[at]
    if (old) setSections(replaced(sections(), at, { ...old, ...change }))
  }
  const setQuestions = (at: number, change: (questions: Question[]) => Question[]) =>
    setSection(at, { questions: change(sections()[at]?.questions ?? []) })

  function addQuestion(at: number): void {
    const place = { section: at, question: sections()[at]?.questions.length ?? 0 }
    setQuestions(at, (all) => [...all, newQuestion(nextCode(sections(), at))])
    open.value = key(place)
  }
  function copyQuestion(place: Place): void {
    const one = sections()[place.section]?.questions[place.question]
    if (!one) return
    const copy = {
      ...structuredClone(JSON.parse(JSON.stringify(one)) as Question),
      code: nextCode(sections(), place.section),
    }
    setQuestions(place.section, (all) => inserted(all, place.question + 1, copy))
    open.value = key({ ...place, question: place.question + 1 })
  }
  function removeQuestion(place: Place): void {
    const one = sections()[place.section]?.questions[place.question]
    deleted.value = { what: 'question', name: one?.code ?? '', sections: sections() }
    setQuestions(place.section, (all) => without(all, place.question))
    open.value = null
  }
  function moveQuestion(place: Place, by: -1 | 1): void {
    const wasOpen = open.value === key(place)
    const to = movedQuestion(sections(), place, by)
    setSections(to.sections)
    open.value = wasOpen ? key(to.place) : null
  }
  function addSection(): void {
    setSections([...sections(), { title: '', showIf: null, questions: [] }])
  }
  function copySection(at: number): void {
    const one = sections()[at]
    if (!one) return
    let all = inserted(sections(), at + 1, { title: one.title, showIf: one.showIf, questions: [] })
    for (const question of one.questions) {
      const copy = { ...(JSON.parse(JSON.stringify(question)) as Question), code: nextCode(all, at + 1) }
      all = replaced(all, at + 1, {
        ...(all[at + 1] as Section),
        questions: [...(all[at + 1]?.questions ?? []), copy],
      })
    }
    setSections(all)
  }
  function removeSection(at: number): void {
    deleted.value = { what: 'section', name: sections()[at]?.title ?? '', sections: sections() }
    setSections(without(sections(), at))
    open.value = null
  }
  function undo(): void {
    if (!deleted.value) return
    setSections(deleted.value.sections)
    deleted.value = null
  }
  /** Whether it can be saved; what is wrong is said from now on. */
  function check(): boolean {
    tried.value = true
    const [first] = errors.value
    if (first && first.question >= 0) open.value = key({ section: first.section, question: first.question })
    return !first
  }

  return {
    draft,
    deleted,
    open,
    errors,
    shownErrors,
    key,
    set,
    setSection,
    setQuestions,
    addQuestion,
    copyQuestion,
    removeQuestion,
    moveQuestion,
    addSection,
    copySection,
    removeSection,
    moveSection: (at: number, by: -1 | 1) => setSections(moved(sections(), at, by)),
    recode: (place: Place, code: string) => setSections(recoded(sections(), place, code)),
    rename: (place: Place, choices: string[]) => setSections(renamed(sections(), place, choices)),
    undo,
    check,
  }
}
