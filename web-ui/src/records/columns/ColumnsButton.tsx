import { TableOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { ColumnsPanel } from './ColumnsPanel';
import type { Columns } from './useColumns';
import './columns.css';

interface Props {
  form: FormDefinition;
  columns: Columns;
  /** Whether they are saved to the view as one goes. */
  saved: boolean;
}

/** Which columns, in which order, pinned, how wide: behind one button. */
export function ColumnsButton({ form, columns, saved }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<ColumnsPanel form={form} columns={columns} saved={saved} />}
    >
      <Button icon={<TableOutlined aria-hidden />} aria-expanded={open} aria-haspopup="dialog">
        {t('columns.button')}
      </Button>
    </Popover>
  );
}
