import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { local, useText } from '../../i18n';
import type { LayoutElement, LayoutTab } from '../../schema';
import type { Path } from '../document/containers';
import { useDesigner } from '../useDesigner';
import { Line, Part, Texts } from './parts';

/** A section, tabs or a note. */
export function ElementPart({ path, element }: { path: Path; element: LayoutElement }) {
  const t = useText();
  const { set } = useDesigner();
  if (element.type === 'note')
    return (
      <Part title={t('designer.part.words')}>
        <Texts
          label={t('designer.noteText')}
          value={element.text}
          area
          onChange={(text) => set(path, { text: text ?? '' })}
        />
      </Part>
    );
  if (element.type === 'section')
    return (
      <Part title={t('designer.part.words')}>
        <Texts label={t('designer.title')} value={element.title} onChange={(title) => set(path, { title })} />
        <Columns value={element.columns} onChange={(columns) => set(path, { columns })} />
      </Part>
    );
  return <Tabs path={path} tabs={element.tabs ?? []} />;
}

function Tabs({ path, tabs }: { path: Path; tabs: LayoutTab[] }) {
  const t = useText();
  const { set } = useDesigner();
  const put = (index: number, patch: Partial<LayoutTab>) =>
    set(path, { tabs: tabs.map((tab, at) => (at === index ? { ...tab, ...patch } : tab)) });
  const remove = (index: number) => {
    const gone = tabs[index];
    const heir = index > 0 ? index - 1 : 1;
    const next = tabs.map((tab, at) =>
      at === heir ? { ...tab, fields: [...tab.fields, ...(gone?.fields ?? [])] } : tab,
    );
    set(path, { tabs: next.filter((_, at) => at !== index) });
  };
  return (
    <>
      {tabs.map((tab, index) => (
        <Part
          key={index}
          title={t('designer.tab', { number: index + 1 })}
          extra={
            tabs.length > 1 ? (
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('designer.removeTab', { name: local(tab.title) })}
                onClick={() => remove(index)}
              />
            ) : null
          }
        >
          <Texts
            label={t('designer.title')}
            value={tab.title}
            onChange={(title) => put(index, { title: title ?? '' })}
          />
          <Columns value={tab.columns} onChange={(columns) => put(index, { columns })} />
        </Part>
      ))}
      <div className="jm-part">
        <Button
          type="dashed"
          block
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            const number = tabs.length + 1;
            const title = {
              'zh-CN': `${t('designer.new.tab', { number, lng: 'zh-CN' })}`,
              en: `${t('designer.new.tab', { number, lng: 'en' })}`,
            };
            set(path, { tabs: [...tabs, { title, columns: 2, fields: [] }] });
          }}
        >
          {t('designer.addTab')}
        </Button>
      </div>
    </>
  );
}

/** How many stand side by side on a wide page. */
export function Columns({ value, onChange }: { value: number | undefined; onChange: (columns: number) => void }) {
  const t = useText();
  return (
    <Line label={t('designer.columnsOf')}>
      <Segmented
        block
        aria-label={t('designer.columnsOf')}
        value={value ?? 1}
        options={[1, 2, 3].map((columns) => ({ value: columns, label: t('designer.columns', { count: columns }) }))}
        onChange={onChange}
      />
    </Line>
  );
}
