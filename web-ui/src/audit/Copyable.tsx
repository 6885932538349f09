import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useText } from '../i18n';

interface Props {
  text: string;
  /** What it is, for the button's name. */
  name: string;
  /** What is shown of it, where that is not itself. */
  shown?: string;
  /** Only its beginning is shown. */
  short?: boolean;
}

const BEGINNING = 12;

/** A hash or a key: enough of it to compare at a glance, all of it to take along. */
export function Copyable({ text, name, shown = text, short = false }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    void message.success(t('audit.copied'));
  };
  return (
    <span className="jm-copyable">
      <span className="jm-mono">{short ? `${shown.slice(0, BEGINNING)}…` : shown}</span>
      <Button
        size="small"
        type="text"
        icon={<CopyOutlined aria-hidden />}
        aria-label={`${t('audit.copy')}: ${name}`}
        onClick={() => void copy()}
      />
    </span>
  );
}
