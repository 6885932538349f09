import { CheckCircleOutlined } from '@ant-design/icons';
import { Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useGet, type Page, type TaskItem } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { Empty, RowsSkeleton } from '../ui';
import { BatchBar } from './BatchBar';
import { boxPath } from './boxes';
import { MOST } from './useBatch';
import { TaskRow } from './TaskRow';

type Due = 'all' | 'any' | 'overdue';
const DUES: Due[] = ['all', 'any', 'overdue'];

/** What waits for me: what ends first in front where asked for, and several decided at once. */
export function TodoBox({ tenant }: { tenant: string }) {
  const t = useText();
  const [params] = useSearchParams();
  // Figures lead straight to what is late.
  const [due, setDue] = useState<Due>(() => DUES.find((each) => each === params.get('due')) ?? 'all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const page = useGet<Page<TaskItem>>(boxPath(tenant, 'todo') + (due === 'all' ? '' : `&due=${due}`));
  const items = page.data?.items ?? [];
  const picked = items.filter((task) => chosen.has(task.id));
  const all = items.length > 0 && picked.length === Math.min(items.length, MOST);
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id) && next.size < MOST) next.add(id);
      return next;
    });
  return (
    <>
      <div className="jm-row jm-wrap jm-todo-head">
        {items.length > 0 ? (
          <Checkbox
            checked={all}
            indeterminate={picked.length > 0 && !all}
            onChange={() => setChosen(all ? new Set() : new Set(items.slice(0, MOST).map((task) => task.id)))}
          >
            {t('tasks.chooseAll')}
          </Checkbox>
        ) : null}
        <span className="jm-grow" />
        <Segmented<Due>
          aria-label={t('tasks.show')}
          value={due}
          onChange={(next) => {
            setDue(next);
            setChosen(new Set());
          }}
          options={DUES.map((value) => ({ value, label: t(`tasks.due_${value}`) }))}
        />
      </div>
      {list()}
      <BatchBar tenant={tenant} tasks={picked} onDecided={() => setChosen(new Set())} />
    </>
  );

  function list() {
    if (page.isPending) return <RowsSkeleton label={t('app.loading')} />;
    if (page.error)
      return (
        <LoadFailure title={t('tasks.failed')} error={page.error} tenant={tenant} onRetry={() => void page.refetch()} />
      );
    if (items.length === 0)
      return (
        <div className="jm-card">
          <Empty
            icon={<CheckCircleOutlined aria-hidden />}
            title={due === 'all' ? t('tasks.none.todo') : t(`tasks.noneDue.${due}`)}
            hint={due === 'all' ? t('tasks.noneHint.todo') : t(`tasks.noneDueHint.${due}`)}
          />
        </div>
      );
    return (
      <ul className="jm-card jm-tasks">
        {items.map((task) => (
          <TaskRow
            key={task.id}
            tenant={tenant}
            task={task}
            box="todo"
            now={page.dataUpdatedAt}
            chosen={chosen.has(task.id)}
            onChoose={() => toggle(task.id)}
          />
        ))}
      </ul>
    );
  }
}
