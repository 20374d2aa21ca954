/**
 * What the crawl does inside the page. It presses the buttons that a visitor would press and reads from the page's
 * own navigation where that leads, without a hook in the product: React keeps for every element what its part
 * watches, and the frame watches the trail.
 */
import type { Route } from '../../../main/ipc/contract.ts';

export type Target = {
  /** Place among the page's buttons, in the order of the document. */
  readonly index: number;
  readonly text: string;
  /** `go`: another page. `replace`: the same page showing something else. `action`: neither. */
  readonly kind: 'go' | 'replace' | 'layer' | 'action';
  readonly route: Route;
};

export type Press = Pick<Target, 'index' | 'text'>;

export type Look = {
  readonly route: Route;
  /** What is wrong here, one sentence each. */
  readonly problems: readonly string[];
  readonly targets: readonly Target[];
  readonly text: string;
};

/** Where the visitor looks on the map, and where the map is on the screen. */
export type MapPlace = {
  readonly camera: { readonly lat: number; readonly lon: number; readonly zoom: number };
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type Crawler = {
  readonly home: () => Promise<void>;
  /** Presses a button of the page and waits until what it leads to stands. @throws where it is another button */
  readonly press: (press: Press) => Promise<void>;
  /** Looks at what stands now. The buttons have been tried out afterwards: leave the page. */
  readonly look: () => Promise<Look>;
  /** Each page behind a button of the page that stands, and back again. */
  readonly visit: (presses: readonly Press[]) => Promise<readonly Look[]>;
  /**
   * Opens towns from the page that stands, from one to the next: their neighbours are buttons on their pages.
   *
   * @param codes towns to be opened
   * @returns of those that were found on the way
   */
  readonly wander: (codes: readonly string[]) => Promise<readonly Look[]>;
  readonly route: () => Route;
  readonly mapPlace: () => MapPlace | null;
};

declare global {
  interface Window {
    crawler?: Crawler;
    /** What is on its way. The protocol holds a promise only weakly, and a long walk collects much garbage. */
    crawlerHolds?: Promise<unknown>;
  }
}

/** Installs `window.crawler`. Evaluated in the page, so everything it needs is inside. */
export function installCrawler(): void {
  type Place = {
    readonly id: number;
    readonly route: Route;
    readonly layer?: object;
    readonly kept: Map<string, unknown>;
  };
  type Hook = {
    readonly queue?: { readonly getSnapshot?: () => unknown } | null;
    readonly next: Hook | null;
  };
  type Fiber = {
    readonly return: Fiber | null;
    readonly memoizedState: Hook | null;
    readonly memoizedProps: { readonly onPress?: () => void };
  };
  const MOST_MS = 5_000;
  /** Leads nowhere and changes the words on every button. */
  const SETTING = /やさしい日本語/;
  /** The trail keeps no more places than a few above this. */
  const MOST_DEEP = 40;

  const fiberOf = (element: Element): Fiber => {
    const name = Object.keys(element).find((key) => key.startsWith('__reactFiber$'));
    return (element as unknown as Record<string, Fiber>)[name ?? ''] as Fiber;
  };
  const isTrail = (value: unknown): value is readonly Place[] =>
    Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && 'route' in value[0];

  /** The function by which the frame reads the trail; it says what is true now, drawn or not. */
  const trail = ((): (() => readonly Place[]) => {
    const frame = document.querySelector('.frame');
    if (frame === null) throw new Error('no frame');
    for (let fiber: Fiber | null = fiberOf(frame); fiber !== null; fiber = fiber.return) {
      const first = fiber.memoizedState;
      if (first === null || typeof first !== 'object' || !('queue' in first)) continue;
      for (let hook: Hook | null = first; hook !== null; hook = hook.next) {
        const snapshot = hook.queue?.getSnapshot;
        if (snapshot !== undefined && isTrail(snapshot())) return snapshot as () => readonly Place[];
      }
    }
    throw new Error('the frame watches no trail');
  })();
  const last = (): Place => trail().at(-1) as Place;

  const ways = (): readonly HTMLButtonElement[] => [
    ...document.querySelectorAll<HTMLButtonElement>('nav.frame-ways button'),
  ];
  /** What the back button does, to try buttons out without drawing what they lead to. */
  let goBack: (() => void) | undefined;
  const rememberBack = (): void => {
    const [, back] = ways();
    if (back !== undefined) goBack ??= fiberOf(back).return?.memoizedProps.onPress;
  };

  const root = (): Element =>
    document.querySelector('main.layer') ?? document.querySelector('.frame-main') ?? document.body;
  const buttons = (): readonly HTMLButtonElement[] =>
    [...root().querySelectorAll('button')].filter(
      (button) =>
        !button.disabled &&
        button.ariaDisabled !== 'true' &&
        button.closest('dialog, .scroll-rail') === null &&
        !SETTING.test(button.textContent ?? '') &&
        button.checkVisibility(),
    );
  const textOf = (button: HTMLElement): string => (button.ariaLabel ?? button.textContent ?? '').trim();

  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  async function standing(): Promise<readonly string[]> {
    const untilMs = performance.now() + MOST_MS;
    for (;;) {
      await pause();
      const coming = document.querySelector('#screen :is(.skeleton, [aria-busy="true"])');
      if (coming === null && document.querySelector('h1') !== null) return [];
      if (performance.now() > untilMs) return [`does not stand after ${MOST_MS} ms`];
    }
  }

  async function press({ index, text }: Press): Promise<void> {
    const button = buttons()[index];
    // How much lies behind a button may have been added to its words since.
    if (button === undefined || !textOf(button).startsWith(text))
      throw new Error(
        `no button ${index} 「${text}」 on ${JSON.stringify(last().route)}, but 「${button ? textOf(button) : ''}」`,
      );
    button.click();
    await standing();
    rememberBack();
  }

  async function home(): Promise<void> {
    if (goBack === undefined && trail().length === 1) {
      // Home has no way back; it is learnt on the first page that has one.
      buttons()[0]?.click();
      await standing();
      rememberBack();
    }
    ways()[0]?.click();
    await standing();
  }

  function tryOut(button: HTMLButtonElement, index: number): Target {
    const was = trail();
    const text = textOf(button);
    button.click();
    const now = trail();
    const [before, after] = [was.at(-1) as Place, now.at(-1) as Place];
    const { route } = after;
    if (now === was) return { index, text, kind: 'action', route };
    if (after.id === before.id) return { index, text, kind: 'replace', route };
    goBack?.();
    return { index, text, kind: after.layer === undefined ? 'go' : 'layer', route };
  }

  /** A button is touched in its middle; what else lies there would take the touch. */
  function isCovered(button: HTMLElement): boolean {
    const { left, top, width, height } = button.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit === null || !button.contains(hit);
  }

  function problems(): readonly string[] {
    const found: string[] = [];
    if (document.querySelector('#screen .refusal') !== null) found.push('refused');
    if (document.querySelectorAll('h1').length !== 1)
      found.push(`${document.querySelectorAll('h1').length} headings of level 1`);
    const back = ways();
    if (last().route.page !== 'home' && (back.length !== 2 || back.some(isCovered)))
      found.push('no way back');
    for (const picture of document.images)
      if (picture.complete && picture.naturalWidth === 0 && picture.loading !== 'lazy')
        found.push(`picture does not load: ${picture.src}`);
    return found;
  }

  async function look(): Promise<Look> {
    const late = await standing();
    const { route } = last();
    const wrong = [...late, ...problems()];
    const text = (root() as HTMLElement).innerText;
    const targets = buttons().map(tryOut);
    const on = targets.some(({ kind, route: to }) => kind !== 'layer' && to.page !== 'home');
    return { route, problems: on ? wrong : [...wrong, 'no way on'], targets, text };
  }

  /** The list has changed while the visitor was on a page of it. */
  function lost({ text }: Press, error: unknown): Look {
    return {
      route: last().route,
      problems: [`「${text}」 is gone: ${String(error)}`],
      targets: [],
      text: '',
    };
  }

  async function visit(presses: readonly Press[]): Promise<readonly Look[]> {
    const from = last().id;
    const looks: Look[] = [];
    for (const one of presses) {
      const seen = await press(one).then(look, (error: unknown) => lost(one, error));
      if (last().id !== from) ways()[1]?.click();
      await standing();
      const returned = last().id === from;
      looks.push(returned ? seen : { ...seen, problems: [...seen.problems, 'back leads elsewhere'] });
      if (!returned) break;
    }
    return looks;
  }

  async function wander(codes: readonly string[]): Promise<readonly Look[]> {
    const wanted = new Set(codes);
    const looks: Look[] = [];
    const from = async (depth: number): Promise<Look> => {
      const { id } = last();
      const seen = await look();
      for (const { kind, route, text } of seen.targets) {
        if (kind !== 'go' || route.page !== 'town' || depth > MOST_DEEP || !wanted.delete(route.code))
          continue;
        // Trying out has opened lists on this page: the button is found by its words.
        const index = buttons().findIndex((button) => textOf(button) === text);
        const opened = await press({ index, text }).then(
          () => from(depth + 1),
          (error: unknown) => lost({ index, text }, error),
        );
        looks.push(opened);
        if (last().id !== id) ways()[1]?.click();
        await standing();
        if (last().id === id) continue;
        looks.push({ ...opened, problems: ['back leads elsewhere'] });
        break;
      }
      return seen;
    };
    await from(0);
    return looks;
  }

  function mapPlace(): MapPlace | null {
    const camera = last().kept.get('camera') as MapPlace['camera'] | undefined;
    const sea = document.querySelector('.map-sea');
    if (camera === undefined || sea === null) return null;
    const { left, top, width, height } = sea.getBoundingClientRect();
    return { camera, left, top, width, height };
  }

  const held =
    <Given extends readonly unknown[], Found>(walk: (...given: Given) => Promise<Found>) =>
    (...given: Given): Promise<Found> => {
      const found = walk(...given);
      window.crawlerHolds = found;
      return found;
    };
  window.crawler = {
    home: held(home),
    press: held(press),
    look: held(look),
    visit: held(visit),
    wander: held(wander),
    route: () => last().route,
    mapPlace,
  };
}
