import { AppstoreOutlined, QuestionCircleOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../i18n';
import { useFormStudio } from '../studio';
import { Cards } from './cards/Cards';
import { Matrix } from './matrix/Matrix';
import { Why } from './why/Why';
import './permissions.css';

/** Who may do what with which records and fields: a card per group, all fields by all groups, and why somebody has what he has. */
export function PermissionsPage() {
  const t = useText();
  const { studio, checked } = useFormStudio();
  const [parameters, setParameters] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const matrix = parameters.get('view') === 'matrix';
  return (
    <div className="jm-permissions">
      <div className="jm-permissions-head">
        <h2>{t('permissions.title')}</h2>
        <span className="jm-grow" />
        <Segmented
          value={matrix ? 'matrix' : 'cards'}
          onChange={(view) => setParameters(view === 'matrix' ? { view } : {}, { replace: true })}
          aria-label={t('permissions.viewBy')}
          options={[
            { value: 'cards', label: t('permissions.cards'), icon: <AppstoreOutlined aria-hidden /> },
            { value: 'matrix', label: t('permissions.matrix'), icon: <TableOutlined aria-hidden /> },
          ]}
        />
        <Button icon={<QuestionCircleOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('permissions.why.open')}
        </Button>
      </div>
      {matrix ? (
        <Matrix studio={studio} />
      ) : (
        <Cards studio={studio} findings={checked.findings ?? []} opened={parameters.get('group')} />
      )}
      <Why studio={studio} open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}
