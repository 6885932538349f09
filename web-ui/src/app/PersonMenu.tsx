import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { path, type Me } from '../api';
import { switchLocale, useLocale, useText } from '../i18n';
import { Face } from '../ui';
import { StartView } from '../viewing';
import { mayDesign } from './rights';
import { chooseShade, shadeChoice, useShade, type ShadeChoice } from './shade';

/** Language, appearance, one's own settings, looking as somebody else, sign out. */
export function PersonMenu({ me, tenant }: { me: Me; tenant: string }) {
  const t = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  useShade();
  const [viewing, setViewing] = useState(false);
  const items: MenuProps['items'] = [
    { type: 'group', label: me.name },
    {
      key: 'language',
      label: t('me.language'),
      children: [
        { key: 'zh-CN', label: '简体中文' },
        { key: 'en', label: 'English' },
      ],
    },
    {
      key: 'shade',
      label: t('me.shade'),
      children: (['system', 'light', 'dark'] as const).map((choice) => ({
        key: `shade:${choice}`,
        label: t(`me.shades.${choice}`),
      })),
    },
    ...(tenant ? [{ key: 'profile', label: t('me.profile') }] : []),
    ...(mayDesign(me, tenant) ? [{ key: 'view', label: t('viewing.start') }] : []),
    { type: 'divider' },
    { key: 'signout', label: <a href="/logout">{t('me.signOut')}</a> },
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'zh-CN' || key === 'en') switchLocale(key);
    if (key === 'profile') void navigate(path`/t/${tenant}/profile`);
    if (key === 'view') setViewing(true);
    if (key.startsWith('shade:')) chooseShade(key.slice(6) as ShadeChoice);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{ items, onClick, selectable: true, selectedKeys: [locale, `shade:${shadeChoice()}`] }}
      >
        <button
          type="button"
          className="jm-plain jm-me"
          aria-label={t('me.menu', { name: me.name })}
          aria-haspopup="menu"
        >
          <Face id={me.id} name={me.name} size={32} />
        </button>
      </Dropdown>
      <StartView tenant={tenant} open={viewing} onClose={() => setViewing(false)} />
    </>
  );
}
