import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { useLocale, useText } from '../../i18n';
import type { Field, Option } from '../../schema';
import type { Path } from '../document/containers';
import { freshValue, linesOf, optionsOf } from '../document/options';
import { withText, wordsIn } from '../document/text';
import { useDesigner } from '../useDesigner';
import { Part } from './parts';

const COLOURS = ['grey', 'blue', 'teal', 'green', 'yellow', 'orange', 'red', 'pink', 'purple'];

const Swatch = ({ colour }: { colour: string }) => (
  <span className={`jm-choice jm-choice-${colour}`} aria-hidden>
    <span className="jm-choice-dot" />
  </span>
);

/** Options one beneath the other, or all at once as lines of text. */
export function OptionsPart({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set } = useDesigner();
  const locale = useLocale();
  const cascade = field.type === 'cascade';
  const [lines, setLines] = useState<string>();
  if (!['choice', 'multi-choice', 'cascade'].includes(field.type)) return null;
  const options = field.options ?? [];
  const put = (next: Option[]) => set(path, { options: next });
  const asText = lines !== undefined || cascade;
  return (
    <Part
      title={t('designer.part.options')}
      extra={
        cascade ? null : (
          <Button size="small" type="link" onClick={() => setLines(asText ? undefined : linesOf(options, locale))}>
            {t(asText ? 'designer.options.list' : 'designer.options.lines')}
          </Button>
        )
      }
    >
      {asText ? (
        <>
          <Input.TextArea
            aria-label={t('designer.options.lines')}
            autoSize={{ minRows: 4, maxRows: 14 }}
            value={lines ?? linesOf(options, locale)}
            onChange={(event) => {
              setLines(event.target.value);
              put(optionsOf(event.target.value, options, locale));
            }}
          />
          <p className="jm-hint">{t(cascade ? 'designer.options.cascadeHint' : 'designer.options.linesHint')}</p>
        </>
      ) : (
        <>
          <ul className="jm-options">
            {options.map((option, index) => (
              <OptionLine key={option.value} options={options} index={index} onChange={put} />
            ))}
          </ul>
          <Button
            type="dashed"
            block
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              const number = options.length + 1;
              const title = { [locale]: t('designer.new.option', { number }) };
              put([...options, { value: freshValue(options), title }]);
            }}
          >
            {t('designer.options.add')}
          </Button>
        </>
      )}
    </Part>
  );
}

interface LineProps {
  options: Option[];
  index: number;
  onChange: (options: Option[]) => void;
}

function OptionLine({ options, index, onChange }: LineProps) {
  const t = useText();
  const locale = useLocale();
  const option = options[index] as Option;
  const name = wordsIn(option.title, locale) || option.value;
  const put = (patch: Partial<Option>) =>
    onChange(options.map((each, at) => (at === index ? { ...each, ...patch } : each)));
  const to = (place: number) => {
    const rest = options.filter((_, at) => at !== index);
    onChange([...rest.slice(0, place), option, ...rest.slice(place)]);
  };
  return (
    <li>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [option.color ?? 'grey'],
          items: COLOURS.map((color) => ({
            key: color,
            icon: <Swatch colour={color} />,
            label: t(`designer.colour.${color}`),
          })),
          onClick: ({ key }) => put({ color: key }),
        }}
      >
        <button type="button" className="jm-plain jm-option-colour" aria-label={t('designer.options.colour', { name })}>
          <Swatch colour={option.color ?? 'grey'} />
        </button>
      </Dropdown>
      <Input
        size="small"
        value={wordsIn(option.title, locale)}
        placeholder={option.value}
        aria-label={t('designer.options.name', { number: index + 1 })}
        onChange={(event) => {
          const title = withText(option.title, locale, event.target.value);
          put(title === undefined ? { title: '' } : { title });
        }}
      />
      <Button
        size="small"
        type="text"
        disabled={index === 0}
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('designer.options.up', { name })}
        onClick={() => to(index - 1)}
      />
      <Button
        size="small"
        type="text"
        disabled={index === options.length - 1}
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('designer.options.down', { name })}
        onClick={() => to(index + 1)}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('designer.options.remove', { name })}
        onClick={() => onChange(options.filter((_, at) => at !== index))}
      />
    </li>
  );
}
