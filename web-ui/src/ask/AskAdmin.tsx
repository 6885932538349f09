import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useMembers } from '../api';
import { useText } from '../i18n';
import { PersonName } from '../ui';
import './ask.css';

interface Props {
  tenant: string;
  /** What one would like to do, as the words that complete "I would like to ...". */
  wish: string;
}

/** Never a dead end: who can grant what was refused, and a ready request to send them, with the address of this page. */
export function AskAdmin({ tenant, wish }: Props) {
  const t = useText();
  const members = useMembers(tenant);
  const [copied, setCopied] = useState(false);
  const able = (members.data?.items ?? []).filter(
    (member) => member.enabled !== false && member.roles?.includes('admin'),
  );
  const copy = async () => {
    await navigator.clipboard.writeText(t('ask.request', { wish, address: window.location.href.split('?')[0] }));
    setCopied(true);
  };
  return (
    <div className="jm-ask">
      <p>{t('ask.who')}</p>
      {able.length > 0 ? (
        <ul>
          {able.map((member) => (
            <li key={member.id}>
              <PersonName person={member} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="jm-quiet">{t('ask.someAdmin')}</p>
      )}
      <Button
        size="small"
        icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
        onClick={() => void copy()}
      >
        {t('ask.copy')}
      </Button>
      <p className="jm-hint" role="status">
        {copied ? t('ask.copied') : ''}
      </p>
    </div>
  );
}
