import axe from 'axe-core';

/** WCAG A and AA findings as text; empty when clean. Colours are checked on the real pages: jsdom does not paint. */
export async function accessibilityFindings(element: Element): Promise<string[]> {
  const result = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return result.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(', ')}`,
  );
}
