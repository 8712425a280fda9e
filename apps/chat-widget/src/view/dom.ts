export type Child = Node | string | null | undefined | false;

type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/**
 * Makes an element. Children that are strings become text: nothing here, and nothing elsewhere in the view, reads HTML.
 *
 * @param attributes `onclick` and its like take a function; `true` is an empty attribute, `false` and `undefined` none
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter(isShown));
  return element;
}

function isShown(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Drawn with strokes on a grid of 24 units. */
const icons = {
  send: 'M12 19V5 M6 11l6-6 6 6',
  stop: 'M8 8h8v8H8z',
  copy: 'M9 9h10v10H9z M15 9V5H5v10h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  up: 'M7 11v9H4v-9z M7 11l4-8c2 0 2.6 1.4 2.2 3.2L12.7 9H18c1.3 0 2.2 1.2 1.9 2.5l-1.5 6.7c-.2 1.1-1.2 1.8-2.3 1.8H7',
  down: 'M17 13V4h3v9z M17 13l-4 8c-2 0-2.6-1.4-2.2-3.2l.5-2.8H6c-1.3 0-2.2-1.2-1.9-2.5l1.5-6.7C5.800 4.700 6.800 4 7.900 4H17',
  again: 'M20 11a8 8 0 1 0-2.300 6.300 M20 4v7h-7',
  close: 'M6 6l12 12 M18 6L6 18',
  chat: 'M4 5.500h16v11H10l-4.500 4v-4H4z',
  fresh: 'M12 5v14 M5 12h14',
  erase: 'M5 7h14 M10 7V4.500h4V7 M7 7l1 12.500h8L17 7',
  down_arrow: 'M12 5v14 M6 13l6 6 6-6',
  look: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14z M20 20l-4-4',
} as const;

export type Icon = keyof typeof icons;

export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

/** A button that shows a picture and says its name to those who do not see it. */
export function iconButton(name: Icon, label: string, onclick: () => void, className = 'icon'): HTMLButtonElement {
  return h('button', { type: 'button', class: className, 'aria-label': label, title: label, onclick }, icon(name));
}
