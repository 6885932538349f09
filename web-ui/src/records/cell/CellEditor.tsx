import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { CellForm, type CellFormProps } from './CellForm';

/** The field's own editor beneath its cell, over the rows. */
export function CellEditor({ children, ...props }: CellFormProps & { children: ReactNode }) {
  return (
    <Popover open trigger={[]} placement="bottomLeft" arrow={false} content={<CellForm {...props} />}>
      <div>{children}</div>
    </Popover>
  );
}
