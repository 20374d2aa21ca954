/**
 * What can be seen to be wrong with a screen by measuring it: words past the edge, words cut off,
 * targets too small, text too small. Used by the tour; reports, never changes anything.
 */

/** Smallest target and smallest text, in CSS pixels. */
const LEAST_TARGET = 64;
const LEAST_TEXT = 20;

/** Rounding of fractional layout; less is not a fault. */
const SLACK = 1.5;

/** @returns one sentence per fault, empty when all is well */
export function auditScreen(page: Document): readonly string[] {
  const view = page.defaultView;
  const root = page.getElementById('screen');
  if (view === null || root === null) return ['there is no screen'];
  const elements = [...root.querySelectorAll<HTMLElement>('*')].filter(isSeen);
  const texts = elements.filter(hasText);
  return [
    ...elements.filter((element) => element.matches('button')).flatMap(targetFaults),
    ...texts.flatMap((element) => edgeFaults(element, view)),
    ...texts.flatMap((element) => cutFaults(element, root)),
    ...texts.flatMap((element) => sizeFaults(element, view)),
  ];
}

function isSeen(element: HTMLElement): boolean {
  if (element.closest('svg, .only-for-voice, rp') !== null) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility();
}

function hasText(element: HTMLElement): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
  );
}

function targetFaults(button: HTMLElement): string[] {
  const { width, height } = button.getBoundingClientRect();
  const small = width < LEAST_TARGET - SLACK || height < LEAST_TARGET - SLACK;
  return small ? [`target ${Math.round(width)}×${Math.round(height)}: ${told(button)}`] : [];
}

function edgeFaults(element: HTMLElement, view: Window): string[] {
  const { left, right } = element.getBoundingClientRect();
  const past = Math.max(-left, right - view.innerWidth);
  return past > SLACK ? [`${Math.round(past)} px past the edge: ${told(element)}`] : [];
}

/** Words that reach out of a box that clips without scrolling, or that are cut by dots. */
function cutFaults(element: HTMLElement, root: HTMLElement): string[] {
  const own = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  for (let box: HTMLElement | null = element; box !== null && box !== root; box = box.parentElement) {
    const { overflowX, overflowY } = view?.getComputedStyle(box) ?? { overflowX: '', overflowY: '' };
    const scrolls = /auto|scroll/.test(overflowX + overflowY);
    if (scrolls) return [];
    if (!/hidden|clip/.test(overflowX + overflowY)) continue;
    const cut =
      box === element
        ? Math.max(box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight)
        : outside(own, box.getBoundingClientRect());
    if (cut > SLACK) return [`cut off by ${Math.round(cut)} px: ${told(element)}`];
  }
  return [];
}

function outside(inner: DOMRect, outer: DOMRect): number {
  return Math.max(
    outer.left - inner.left,
    inner.right - outer.right,
    outer.top - inner.top,
    inner.bottom - outer.bottom,
  );
}

function sizeFaults(element: HTMLElement, view: Window): string[] {
  // The reading above a name follows the name's size.
  if (element.closest('rt') !== null) return [];
  const size = Number.parseFloat(view.getComputedStyle(element).fontSize);
  return size < LEAST_TEXT - 0.1 ? [`text of ${size} px: ${told(element)}`] : [];
}

function told(element: HTMLElement): string {
  const name = element.className === '' ? element.tagName.toLowerCase() : element.className.split(' ')[0];
  return `${name} 「${(element.textContent ?? '').trim().slice(0, 20)}」`;
}
