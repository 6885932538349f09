import { lazy, Suspense } from 'react';
import { local } from '../../i18n';
import { richText } from '../../schema';
import type { InputProps } from '../defineField';
import { Detail } from './Detail';
import './richText.css';

/** The editor is half as large as everything else together, and most forms have none. */
const Editor = lazy(async () => ({ default: (await import('./Editor')).Editor }));

export function Input(props: InputProps<string>) {
  const { id, field, value, context, disabled } = props;
  if (disabled) {
    return <div id={id}>{value ? <Detail field={field} value={value} context={context} /> : '–'}</div>;
  }
  const waiting = <div id={id} className="jm-rich-box jm-rich-waiting" aria-busy aria-hidden />;
  return (
    <Suspense fallback={waiting}>
      <Editor {...props} label={local(field.title, field.key)} html={richText(value ?? '').html} />
    </Suspense>
  );
}
