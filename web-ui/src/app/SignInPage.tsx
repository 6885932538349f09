import { LoginOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLocale, useText, switchLocale } from '../i18n';
import { useTitle } from '../ui';
import { Brand } from './Brand';
import './signin.css';

/** A calm door: what this is, and one button. The server does the rest and comes back to where one wanted to go. */
export function SignInPage() {
  const t = useText();
  const locale = useLocale();
  useTitle();
  const to = encodeURIComponent(window.location.pathname + window.location.search);
  return (
    <main className="jm-signin">
      <div className="jm-signin-card">
        <Brand size={48} />
        <h1 className="jm-signin-name">简密</h1>
        <p className="jm-quiet">{t('signin.line')}</p>
        <Button type="primary" size="large" block icon={<LoginOutlined aria-hidden />} href={`/login?to=${to}`}>
          {t('signin.button')}
        </Button>
        <p className="jm-hint">{t('signin.note')}</p>
      </div>
      <button
        type="button"
        className="jm-plain jm-hint jm-signin-language"
        lang={locale === 'zh-CN' ? 'en' : 'zh-CN'}
        onClick={() => switchLocale(locale === 'zh-CN' ? 'en' : 'zh-CN')}
      >
        {locale === 'zh-CN' ? 'English' : '中文'}
      </button>
    </main>
  );
}
