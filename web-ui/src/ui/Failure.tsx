import { DisconnectOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Empty } from './Empty';

interface Props {
  title: string;
  hint?: string;
  retry?: { label: string; act: () => void };
}

/** A part of a page that could not be shown: what happened, and the one thing to do. */
export function Failure({ title, hint, retry }: Props) {
  return (
    <div role="alert">
      <Empty
        icon={<DisconnectOutlined aria-hidden />}
        title={title}
        {...(hint ? { hint } : {})}
        action={retry ? <Button onClick={retry.act}>{retry.label}</Button> : undefined}
      />
    </div>
  );
}
