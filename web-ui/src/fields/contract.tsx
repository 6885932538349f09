import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { i18n, LOCALES, type MessageTree } from '../i18n';
import type { Field } from '../schema';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { serve } from '../testing/server';
import type { FieldType } from './defineField';
import { FieldCell } from './FieldCell';
import { FieldInput } from './FieldInput';
import { findingsOf, wireValue } from './wire';

const context = { place: { tenant: 'demo', app: 'crm', form: 'customer' } };

/** The suite that every field type passes. */
export function fieldContract(type: FieldType): void {
  const field: Field = { key: 'value', title: '字段', type: type.type, ...type.examples.field };
  const example = type.examples.value;

  describe(`field type ${type.type}`, () => {
    it('shows its value in a list and on a page', async () => {
      start();
      renderPage(
        <>
          <FieldCell field={field} value={example} context={context} />
          <FieldCell field={field} value={example} context={context} detail />
        </>,
      );
      expect((await screen.findAllByText(type.examples.shown)).length).toBeGreaterThan(0);
    });

    it('says empty in words and shows no blank cell', () => {
      start();
      const { container } = renderPage(<FieldCell field={field} value={null} context={context} />);
      expect(container).toHaveTextContent('空');
    });

    it('accepts its own example', () => {
      expect(findingsOf(field, example)).toEqual([]);
    });

    it('renders an input that can be used without a mouse and is accessible', async () => {
      start();
      const { container } = renderPage(
        <Editor field={field} initial={example} original={example} replaceable={false} />,
      );
      expect(container.querySelector('#control')).not.toBeNull();
      expect(await accessibilityFindings(container)).toEqual([]);
    });

    it('never writes a mask back', () => {
      expect(wireValue(field, { masked: '***' })).toBeUndefined();
    });

    it('shows a withheld value as its mask, without any control that could edit it', () => {
      start();
      const { container } = renderPage(
        <Editor
          field={field}
          initial={{ masked: '138****5678' }}
          original={{ masked: '138****5678' }}
          replaceable={false}
        />,
      );
      expect(screen.getByText('138****5678')).toBeInTheDocument();
      expect(container.querySelector('input, textarea, button')).toBeNull();
    });

    it('replaces a withheld value as a whole, and only so', () => {
      start();
      const changed = vi.fn();
      renderPage(
        <FieldInput
          id="control"
          field={field}
          value={{ masked: '***' }}
          original={{ masked: '***' }}
          replaceable
          context={context}
          onChange={changed}
        />,
      );
      fireEvent.click(screen.getByRole('button', { name: '替换 字段' }));
      expect(changed).toHaveBeenCalledWith({ replace: null });
      expect(wireValue(field, { replace: example })).toEqual({ replace: wireValue(field, example) });
    });

    it.each(LOCALES)('has a name in %s', (locale) => {
      const names = type.messages[locale]['fieldType'] as MessageTree;
      expect(names[type.type]).toBeTruthy();
    });
  });
}

function start(): void {
  startMessages();
  void i18n.changeLanguage('zh-CN');
  serve({
    'GET /tenants/demo/members': { items: [{ id: 'm1', name: '李雷' }], next: null },
    'GET /regions/china.json': { divisions: { 440000: '广东省', 440300: '深圳市', 440305: '南山区' } },
    'GET /tenants/demo/purposes': { items: [], next: null },
    'GET /tenants/demo/departments': { items: [{ id: 'd1', name: '华北销售部' }], next: null },
  });
}

function Editor({
  field,
  initial,
  original,
  replaceable,
}: {
  field: Field;
  initial: unknown;
  original: unknown;
  replaceable: boolean;
}) {
  const [value, setValue] = useState(initial);
  return (
    <div>
      <label id="control-label" htmlFor="control">
        字段
      </label>
      <FieldInput
        id="control"
        field={field}
        value={value}
        original={original}
        replaceable={replaceable}
        context={context}
        onChange={setValue}
      />
    </div>
  );
}
