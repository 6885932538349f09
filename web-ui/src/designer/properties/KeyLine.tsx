import { Input } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../i18n';
import { keyProblem, takenKeys } from '../document/keys';
import { renamedAt } from '../document/operations';
import type { Path } from '../document/containers';
import { useDesigner } from '../useDesigner';
import { useTheirs } from '../useOthers';
import { usePublishedKeys } from '../usePublishedKeys';
import { Line } from './parts';

/** The key of a field. Once it is published it never changes: values, links and expressions go by it. */
export function KeyLine({ path }: { path: Path }) {
  const t = useText();
  const id = useId();
  const { studio, document } = useDesigner();
  const published = usePublishedKeys(studio.place);
  const theirs = useTheirs(studio.place, document);
  const subform = path.includes('.') ? path.split('.')[0] : undefined;
  const key = path.split('.').at(-1) ?? '';
  const [typed, setTyped] = useState(key);
  const taken = new Set([...takenKeys(document, subform)].filter((each) => each !== key));
  const problem = keyProblem(typed, taken);
  const fixed = published === undefined || published.has(path);
  const keep = () => {
    if (typed === key) return;
    if (problem) return setTyped(key);
    const next = subform === undefined ? typed : `${subform}.${typed}`;
    studio.change(t('designer.did.rename', { from: key, to: typed }), (form) => renamedAt(form, path, typed, theirs), {
      select: `entry:${next}`,
    });
  };
  return (
    <Line label={t('designer.key')} id={id} hint={t(fixed ? 'designer.keyFixed' : 'designer.keyHint')}>
      <Input
        id={id}
        className="jm-mono"
        value={typed}
        disabled={fixed}
        status={problem && !fixed ? 'error' : ''}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
      {problem && !fixed ? (
        <p className="jm-error" role="alert">
          {t(`designer.keyProblem.${problem}`)}
        </p>
      ) : null}
    </Line>
  );
}
