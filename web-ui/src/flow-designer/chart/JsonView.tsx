import { Button, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n';
import { useFlow } from '../context';
import { asFlow } from '../model/document';
import { Labelled } from '../panel/parts';
import './chart.css';

/** The definition as it is stored; what is typed here becomes one change that can be undone. */
export function JsonView() {
  const t = useText();
  const { flow, change } = useFlow();
  const stored = JSON.stringify(flow, null, 2);
  const [typed, setTyped] = useState<string>();
  const text = typed ?? stored;
  const parsed = read(text);
  const apply = () => {
    if (parsed === undefined) return;
    change(t('flowDesign.did.json'), () => asFlow({ ...parsed, key: flow.key, form: flow.form }));
    setTyped(undefined);
  };
  return (
    <div className="jm-flow-json">
      <Labelled label={t('flowDesign.view.json')} hint={t('flowDesign.json.hint')}>
        {(id) => (
          <Input.TextArea
            id={id}
            className="jm-mono"
            value={text}
            spellCheck={false}
            data-own-undo
            autoSize={{ minRows: 16, maxRows: 30 }}
            status={parsed === undefined ? 'error' : ''}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Labelled>
      {parsed === undefined ? (
        <p className="jm-error" role="alert">
          {t('flowDesign.json.broken')}
        </p>
      ) : null}
      <div className="jm-row">
        <Button
          type="primary"
          disabled={typed === undefined || typed === stored || parsed === undefined}
          onClick={apply}
        >
          {t('flowDesign.json.apply')}
        </Button>
        <Button disabled={typed === undefined} onClick={() => setTyped(undefined)}>
          {t('flowDesign.json.discard')}
        </Button>
      </div>
    </div>
  );
}

function read(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
