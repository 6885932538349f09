import { theme } from 'antd';
import { describe, expect, it } from 'vitest';
import { antdTheme, type Shade } from './tokens';

/** WCAG 2.1: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

describe('the words on a filled button', () => {
  it.each<Shade>(['light', 'dark'])('are read in each of its states, %s', (shade) => {
    const { algorithm, token, components } = antdTheme(shade, true);
    const is = theme.getDesignToken({ algorithm, token });
    const words = String(components?.Button?.dangerColor);
    for (const ground of [is.colorError, is.colorErrorHover, is.colorErrorActive])
      expect(contrast(words, ground), ground).toBeGreaterThanOrEqual(4.5);
    for (const ground of [is.colorPrimary, is.colorPrimaryHover, is.colorPrimaryActive])
      expect(contrast('#ffffff', ground), ground).toBeGreaterThanOrEqual(4.5);
  });
});
