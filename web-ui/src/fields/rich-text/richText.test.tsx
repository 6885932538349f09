import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { renderPage, startMessages } from '../../testing/render';
import { FieldCell, FieldInput, findingsOf, sameValue, wireValue } from '../index';

const context = { place: { tenant: 'demo', app: 'crm', form: 'customer' } };
const field = { key: 'story', title: '经过', type: 'rich-text', maxLength: 10 };

beforeEach(() => {
  startMessages();
});

describe('rich text on a page', () => {
  it('is read as elements of the allowed kinds only', () => {
    const { container } = renderPage(
      <FieldCell
        field={field}
        value='<h2>题</h2><p><a href="https://example.com/">文</a></p><ol start="3"><li>三</li></ol>'
        context={context}
        detail
      />,
    );
    expect(screen.getByRole('link', { name: '文' })).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    expect(screen.getByRole('heading', { name: '题', level: 5 })).toBeInTheDocument();
    expect(container.querySelector('ol')).toHaveAttribute('start', '3');
  });

  it('shows what should never have been stored as its source, and runs nothing', () => {
    const { container } = renderPage(
      <FieldCell field={field} value='<img src=x onerror="alert(1)"><p>a</p>' context={context} detail />,
    );
    expect(container.querySelector('img')).toBeNull();
    expect(container).toHaveTextContent('onerror');
  });

  it('is a line of words in a list', () => {
    renderPage(<FieldCell field={field} value={`<p>${'字'.repeat(61)}</p>`} context={context} />);
    expect(screen.getByText(`${'字'.repeat(60)}…`)).toBeInTheDocument();
  });
});

describe('rich text as a value', () => {
  it('has the findings of the server', () => {
    expect(findingsOf(field, '<p onclick="x">a</p>')).toEqual([
      { code: 'field.html-forbidden', params: { reason: 'HANDLER' } },
    ]);
    expect(findingsOf(field, '<table><tr><td>a</td></tr></table>')).toEqual([{ code: 'field.html-unsupported' }]);
    expect(findingsOf(field, '<p><strong>1234567890</strong></p>')).toEqual([]);
    expect(findingsOf(field, '<p>12345678901</p>')).toEqual([{ code: 'field.too-long', params: { maxLength: 10 } }]);
  });

  it('is sent in its normal form, and empty paragraphs are no value', () => {
    expect(wireValue(field, '<b>a</b>')).toBe('<p><strong>a</strong></p>');
    expect(wireValue(field, '<p></p>')).toBeNull();
    expect(sameValue(field, '<p></p>', null)).toBe(true);
  });
});

describe('the editor of rich text', () => {
  it('has a name, tools with names, and one stop of the tab key', async () => {
    const { container } = renderPage(<Story initial="<p>一二</p>" />);
    const tools = await screen.findByRole('toolbar', { name: '文字格式' });
    expect(screen.getByRole('textbox', { name: '经过' })).toHaveTextContent('一二');
    const buttons = within(tools).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).not.toContain(null);
    expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(1);
    fireEvent.keyDown(tools, { key: 'ArrowRight' });
    expect(document.activeElement).toHaveAttribute('aria-label', '斜体');
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('gives the markup that the server keeps', async () => {
    const changed = vi.fn();
    renderPage(<Story initial="<p>一二</p>" onChange={changed} />);
    fireEvent.click(await screen.findByRole('button', { name: '一级标题 H1' }));
    await waitFor(() => expect(wireValue(field, changed.mock.lastCall?.[0])).toBe('<h1>一二</h1>'));
    expect(screen.getByRole('button', { name: '一级标题 H1' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('writes out an address, and refuses one that no link may have', async () => {
    const changed = vi.fn();
    renderPage(<Story initial="" onChange={changed} />);
    fireEvent.click(await screen.findByRole('button', { name: '链接' }));
    const address = screen.getByLabelText('链接地址');
    fireEvent.change(address, { target: { value: 'javascript:alert(1)' } });
    fireEvent.keyDown(address, { key: 'Enter' });
    expect(screen.getByRole('alert')).toHaveTextContent('https://');
    expect(changed).not.toHaveBeenCalled();
    fireEvent.change(address, { target: { value: 'example.com' } });
    fireEvent.keyDown(address, { key: 'Enter' });
    await waitFor(() => expect(changed).toHaveBeenCalled());
    expect(wireValue(field, changed.mock.lastCall?.[0])).toBe(
      '<p><a href="https://example.com" rel="noopener noreferrer nofollow">example.com</a></p>',
    );
  });

  it('keeps what others read when it only shows', () => {
    const { container } = renderPage(<Story initial="<p>一二</p>" disabled />);
    expect(container.querySelector('#control')).toHaveTextContent('一二');
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

function Story({
  initial,
  disabled = false,
  onChange = () => undefined,
}: {
  initial: string;
  disabled?: boolean;
  onChange?: (value: unknown) => void;
}) {
  const [value, setValue] = useState<unknown>(initial);
  return (
    <FieldInput
      id="control"
      field={field}
      value={value}
      original={initial}
      replaceable={false}
      context={context}
      disabled={disabled}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}
