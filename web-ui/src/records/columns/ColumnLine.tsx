import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined, PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber } from 'antd';
import type { KeyboardEvent } from 'react';
import { useText } from '../../i18n';
import { NARROWEST, WIDEST } from './layout';

interface Props {
  title: string;
  /** Of a field that is no column yet; all that follows is of one that is. */
  onShow?: () => void;
  pinned?: boolean;
  width?: number | undefined;
  /** The last column is not taken away. */
  only?: boolean;
  onHide?: () => void;
  onPin?: () => void;
  onWidth?: (width: number) => void;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onDrag?: () => void;
  onDrop?: () => void;
}

/** One field of the panel. */
export function ColumnLine(props: Props) {
  const { title, onShow, pinned = false, width, only = false, onHide, onPin, onWidth, onUp, onDown } = props;
  const t = useText();
  const show = (
    <Checkbox
      className="jm-columns-title"
      checked={onShow === undefined}
      disabled={only}
      aria-label={t('columns.show', { field: title })}
      onChange={onShow ?? onHide}
    >
      {title}
    </Checkbox>
  );
  if (onShow) return <li className="jm-columns-line">{show}</li>;
  const keys = (event: KeyboardEvent) => {
    const move = event.altKey ? { ArrowUp: onUp, ArrowDown: onDown }[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    // The buttons inside take the same keys and clicks; dragging is one more way.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="jm-columns-line"
      draggable
      onKeyDown={keys}
      onDragStart={props.onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDrop}
    >
      <HolderOutlined aria-hidden className="jm-columns-grip" />
      {show}
      <InputNumber
        size="small"
        className="jm-columns-width"
        aria-label={t('columns.width', { field: title })}
        min={NARROWEST}
        max={WIDEST}
        step={20}
        controls={false}
        value={width ?? null}
        placeholder="–"
        changeOnBlur
        onChange={(next) => (next === null ? undefined : onWidth?.(next))}
      />
      <Button
        size="small"
        type="text"
        icon={pinned ? <PushpinFilled aria-hidden /> : <PushpinOutlined aria-hidden />}
        aria-pressed={pinned}
        aria-label={t('columns.pin', { field: title })}
        title={t('columns.pin', { field: title })}
        onClick={onPin}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('columns.up', { field: title })}
        disabled={!onUp}
        onClick={onUp}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('columns.down', { field: title })}
        disabled={!onDown}
        onClick={onDown}
      />
    </li>
  );
}
