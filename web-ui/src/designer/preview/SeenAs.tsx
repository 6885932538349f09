import { Alert } from 'antd';
import { useId } from 'react';
import { problemText } from '../../api';
import { useText } from '../../i18n';
import type { AccessReasons } from '../../studio';
import { PersonOrRole, type Who } from '../../viewing';

interface Props {
  tenant: string;
  who: Who | null;
  reasons: AccessReasons | undefined;
  error: Error | null;
  onChange: (who: Who | null) => void;
}

const COUNTED = ['edit', 'read', 'reveal', 'masked', 'hidden'] as const;

/** Whose eyes the form is tried with, and in short what he gets of it. */
export function SeenAs({ tenant, who, reasons, error, onChange }: Props) {
  const t = useText();
  const id = useId();
  const count = (access: string) => reasons?.fields.filter((field) => field.access === access).length ?? 0;
  const counts = Object.fromEntries(COUNTED.map((access) => [access, count(access)]));
  return (
    <div className="jm-preview-as">
      <label htmlFor={id}>{t('designer.preview.as')}</label>
      <PersonOrRole id={id} tenant={tenant} value={who} onChange={onChange} />
      <p className="jm-hint" role="status">
        {who === null ? t('designer.preview.asHint') : reasons ? t('designer.preview.asCounts', counts) : null}
      </p>
      {error ? <Alert type="error" showIcon message={problemText(error)} /> : null}
      {who !== null && reasons && !reasons.actions.includes('create') ? (
        <Alert type="info" showIcon message={t('designer.preview.asNoCreate')} />
      ) : null}
    </div>
  );
}
