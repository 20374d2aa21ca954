/**
 * Parts of the screen whose code comes after the start. Not React's `lazy`: that shows its stand-in for 300 ms at
 * least and suspends even where the code has long been there, so that every first opening would wait.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

export type Part<P> = {
  /** Draws it, or `meanwhile` until its code is there; throws as it draws when the code does not come. */
  readonly Show: ComponentType<P>;
  /** Brings the code in, once; a failed attempt is made again with the next call. */
  readonly load: () => Promise<void>;
};

type State<P> = { readonly part: ComponentType<P> } | { readonly error: unknown } | null;

/** @param meanwhile what stands in its place until it can be drawn */
export function partOf<P extends object>(
  bring: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode,
): Part<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;

  const load = (): Promise<void> => {
    loading ??= bring().then((part) => {
      loaded = part;
    });
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };

  function Show(props: P) {
    const [state, setState] = useState<State<P>>(() => (loaded === null ? null : { part: loaded }));
    useEffect(() => {
      if (state !== null) return undefined;
      let gone = false;
      load().then(
        () => !gone && loaded !== null && setState({ part: loaded }),
        (error: unknown) => !gone && setState({ error }),
      );
      return () => {
        gone = true;
      };
    }, [state]);
    if (state === null) return meanwhile;
    if ('error' in state) throw state.error;
    return <state.part {...props} />;
  }
  return { Show, load };
}
