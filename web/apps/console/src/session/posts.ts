import { computed, ref } from 'vue'
import { listPostChoices, takePost, type PostChoice } from '@/organisation/api'
import { useWrite } from '@/shared/useWrite'

const choices = ref<PostChoice[]>([])

/** Asks in which posts one may act. Not knowing is no reason to keep anybody from working in the one they are in. */
async function load(): Promise<void> {
  try {
    choices.value = await listPostChoices()
  } catch {
    choices.value = []
  }
}

/** Everything on the screen was read in another post, so the console starts anew, on its home page. */
const startAnew = () => window.location.assign(import.meta.env.BASE_URL)

export function usePosts() {
  const { state: taking, run } = useWrite()

  async function take(postId: string): Promise<void> {
    const done = await run(async (key) => {
      await takePost(postId, key)
      return true
    })
    if (done) startAnew()
  }

  return {
    choices: computed(() => choices.value),
    current: computed(() => choices.value.find((one) => one.current)),
    taking,
    load,
    take,
    forget: () => (choices.value = []),
  }
}
