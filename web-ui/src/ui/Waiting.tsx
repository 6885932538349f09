import { Skeleton } from 'antd';

/** The shape of a page before its data: never a spinner over everything. */
export function PageSkeleton({ label }: { label: string }) {
  return (
    <div className="jm-page" role="status" aria-label={label}>
      <Skeleton active title={{ width: 180 }} paragraph={{ rows: 6 }} />
    </div>
  );
}

export function RowsSkeleton({ label, rows = 8 }: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={label} style={{ padding: 16 }}>
      <Skeleton active title={false} paragraph={{ rows, width: Array.from({ length: rows }, () => '100%') }} />
    </div>
  );
}
