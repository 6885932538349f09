import { Tag } from 'antd';
import type { CellProps } from '../defineField';
import { Several } from '../parts/Several';

export function Cell({ value }: CellProps<string[]>) {
  return (
    <Several>
      {value.map((one) => (
        <Tag key={one} style={{ marginInlineEnd: 0 }}>
          {one}
        </Tag>
      ))}
    </Several>
  );
}
