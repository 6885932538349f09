import { Button, Input, Modal, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { problemText, type Me } from '../../api';
import { useText } from '../../i18n';
import { useFound, type Asked } from './found';
import { named, useGoals, type Goal } from './goals';
import { LIST, optionId, Options, type Choice, type Group } from './Options';
import './palette.css';

/** Pages and forms by name; fewer beside records. */
const MOST = { alone: 12, beside: 6 };

interface Props {
  tenant: string;
  me: Me;
  onClose: () => void;
}

/** Ctrl K and `/`: pages, forms, dashboards and views by name, records by what they hold; arrows and Enter. */
export function Palette({ tenant, me, onClose }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [exactly, setExactly] = useState<string | null>(null);
  const wanted = text.trim();
  const goals = useGoals(tenant, me);
  const found = useFound(tenant, wanted, exactly);
  // At once and not when the dialog has faded in: what is typed right after Ctrl K must not be lost.
  useEffect(() => input.current?.focus(), []);
  const groups = useGroups(goals, found, wanted);
  const choices = groups.flatMap((group) => group.choices);
  const active = Math.min(at, Math.max(0, choices.length - 1));
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    if ('exactly' in choice) {
      setExactly(choice.exactly);
      input.current?.focus();
      return;
    }
    onClose();
    void navigate(choice.goal.to);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((active + step + choices.length) % Math.max(1, choices.length));
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(choices[active]);
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="jm-sr">{t('app.search')}</span>}
      width={640}
      style={{ top: 96 }}
      className="jm-palette"
    >
      <Input
        ref={input}
        size="large"
        variant="borderless"
        role="combobox"
        aria-expanded
        aria-controls={LIST}
        aria-activedescendant={choices.length > 0 ? optionId(active) : undefined}
        aria-label={t('app.search')}
        placeholder={t('app.searchHint')}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <Options groups={groups} active={active} wanted={wanted} onActive={setAt} onChoose={choose} />
      <State found={found} none={choices.length === 0} count={choices.length} />
    </Modal>
  );
}

function useGroups(goals: Goal[], found: Asked, wanted: string): Group[] {
  const t = useText();
  const places = named(goals, wanted, found.records.length > 0 ? MOST.beside : MOST.alone);
  const of = (key: string, of: Goal[]): Group => ({
    key,
    title: t(`palette.groups.${key}`),
    choices: of.map((goal) => ({ goal })),
  });
  const exactly: Group = {
    key: 'protected',
    title: t('palette.groups.protected'),
    choices: found.mayAskExactly ? [{ exactly: wanted }] : [],
  };
  return [of('places', places), of('records', found.records), of('views', found.views), exactly].filter(
    ({ choices }) => choices.length > 0,
  );
}

/** Whether anything is still being looked for, why it could not be, and that there is nothing. */
function State({ found, none, count }: { found: Asked; none: boolean; count: number }) {
  const t = useText();
  const words = found.pending ? t('palette.searching') : none ? t('app.searchNone') : '';
  return (
    <>
      {found.error ? (
        <p className="jm-palette-state jm-row" role="alert">
          <span className="jm-grow">{problemText(found.error)}</span>
          <Button size="small" onClick={found.retry}>
            {t('app.retry')}
          </Button>
        </p>
      ) : null}
      <p className={words && !found.error ? 'jm-palette-state jm-quiet' : 'jm-sr'} role="status">
        {words || t('palette.count', { count })}
      </p>
    </>
  );
}
