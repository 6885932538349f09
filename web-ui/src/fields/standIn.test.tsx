import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage, startMessages } from '../testing/render';
import { FieldInput, fieldTypes } from './index';

const context = { place: { tenant: 'demo', app: 'crm', form: 'customer' } };
const field = (type: string, more = {}) => ({ key: 'value', title: '字段', type, ...more });

/** What the page would be told by the browser: this element is near the window now. */
let come: (target: Element) => void = () => undefined;

class Watch {
  static targets = new Set<Element>();
  constructor(told: (entries: { isIntersecting: boolean; target: Element }[]) => void) {
    come = (target) => (Watch.targets.has(target) ? told([{ isIntersecting: true, target }]) : undefined);
  }
  observe = (target: Element) => Watch.targets.add(target);
  unobserve = (target: Element) => Watch.targets.delete(target);
}

const late = (type: string, value?: unknown, more = {}) => (
  <>
    <label htmlFor="control">字段</label>
    <FieldInput
      late
      id="control"
      field={field(type, more)}
      value={value}
      original={value}
      replaceable={false}
      context={context}
      onChange={vi.fn()}
      invalid
    />
  </>
);

const standIn = (container: HTMLElement) => container.querySelector<HTMLElement>('.jm-stand-in');

beforeEach(() => {
  startMessages();
  vi.stubGlobal('IntersectionObserver', Watch);
});
afterEach(() => vi.unstubAllGlobals());

describe('a control far out of sight', () => {
  it('is a plain line that shows its value, bears its name and says what is wrong', () => {
    renderPage(late('number', '1234.5'));
    const line = screen.getByLabelText('字段');
    expect(line).toHaveClass('jm-stand-in');
    expect(line).toHaveValue('1,234.5');
    expect(line).toBeInvalid();
  });

  it('is drawn when it comes near', () => {
    const { container } = renderPage(late('text', '王小明'));
    act(() => come(standIn(container) as Element));
    expect(standIn(container)).toBeNull();
    expect(screen.getByLabelText('字段')).toHaveValue('王小明');
    expect(Watch.targets.size).toBe(0);
  });

  it('takes the keyboard on to the control when it is reached', () => {
    const { container } = renderPage(late('text'));
    fireEvent.focus(standIn(container) as Element);
    expect(standIn(container)).toBeNull();
    expect(screen.getByLabelText('字段')).toHaveFocus();
  });

  it('shows chosen options by their titles', () => {
    renderPage(late('multi-choice', ['A', 'B'], { options: [{ value: 'A', title: '重点' }, { value: 'B' }] }));
    expect(screen.getByLabelText('字段')).toHaveValue('重点、B');
  });

  it('is drawn at once where more than text is to be seen', () => {
    const { container } = renderPage(late('address', '北京市朝阳区建国路 1 号'));
    expect(standIn(container)).toBeNull();
    expect(screen.getByLabelText('字段')).toHaveValue('北京市朝阳区建国路 1 号');
  });

  it.each(fieldTypes.filter((type) => type.standIn).map((type) => type.type))('waits while %s is empty', (type) => {
    const { container } = renderPage(late(type));
    expect(standIn(container)).toHaveAttribute('id', 'control');
  });
});
