import { CloseOutlined, DeleteOutlined, EditOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Problem, problemText, type FormPlace } from '../../api';
import { formatNumber, useText } from '../../i18n';
import { may, type FormDefinition } from '../../schema';
import { useLong } from '../../ui';
import { PrintButton } from '../print/PrintButton';
import { ChangeDialog } from './ChangeDialog';
import { RefusedList } from './RefusedList';
import { PATIENCE, useBatch, type BatchAction } from './useBatch';
import { MOST, type Selection } from './useSelection';
import './bulk.css';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  selection: Selection;
  /** In the recycle bin there is one thing to do. */
  bin?: boolean;
}

/** What can be done with the chosen records, at the lower edge of the list while some are chosen. */
export function BulkBar({ place, form, selection, bin = false }: Props) {
  const t = useText();
  const { modal } = App.useApp();
  const [changing, setChanging] = useState(false);
  const batch = useBatch(place, selection.clear);
  const long = useLong(batch.isPending, PATIENCE);
  const ids = [...selection.chosen.keys()];
  if (ids.length === 0) return null;
  const run = (action: BatchAction) => batch.mutate({ action, ids });
  const remove = () => {
    if (may(form, 'restore')) run('delete');
    else
      modal.confirm({
        title: t('bulk.sure', { count: ids.length }),
        content: t('bulk.sureHint'),
        okText: t('bulk.delete'),
        okButtonProps: { danger: true },
        cancelText: t('bulk.cancel'),
        onOk: () => run('delete'),
      });
  };
  return (
    <div className="jm-bulk" role="region" aria-label={t('bulk.bar')} aria-busy={batch.isPending}>
      <span className="jm-num jm-bulk-count" role="status">
        {long ? t('bulk.working', { count: ids.length }) : t('bulk.chosen', { count: ids.length })}
        {ids.length === MOST ? (
          <span className="jm-quiet"> · {t('bulk.full', { count: MOST, formatted: formatNumber(MOST) })}</span>
        ) : null}
      </span>
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('bulk.clear')}
        title={t('bulk.clear')}
        onClick={selection.clear}
      />
      <span className="jm-grow" />
      {!bin && may(form, 'print') ? <PrintButton place={place} ids={ids} /> : null}
      {!bin && may(form, 'update') ? (
        <Button icon={<EditOutlined aria-hidden />} disabled={batch.isPending} onClick={() => setChanging(true)}>
          {t('bulk.change')}
        </Button>
      ) : null}
      {!bin && may(form, 'delete') ? (
        <Button danger icon={<DeleteOutlined aria-hidden />} loading={batch.isPending} onClick={remove}>
          {t('bulk.delete')}
        </Button>
      ) : null}
      {bin ? (
        <Button
          type="primary"
          icon={<UndoOutlined aria-hidden />}
          loading={batch.isPending}
          onClick={() => run('restore')}
        >
          {t('bulk.restore')}
        </Button>
      ) : null}
      {changing ? (
        <ChangeDialog place={place} form={form} selection={selection} onClose={() => setChanging(false)} />
      ) : null}
      {batch.error ? (
        <Modal
          open
          title={t('bulk.refused')}
          onCancel={() => batch.reset()}
          footer={<Button onClick={() => batch.reset()}>{t('bulk.close')}</Button>}
        >
          {batch.error instanceof Problem && batch.error.errors.length > 0 ? (
            <RefusedList
              place={place}
              form={form}
              ids={batch.variables.ids}
              chosen={selection.chosen}
              findings={batch.error.errors}
              onLeaveOut={(left) => {
                selection.leaveOut(left);
                batch.reset();
              }}
            />
          ) : (
            <p role="alert">{problemText(batch.error)}</p>
          )}
        </Modal>
      ) : null}
    </div>
  );
}
