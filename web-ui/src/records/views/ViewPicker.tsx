import { AppstoreOutlined, CalendarOutlined, TableOutlined } from '@ant-design/icons';
import { Segmented, Select } from 'antd';
import { useOutletContext } from 'react-router';
import type { Me, SavedView } from '../../api';
import { local, useText } from '../../i18n';
import { isOfForm, showsAll } from './view';

const ICONS = { table: TableOutlined, kanban: AppstoreOutlined, calendar: CalendarOutlined };

/** As many fit beside the title; more are chosen from a list. */
const FEW = 4;

interface Props {
  views: SavedView[];
  /** The view shown; "" for everything. */
  value: string;
  onChange: (view: string) => void;
  phone: boolean;
}

/** The form's views, one's own and shared ones; how each lays records out is its sign. */
export function ViewPicker({ views, value, onChange, phone }: Props) {
  const t = useText();
  const me = useOutletContext<Me>();
  const all = views.some(showsAll) ? [] : [{ value: '', label: <Label kind="table" title={t('records.all')} /> }];
  const option = (view: SavedView) => ({
    value: view.id,
    label: <Label kind={view.kind} title={local(view.title)} quiet={!view.usable} />,
  });
  if (!phone && views.length + all.length <= FEW) {
    return (
      <Segmented
        aria-label={t('records.view')}
        value={value}
        options={[...all, ...views.map(option)]}
        onChange={onChange}
      />
    );
  }
  const groups = [
    { label: t('views.ofForm'), options: [...all, ...views.filter(isOfForm).map(option)] },
    { label: t('views.mine'), options: views.filter((view) => view.owner?.id === me.id).map(option) },
    {
      label: t('views.shared'),
      options: views.filter((view) => view.owner !== null && view.owner.id !== me.id).map(option),
    },
  ].filter((group) => group.options.length > 0);
  return (
    <Select
      className="jm-view-pick"
      aria-label={t('records.view')}
      value={value}
      options={groups}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}

function Label({ kind, title, quiet = false }: { kind: SavedView['kind']; title: string; quiet?: boolean }) {
  const Icon = ICONS[kind];
  return (
    <span className={quiet ? 'jm-view-label jm-quiet' : 'jm-view-label'}>
      <Icon aria-hidden />
      <span>{title}</span>
    </span>
  );
}
