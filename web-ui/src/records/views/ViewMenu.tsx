import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useOutletContext } from 'react-router';
import { problemText, type Filter, type FormPlace, type Me } from '../../api';
import { local, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import type { Layout } from '../columns/layout';
import { listAddress } from '../usePlace';
import type { ViewChanges } from './useViews';
import { ConditionsDialog, hasEditableConditions } from './ConditionsDialog';
import { ViewDialog } from './ViewDialog';
import type { ShownView } from './view';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  view: ShownView;
  /** What the list asks now. */
  present: Present;
  changes: ViewChanges;
  onShow: (view: string) => void;
}

/** Filter and order as they stand in the list. */
export interface Present {
  filter: Filter | undefined;
  sort: string[];
  /** How the columns of a table are shown; absent for other layouts. */
  columns?: Layout;
  /** Whether they differ from the view's own. */
  changed: boolean;
  /** Why they cannot be saved; undefined when they can. */
  refusal: string | undefined;
}

type Open = 'create' | 'conditions' | 'edit' | undefined;

/** What can be done with the view shown: save what one sees, change, share, delete. */
export function ViewMenu({ place, form, view, present, changes, onShow }: Props) {
  const t = useText();
  const me = useOutletContext<Me>();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<Open>();
  const mine = view?.owner?.id === me.id;
  const change = (body: Parameters<ViewChanges['change']['mutate']>[0]['body'], after?: () => void) =>
    view &&
    changes.change.mutate(
      { view, body },
      {
        onSuccess: () => {
          void message.success(t('views.saved'));
          after?.();
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  const remove = () => {
    if (!view) return;
    if (mine) changes.remove.mutate(view);
    else
      modal.confirm({
        title: t('views.sure'),
        content: t('views.sureHint', { title: local(view.title), name: view.owner?.name ?? '' }),
        okText: t('views.delete'),
        okButtonProps: { danger: true },
        cancelText: t('views.cancel'),
        onOk: () => changes.remove.mutate(view),
      });
  };
  const act: Record<string, () => void> = {
    create: () => setOpen('create'),
    update: () =>
      change({ filter: present.filter ?? null, sort: present.sort, ...present.columns }, () => view && onShow(view.id)),
    conditions: () => setOpen('conditions'),
    edit: () => setOpen('edit'),
    share: () => change({ shared: !view?.shared }),
    link: () =>
      void navigator.clipboard
        .writeText(`${location.origin}${listAddress(place)}?view=${encodeURIComponent(view?.id ?? '')}`)
        .then(() => message.success(t('views.linked'))),
    delete: remove,
  };
  const own = view?.editable === true;
  const savable = own && view.usable && present.changed && present.refusal === undefined;
  const items = [
    { key: 'create', label: t('views.saveAs') },
    ...(savable ? [{ key: 'update', label: t('views.update') }] : []),
    ...(own && view.usable && hasEditableConditions(view) ? [{ key: 'conditions', label: t('views.conditions') }] : []),
    ...(own ? [{ key: 'edit', label: t('views.edit') }] : []),
    ...(own && mine ? [{ key: 'share', label: t(view.shared ? 'views.unshare' : 'views.share') }] : []),
    ...(view ? [{ key: 'link', label: t('views.link') }] : []),
    ...(own ? [{ type: 'divider' as const }, { key: 'delete', label: t('views.delete'), danger: true }] : []),
  ];
  return (
    <>
      <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => act[key]?.() }}>
        <Button
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('views.more')}
          title={t('views.more')}
          aria-haspopup="menu"
        />
      </Dropdown>
      {open === 'conditions' && view ? (
        <ConditionsDialog
          form={form}
          place={place}
          view={view}
          onClose={() => setOpen(undefined)}
          onChange={(filter) => change({ filter }, () => setOpen(undefined))}
        />
      ) : null}
      {open === 'create' || open === 'edit' ? (
        <ViewDialog
          form={form}
          view={view}
          fresh={open === 'create'}
          present={present}
          changes={changes}
          onClose={() => setOpen(undefined)}
          onSaved={(saved) => {
            setOpen(undefined);
            void message.success(t('views.saved'));
            onShow(saved.id);
          }}
        />
      ) : null}
    </>
  );
}
