import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { useNavigate } from 'react-router';
import { call, formPath, problemText, recordPath, type FormPlace, type FormRecord } from '../../api';
import { useText } from '../../i18n';
import { may, type FormDefinition } from '../../schema';
import { useUndoNotice } from '../../ui';
import { PrintButton } from '../print/PrintButton';
import { ShareButton } from '../share/ShareButton';
import { listAddress, recordAddress } from '../usePlace';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  record: FormRecord;
  onEdit: () => void;
}

/** Share, print, edit and delete, where they are this reader's. Deleting goes to the recycle bin at once and can be undone. */
export function RecordActions({ place, form, record, onEdit }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const done = useUndoNotice();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const refreshLists = () => cache.invalidateQueries({ queryKey: [formPath(place)] });

  const restore = useMutation({
    mutationFn: () => call(`${recordPath(place, record.id)}/restore`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      await refreshLists();
      void message.success(t('records.restored'));
      await navigate(recordAddress(place, record.id));
    },
    onError: (error) => void message.error(problemText(error)),
  });
  const remove = useMutation({
    mutationFn: () => call(recordPath(place, record.id), { method: 'DELETE', version: record.version }),
    onSuccess: async () => {
      await navigate(listAddress(place));
      await refreshLists();
      done({
        key: `deleted-${record.id}`,
        text: t('records.deleted'),
        seconds: 8,
        undo: { label: t('records.undo'), run: () => restore.mutate() },
      });
    },
    onError: (error) => void message.error(problemText(error)),
  });

  const inApproval = record.workflow?.status === 'running' && !(form.actions?.includes('manage') ?? false);
  const someEditable = Object.values(record.access).includes('edit') || (form.replace?.length ?? 0) > 0;
  return (
    <span className={inApproval ? 'jm-row' : 'jm-row jm-record-actions'}>
      {may(form, 'share') && record.status === 'submitted' ? <ShareButton place={place} record={record} /> : null}
      {may(form, 'print') ? <PrintButton place={place} ids={[record.id]} small /> : null}
      {may(form, 'delete') && !inApproval ? (
        <Tooltip title={t('records.delete')}>
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('records.delete')}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          />
        </Tooltip>
      ) : null}
      {may(form, 'update') && someEditable ? (
        inApproval ? (
          <span className="jm-hint">{t('records.inApproval')}</span>
        ) : (
          <Button icon={<EditOutlined aria-hidden />} onClick={onEdit}>
            {t('records.edit')}
          </Button>
        )
      ) : null}
    </span>
  );
}
