import { useRegions } from '@/shared/useRegions'
import { useWord } from '@/shared/useWord'

/** The name of a stratum, which is a class, or a class and a region as `A.370303`. */
export function useStratum(): (stratum: string) => string {
  const word = useWord()
  const { regionName } = useRegions()
  return (stratum) => {
    const [ofClass = '', region] = stratum.split('.')
    const name = word('tasking.stratum', ofClass)
    return region ? `${name} · ${regionName(region)}` : name
  }
}
