import { UnlockOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Access } from '../api';
import { useText } from '../i18n';
import { isMasked, levelOf, type Field } from '../schema';
import { isEmpty, type FieldContext } from './defineField';
import { MaskText } from './signs/MaskText';
import { fieldType } from './typeOf';

interface Props {
  field: Field;
  value: unknown;
  context: FieldContext;
  access?: Access | undefined;
  /** On a record's page, not in a list. */
  detail?: boolean;
}

/** Shows any value of any field: its mask where it is withheld, what a reveal has lent, a quiet dash where it is empty. */
export function FieldCell({ field, value, context, access, detail = false }: Props) {
  const t = useText();
  const type = fieldType(field.type);
  const Show = (detail && type.Detail) || type.Cell;
  const lent = context.lent?.[field.key];
  if (lent) {
    return (
      <>
        <Show field={field} value={lent.value} context={context} />
        {lent.sign}
      </>
    );
  }
  if (isMasked(value)) {
    const ask = access === 'reveal' && context.askReveal ? () => context.askReveal?.(field.key) : undefined;
    return (
      <MaskText
        field={field}
        masked={value.masked}
        onReveal={ask}
        askIn={detail ? context.place.tenant : undefined}
        withdrawn={context.withdrawn?.includes(field.key)}
      />
    );
  }
  if (isEmpty(value)) {
    return (
      <span className="jm-quiet">
        <span aria-hidden>–</span>
        <span className="jm-sr">{t('field.empty')}</span>
      </span>
    );
  }
  const shown = <Show field={field} value={value} context={context} />;
  return detail && access === 'read' && levelOf(field) === 'sensitive' ? <Lifted>{shown}</Lifted> : shown;
}

/** Sensitive and clear: a reveal from before this page was opened still runs. The open lock says so. */
function Lifted({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <span className="jm-lifted">
      {children}
      <Tooltip title={t('field.mask.lifted')}>
        <UnlockOutlined role="img" aria-label={t('field.mask.lifted')} />
      </Tooltip>
    </span>
  );
}
