import { Input } from 'antd';
import { local, useText } from '../../i18n';
import type { Studio } from '../../studio';
import type { Dashboard } from '../model';
import { written } from './changes';

/** The dashboard's name, written where it stands. */
export function DashboardTitle({ studio }: { studio: Studio<Dashboard> }) {
  const t = useText();
  return (
    <div className="jm-design-title">
      <h1 className="jm-sr">{local(studio.document.title, studio.place.key)}</h1>
      <Input
        aria-label={t('dashboard.name')}
        variant="borderless"
        maxLength={100}
        value={local(studio.document.title)}
        onChange={({ target }) =>
          studio.change(
            t('dashboard.did.rename'),
            (before) => ({ ...before, title: written(before.title, target.value) }),
            { merge: 'name' },
          )
        }
      />
    </div>
  );
}
