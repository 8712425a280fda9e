const REMEMBERED_MAX = 8;
/** What had the focus, the last one first. */
let focused: readonly HTMLElement[] = [];

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement) focused = [target, ...focused.filter((element) => element !== target)].slice(0, REMEMBERED_MAX);
});

/**
 * Gives the focus to what had it last, is still there, and is not in `container`. Not to what had it when the container came: a
 * dialog that a menu opens may be there before the menu has given the focus back to its button. Where something else has taken
 * the focus meanwhile, such as another page, it stays there.
 */
export function focusLastOutside(container: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement !== document.body && !container?.contains(activeElement)) return;
  focused.find((element) => element.isConnected && !container?.contains(element))?.focus();
}
