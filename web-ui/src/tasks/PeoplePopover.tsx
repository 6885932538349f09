import { Button, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { useActing } from '../api';

interface Props {
  tenant: string;
  /** Of the button that opens it. */
  label: string;
  busy: boolean;
  children: (people: { value: string; label: string }[], close: () => void) => ReactNode;
}

/** A button that opens a panel in which people are chosen; who there is, is asked when it opens. */
export function PeoplePopover({ tenant, label, busy, children }: Props) {
  const [open, setOpen] = useState(false);
  const { members } = useActing(tenant, open);
  const people = members.map((member) => ({ value: member.id, label: member.name }));
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      arrow={false}
      content={children(people, () => setOpen(false))}
    >
      <Button disabled={busy} aria-expanded={open} aria-haspopup="dialog">
        {label}
      </Button>
    </Popover>
  );
}
