import { Button, Dropdown, Input, type GetRef } from 'antd';
import { useRef } from 'react';
import { useWords } from '../useWords';
import { useFlow } from '../context';
import { titled } from '../model/conditions';
import { local } from '../../i18n';
import { Labelled } from './parts';

interface Props {
  label: string;
  value: string;
  hint?: string;
  /** Fields that the expression may name; those of the form when not given. */
  onChange: (value: string) => void;
}

/** An expression (FEEL) with the form's fields at hand by their titles, and how it reads. */
export function ExpressionInput({ label, value, hint, onChange }: Props) {
  const { t, fieldOf, fieldTitle } = useWords();
  const { fields } = useFlow();
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const put = (key: string) => {
    const element = area.current?.resizableTextArea?.textArea;
    const at = element?.selectionStart ?? value.length;
    onChange(value.slice(0, at) + key + value.slice(element?.selectionEnd ?? at));
    element?.focus();
  };
  const reads = titled(value, (key) => (fieldOf(key) ? fieldTitle(key) : undefined));
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <>
          <Input.TextArea
            ref={area}
            id={id}
            className="jm-mono"
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={value}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
          <span className="jm-row">
            <Dropdown
              trigger={['click']}
              menu={{
                className: 'jm-flow-menu',
                items: fields.map((field) => ({ key: field.key, label: local(field.title, field.key) })),
                onClick: ({ key }) => put(key),
              }}
            >
              <Button size="small" type="link">
                {t('flowDesign.insertField')}
              </Button>
            </Dropdown>
            {reads === value ? null : <span className="jm-hint jm-grow">{reads}</span>}
          </span>
        </>
      )}
    </Labelled>
  );
}
