import { useCallback, useEffect, useState } from 'preact/hooks'

/** Who is looking at what, as it stands in the address; `place` is a channel or the conversation with Drumbeat. */
export type Route = { as: string; place: string; message: string | null }
export type Going = Partial<Route>

export const DIRECT = 'drumbeat'
/** What a newcomer sees. */
export const FIRST: Route = { as: 'mira', place: 'general', message: null }

export function useRoute(): [Route, (where: Going) => void] {
  const [route, setRoute] = useState(routeInAddress)
  useEffect(() => {
    const follow = () => setRoute(routeInAddress())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])

  const go = useCallback((where: Going) => {
    const next = { ...routeInAddress(), message: null, ...where }
    history.pushState(null, '', addressOf(next))
    setRoute(next)
  }, [])
  return [route, go]
}

function routeInAddress(): Route {
  const query = new URLSearchParams(location.search)
  return {
    as: query.get('as') ?? FIRST.as,
    place: query.get('in') ?? FIRST.place,
    message: /^#message-(\d+)$/.exec(location.hash)?.[1] ?? null,
  }
}

function addressOf({ as, place, message }: Route): string {
  return `/playground?${new URLSearchParams({ as, in: place })}${message ? `#message-${message}` : ''}`
}
