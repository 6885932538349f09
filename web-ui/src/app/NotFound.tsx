import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useText } from '../i18n';
import { Empty, useTitle } from '../ui';

export function NotFound() {
  const t = useText();
  useTitle();
  return (
    <Empty
      icon={<CompassOutlined aria-hidden />}
      title={t('app.notFound')}
      hint={t('app.notFoundHint')}
      action={
        <Link to="/">
          <Button>{t('app.home')}</Button>
        </Link>
      }
    />
  );
}
