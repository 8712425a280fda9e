type Rgb = readonly [number, number, number];

/** The grounds that text in the accent's colour is read on: see chat.css. */
const LIGHT_GROUND: Rgb = [247, 247, 245];
const DARK_GROUND: Rgb = [30, 33, 38];
/** WCAG 2.2, 1.4.3. */
const CONTRAST_MIN = 4.6;

/**
 * Takes an agent's colour on: as it is where it can be read, a little darker or lighter where it could not.
 *
 * @param accent `#rrggbb`; anything else leaves the colours of the style sheet
 */
export function applyAccent(element: HTMLElement, accent: string | undefined): void {
  const rgb = parse(accent);
  if (!rgb) return;
  element.style.setProperty('--salient-accent-light', css(readable(rgb, LIGHT_GROUND, [0, 0, 0])));
  element.style.setProperty('--salient-accent-dark', css(readable(rgb, DARK_GROUND, [255, 255, 255])));
}

function parse(text: string | undefined): Rgb | undefined {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '') ?? [];
  return red ? [Number.parseInt(red, 16), Number.parseInt(green!, 16), Number.parseInt(blue!, 16)] : undefined;
}

function readable(colour: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = colour.map((part, index) => part + (towards[index]! - part) * share) as unknown as Rgb;
    if (contrast(mixed, ground) >= CONTRAST_MIN) return mixed;
  }
  return towards;
}

function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance: WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function css(colour: Rgb): string {
  return `rgb(${colour.map(Math.round).join(' ')})`;
}
