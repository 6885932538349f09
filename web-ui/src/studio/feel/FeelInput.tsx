import { ExperimentOutlined } from '@ant-design/icons';
import { Button, Input, Skeleton } from 'antd';
import { Suspense, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { findingText, type Finding } from '../../api';
import { useText } from '../../i18n';
import { lazily } from '../../ui';
import { InsertField } from './InsertField';
import type { FeelName } from './names';
import { useSlips } from './useSlips';
import './feel.css';

const Editor = lazily(async () => (await import('./Editor')).Editor, PlainEditor);
const TryIt = lazily(async () => (await import('./TryIt')).TryIt);

export interface FeelProps {
  /** Names the box for those who hear it. */
  label: string;
  value: string;
  /** What may be named, besides `user` and the functions. */
  names: FeelName[];
  /** Where it is tried. */
  tenant: string;
  /** The type that is wanted, to be said when a try gives another. */
  wants?: string | undefined;
  /** What the last check found here. */
  findings?: Finding[] | undefined;
  placeholder?: string;
  onChange: (text: string) => void;
  ref?: Ref<FeelHandle>;
}

export interface FeelHandle {
  /** Puts a word where the caret stands, and the caret behind it. */
  insert: (word: string) => void;
}

const NONE: Finding[] = [];

/** Without colours and completion, where the editor could not be loaded: what one designs goes on. */
function PlainEditor({ label, value, placeholder = '', onChange, ref }: FeelProps) {
  useImperativeHandle(ref, () => ({ insert: (word) => onChange(`${value}${word}`) }));
  return (
    <Input.TextArea
      className="jm-mono"
      aria-label={label}
      autoSize={{ minRows: 1, maxRows: 6 }}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** An expression: coloured, completed as one writes, with what is wrong beneath it, and to be tried on values. */
export function FeelInput(props: FeelProps) {
  const t = useText();
  const { findings = NONE } = props;
  const slips = useSlips(props.value, props.names, props.tenant);
  const all = [...findings, ...slips.filter(({ code }) => !findings.some((finding) => finding.code === code))];
  const [trying, setTrying] = useState(false);
  const editor = useRef<FeelHandle>(null);
  return (
    <div className="jm-feel">
      <Suspense fallback={<Skeleton.Input active block size="small" />}>
        <Editor {...props} ref={editor} />
      </Suspense>
      {all.map((finding, index) => (
        <p key={index} className={finding.severity === 'warning' ? 'jm-hint' : 'jm-error'} role="alert">
          {findingText(finding)}
        </p>
      ))}
      <div className="jm-row jm-feel-acts">
        <InsertField label={props.label} names={props.names} onInsert={(name) => editor.current?.insert(name)} />
        {props.value.trim() ? (
          <Button
            type="link"
            size="small"
            icon={<ExperimentOutlined aria-hidden />}
            aria-expanded={trying}
            onClick={() => setTrying(!trying)}
          >
            {t('studio.feel.try')}
          </Button>
        ) : null}
      </div>
      {trying && props.value.trim() ? (
        <Suspense fallback={null}>
          <TryIt text={props.value} names={props.names} tenant={props.tenant} wants={props.wants} />
        </Suspense>
      ) : null}
    </div>
  );
}
