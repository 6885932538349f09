import type { CellProps } from '../defineField';
import { RecordLink } from '../parts/RecordLink';
import type { Related } from '../parts/related';

export function Cell(props: CellProps<Related>) {
  return <RecordLink {...props} />;
}
