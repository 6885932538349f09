import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useLocale, useText } from '../i18n';
import { topics as en } from './en';
import { topicOf } from './topics';
import { topics as zh } from './zh';
import './help.css';

interface Props {
  pathname: string;
  onClose: () => void;
}

/** Help about the page beside it: the page stays in use, and help follows to the next one. */
export function HelpPanel({ pathname, onClose }: Props) {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  const topic = (useLocale() === 'en' ? en : zh)[topicOf(pathname)];
  useEffect(() => panel.current?.focus(), []);
  const everywhere: [string, string][] = [
    ['/', t('help.search')],
    ['Ctrl K', t('help.search')],
    ['?', t('help.toggle')],
  ];
  return (
    // Escape closes it from within; from the page it would take the key from what is open there.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      className="jm-help"
      aria-label={t('help.label')}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="jm-row">
        <h2 className="jm-grow">{topic.title}</h2>
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('help.close')} onClick={onClose} />
      </div>
      {topic.about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {topic.keys ? <Keys title={t('help.here')} keys={topic.keys} /> : null}
      <Keys title={t('help.everywhere')} keys={everywhere} />
    </aside>
  );
}

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
