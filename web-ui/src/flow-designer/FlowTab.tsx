import { PlusOutlined, ApartmentOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, path, problemText } from '../api';
import { currentLocale, local, useText } from '../i18n';
import { parseForm } from '../schema';
import { designPath, keyFrom, useFormStudio, useWorkflowsOf } from '../studio';
import { Empty, RowsSkeleton } from '../ui';
import { starter } from './model/starter';
import { Labelled } from './panel/parts';
import './canvas.css';
import './flow.css';

/** The workflows of the form: which there are, and a new one. */
export function FlowTab() {
  const t = useText();
  const { studio } = useFormStudio();
  const { tenant, app, key: form } = studio.place;
  const workflows = useWorkflowsOf(tenant, app, form);
  const [making, setMaking] = useState(false);
  const button = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
      {t('flowDesign.new.button')}
    </Button>
  );
  return (
    <div className="jm-page">
      <div className="jm-row">
        <h2 className="jm-title jm-grow">{t('flowDesign.list.title')}</h2>
        {workflows && workflows.length > 0 ? button : null}
      </div>
      <p className="jm-quiet jm-flow-list-hint">{t('flowDesign.list.hint')}</p>
      <div className="jm-card">
        {workflows === undefined ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : workflows.length === 0 ? (
          <Empty
            icon={<ApartmentOutlined aria-hidden />}
            title={t('flowDesign.list.none')}
            hint={t('flowDesign.list.noneHint')}
            action={button}
          />
        ) : (
          <ul className="jm-flow-list" aria-label={t('flowDesign.list.title')}>
            {workflows.map((workflow) => (
              <li key={workflow.key}>
                <Link to={designPath({ tenant, app, form }, 'workflows') + path`/${workflow.key}`}>
                  <ApartmentOutlined aria-hidden /> {local(workflow.title, workflow.key)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      {making ? <NewFlow onClose={() => setMaking(false)} /> : null}
    </div>
  );
}

/** A name is all it takes; it begins with one approval by the head of the department. */
function NewFlow({ onClose }: { onClose: () => void }) {
  const t = useText();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { studio } = useFormStudio();
  const { tenant, app, key: form } = studio.place;
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const make = async () => {
    if (!title.trim()) return;
    setBusy(true);
    const list = path`/tenants/${tenant}/apps/${app}/workflows`;
    const key = keyFrom(title, 'workflow');
    const both = (word: string) => ({ [currentLocale()]: t(`flowDesign.${word}`) });
    const { fields } = parseForm({ definition: studio.document });
    const flow = starter(key, { [currentLocale()]: title.trim() }, form, fields, {
      start: both('type.start'),
      approval: both('new.approval'),
      end: both('type.end'),
    });
    try {
      await call(`${list}/${key}/draft`, { method: 'PUT', body: flow, absent: true });
      await cache.invalidateQueries({ queryKey: [list] });
      await navigate(designPath({ tenant, app, form }, 'workflows') + path`/${key}`);
    } catch (refused) {
      setProblem(refused);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('flowDesign.new.title')}
      okText={t('flowDesign.new.make')}
      cancelText={t('flowDesign.new.cancel')}
      okButtonProps={{ disabled: !title.trim(), loading: busy }}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <Labelled label={t('flowDesign.title')} hint={t('flowDesign.new.hint')}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            value={title}
            maxLength={100}
            placeholder={t('flowDesign.new.example')}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={() => void make()}
          />
        )}
      </Labelled>
      {problem ? (
        <p className="jm-error" role="alert">
          {problemText(problem)}
        </p>
      ) : null}
    </Modal>
  );
}
