import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { path, problemText, type TaskItem } from '../api';
import { useText } from '../i18n';
import { MOST, useBatch, type BatchResult } from './useBatch';

interface Props {
  tenant: string;
  tasks: TaskItem[];
  onDecided: () => void;
}

/** What is done with the chosen tasks; which of them were not decided, and why, stays on the page until it is closed. */
export function BatchBar({ tenant, tasks, onDecided }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [comment, setComment] = useState('');
  const [refused, setRefused] = useState<{ task: TaskItem; problem: string }[]>([]);
  const batch = useBatch(tenant);
  const approve = () =>
    batch.mutate(
      { ids: tasks.map((task) => task.id), action: 'approve', comment: comment.trim() },
      {
        onSuccess: ({ results }) => {
          setAsking(false);
          setComment('');
          setRefused(refusedOf(results, tasks));
          const done = results.filter((each) => each.done).length;
          if (done > 0) void message.success(t('tasks.batchDone', { count: done }));
          onDecided();
        },
      },
    );
  return (
    <>
      {refused.length > 0 ? <Refused tenant={tenant} refused={refused} onClose={() => setRefused([])} /> : null}
      {tasks.length > 0 ? (
        <div className="jm-batch" role="region" aria-label={t('tasks.batch')} aria-busy={batch.isPending}>
          <span className="jm-num jm-batch-count" role="status">
            {t('tasks.chosen', { count: tasks.length })}
            {tasks.length === MOST ? (
              <span className="jm-quiet"> · {t('tasks.batchFull', { count: MOST })}</span>
            ) : null}
          </span>
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('tasks.unchoose')}
            title={t('tasks.unchoose')}
            onClick={onDecided}
          />
          <span className="jm-grow" />
          <Button type="primary" icon={<CheckOutlined aria-hidden />} onClick={() => setAsking(true)}>
            {t('tasks.approve')}
          </Button>
        </div>
      ) : null}
      <Modal
        open={asking}
        title={t('tasks.batchAsk', { count: tasks.length })}
        okText={t('tasks.approve')}
        cancelText={t('tasks.cancel')}
        confirmLoading={batch.isPending}
        onOk={approve}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <label className="jm-batch-comment">
          <span className="jm-quiet">{t('tasks.batchComment')}</span>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={4000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </label>
        {batch.error ? <Alert role="alert" type="error" showIcon message={problemText(batch.error)} /> : null}
      </Modal>
    </>
  );
}

function refusedOf(results: BatchResult[], tasks: TaskItem[]) {
  return results
    .filter((each) => !each.done)
    .flatMap((each) => {
      const task = tasks.find((one) => one.id === each.id);
      return task ? [{ task, problem: each.problem ?? '' }] : [];
    });
}

interface RefusedProps {
  tenant: string;
  refused: { task: TaskItem; problem: string }[];
  onClose: () => void;
}

function Refused({ tenant, refused, onClose }: RefusedProps) {
  const t = useText();
  return (
    <Alert
      className="jm-batch-refused"
      type="warning"
      showIcon
      closable
      onClose={onClose}
      message={t('tasks.batchRefused', { count: refused.length })}
      description={
        <ul>
          {refused.map(({ task, problem }) => (
            <li key={task.id}>
              <Link to={path`/t/${tenant}/tasks/${task.id}`}>{task.record.title || t('tasks.untitled')}</Link>{' '}
              <span className="jm-quiet">
                {t(`problem.code.${problem.replaceAll('.', '_')}`, { defaultValue: t('problem.code.internal') })}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
