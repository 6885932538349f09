import { CodeOutlined, EyeOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../i18n';
import { useDesigner } from './useDesigner';

interface Props {
  onPreview: () => void;
  json: boolean;
  onJson: () => void;
}

/** What concerns the form as a whole, above it. */
export function DesignerTools({ json, onPreview, onJson }: Props) {
  const t = useText();
  const { findings, select, document } = useDesigner();
  const count = [...findings.values()].flat().length;
  return (
    <div className="jm-designer-tools" role="toolbar" aria-label={t('designer.tools')}>
      <span className="jm-hint">{t('designer.fields', { count: document.fields.length })}</span>
      <span className="jm-grow" />
      {count > 0 ? (
        <Button size="small" type="text" icon={<WarningOutlined aria-hidden />} onClick={() => select({ is: 'form' })}>
          {t('designer.findings', { count })}
        </Button>
      ) : null}
      <Button size="small" type="text" aria-pressed={json} icon={<CodeOutlined aria-hidden />} onClick={onJson}>
        JSON
      </Button>
      <Button size="small" type="text" icon={<EyeOutlined aria-hidden />} onClick={onPreview}>
        {t('designer.preview.open')}
      </Button>
    </div>
  );
}
