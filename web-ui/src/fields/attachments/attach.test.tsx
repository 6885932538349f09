import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredFile } from '../../api';
import { i18n } from '../../i18n';
import type { Field } from '../../schema';
import { accessibilityFindings } from '../../testing/axe';
import { renderPage, startMessages } from '../../testing/render';
import { Attach } from './Attach';

const context = { place: { tenant: 'demo', app: 'crm', form: 'customer' } };
const sent: FakeRequest[] = [];

/** Stands for the browser's request until the test answers it. */
class FakeRequest {
  upload: { onprogress?: (event: unknown) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = '';
  address = '';
  headers: Record<string, string> = {};
  body?: FormData;
  open(_method: string, address: string) {
    this.address = address;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: FormData) {
    this.body = body;
    sent.push(this);
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, body: unknown) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

function Editor({ field, onValue }: { field: Field; onValue: (value: StoredFile[] | null) => void }) {
  const [value, setValue] = useState<StoredFile[] | null>([
    { id: 'a1', name: '旧.pdf', bytes: 10, type: 'application/pdf' },
  ]);
  return (
    <>
      <label id="control-label" htmlFor="control">
        合同
      </label>
      <Attach
        id="control"
        field={field}
        value={value ?? undefined}
        context={context}
        onChange={(next) => {
          setValue(next);
          onValue(next);
        }}
      />
    </>
  );
}

function start(more: Partial<Field> = {}) {
  const onValue = vi.fn();
  const field: Field = { key: 'contract', title: '合同', type: 'file', ...more };
  const page = renderPage(<Editor field={field} onValue={onValue} />);
  return { onValue, ...page };
}

describe('attaching files', () => {
  beforeEach(() => {
    sent.length = 0;
    startMessages();
    void i18n.changeLanguage('zh-CN');
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
  });

  it('sends one after the other, shows how far it is, and adds what is there', async () => {
    const { onValue, container } = start();
    const files = [new File(['一'], '一.pdf'), new File(['二'], '二.pdf')];
    fireEvent.change(screen.getByLabelText('合同'), { target: { files } });
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.address).toBe('/api/v1/tenants/demo/files');
    expect(sent[0]?.headers['X-Requested-With']).toBe('jianmi');
    sent[0]?.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 2 });
    expect(await screen.findByText('50%')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);

    sent[0]?.answer(201, { id: 'n1', name: '一.pdf', bytes: 3, type: 'application/pdf' });
    await waitFor(() => expect(sent).toHaveLength(2));
    sent[1]?.answer(201, { id: 'n2', name: '二.pdf', bytes: 3, type: 'application/pdf' });

    await waitFor(() => expect(onValue).toHaveBeenCalledTimes(2));
    expect(onValue.mock.lastCall?.[0].map((one: StoredFile) => one.id)).toEqual(['a1', 'n1', 'n2']);
    expect(screen.getByRole('link', { name: '二.pdf' })).toHaveAttribute('href', '/api/v1/tenants/demo/files/n2');
  });

  it('takes what is dropped and what is pasted', async () => {
    start();
    const box = screen.getByLabelText('合同').closest('.jm-drop');
    if (!box) throw new Error('no box');
    fireEvent.drop(box, { dataTransfer: { files: [new File(['x'], '拖.pdf')] } });
    await waitFor(() => expect(sent).toHaveLength(1));
    fireEvent.paste(box, { clipboardData: { files: [new File(['x'], '贴.png')] } });
    await waitFor(() => expect(sent).toHaveLength(2));
  });

  it('says in words why a file was refused and keeps the others', async () => {
    const { onValue } = start();
    fireEvent.change(screen.getByLabelText('合同'), { target: { files: [new File(['x'], '坏.exe')] } });
    await waitFor(() => expect(sent).toHaveLength(1));
    sent[0]?.answer(422, { code: 'file.type-refused' });
    expect(await screen.findByRole('alert')).toHaveTextContent('不接受程序');
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(onValue).not.toHaveBeenCalled();
  });

  it('sends nothing that is too large or too many', async () => {
    start({ maxBytes: 2, maxFiles: 2 });
    fireEvent.change(screen.getByLabelText('合同'), { target: { files: [new File(['xxx'], '大.pdf')] } });
    expect(await screen.findByRole('alert')).toHaveTextContent('文件太大');
    expect(sent).toHaveLength(0);
  });

  it('takes a file away', () => {
    const { onValue } = start();
    fireEvent.click(screen.getByRole('button', { name: '移除 旧.pdf' }));
    expect(onValue).toHaveBeenCalledWith([]);
  });
});
