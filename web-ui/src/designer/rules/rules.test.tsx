import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { EditorView } from '@codemirror/view';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import type { FormDocument, Studio } from '../../studio';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { byConcern } from '../document/findings';
import { DesignerProvider, type Designer } from '../useDesigner';
import { useFormDesigner } from '../useFormDesigner';
import { RuleList } from './RuleList';

const form: FormDocument = {
  kind: 'form',
  key: 'order',
  title: '订单',
  fields: [
    { key: 'amount', type: 'number', title: '金额' },
    { key: 'twice', type: 'number', title: '两倍', formula: 'amount * 2' },
    { key: 'note', type: 'text', title: '备注', sensitivity: { level: 'internal' } },
  ],
  layout: [{ columns: 2, fields: ['amount', 'twice', 'note'] }],
  rules: [
    { when: 'amount > 5', show: ['note'] },
    { when: 'string length(noet) > 5', require: ['amount'] },
  ],
};
const found = [
  { code: 'expression.unknown-name', severity: 'error' as const, pointer: '/rules/1/when', params: { name: 'noet' } },
];

function Held({ children }: { children: (designer: Designer) => React.ReactNode }) {
  const [document, setDocument] = useState(form);
  const studio = {
    place: { kind: 'forms', tenant: 'demo', app: 'crm', key: 'order' },
    document,
    selection: null,
    select: () => undefined,
    change: (_: string, recipe: (form: FormDocument) => FormDocument) => setDocument(recipe),
    saving: 'saved',
    revision: 1,
  } as unknown as Studio<FormDocument>;
  const { designer } = useFormDesigner(studio, found, () => undefined);
  return (
    <DesignerProvider value={{ ...designer, findings: byConcern(document, found) }}>
      {children(designer)}
    </DesignerProvider>
  );
}

beforeEach(() => startMessages());

it('what is wrong with a rule leads to it, and is told at the place; what is written wrongly is told as one writes', async () => {
  const asked = serve({
    'POST /tenants/demo/expressions/evaluate': new Refusal(422, {
      code: 'expression.invalid',
      errors: [{ code: 'expression.syntax', pointer: '/expression' }],
    }),
  });
  renderPage(<Held>{() => <RuleList />}</Held>);
  expect(screen.getByText('金额 大于 5')).toBeVisible();
  expect(screen.getByText('string length(noet) > 5')).toBeVisible();
  fireEvent.click(screen.getByRole('button', { name: /没有名为“noet”的字段/ }));
  const dialog = await screen.findByRole('dialog');
  const box = await within(dialog).findByLabelText('条件', { selector: '.cm-content' }, { timeout: 30_000 });
  expect(within(dialog).getByText('没有名为“noet”的字段或名称。')).toBeVisible();
  const write = (insert: string) => {
    const editor = EditorView.findFromDOM(box as HTMLElement);
    editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert } });
  };
  write('amount > 5 and totl = 3');
  expect(await within(dialog).findByText('没有名为“totl”的字段或名称。')).toBeVisible();
  expect(within(dialog).queryByText(/noet/, { selector: '.jm-error' })).toBeNull();
  write('amount >> 5');
  expect(await within(dialog).findByText('表达式写法有误。')).toBeVisible();
  expect(asked.filter(({ path }) => path.endsWith('/evaluate'))).toHaveLength(1);
}, 60_000);

it('a field that others name is not taken away unheard', async () => {
  serve({});
  renderPage(
    <Held>
      {({ remove }) => (
        <>
          <button onClick={() => remove('amount')}>金额</button>
          <button onClick={() => remove('note')}>备注</button>
        </>
      )}
    </Held>,
  );
  fireEvent.click(screen.getByRole('button', { name: '备注' }));
  fireEvent.click(screen.getByRole('button', { name: '金额' }));
  await waitFor(() => expect(screen.getByText(/^“金额”已删除，但还用在“两倍”/)).toBeVisible());
  expect(screen.queryByText(/^“备注”已删除/)).toBeNull();
});

it('a rule that goes with the only field it acts on is told', async () => {
  serve({});
  renderPage(<Held>{({ remove }) => <button onClick={() => remove('note')}>备注</button>}</Held>);
  fireEvent.click(screen.getByRole('button', { name: '备注' }));
  expect(await screen.findByText(/^只作用于“备注”的 1 条规则也一并删除/)).toBeVisible();
});
