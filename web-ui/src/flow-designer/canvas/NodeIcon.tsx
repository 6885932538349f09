import {
  AuditOutlined,
  BranchesOutlined,
  CheckCircleOutlined,
  EditOutlined,
  MailOutlined,
  NodeIndexOutlined,
  PartitionOutlined,
  PlayCircleOutlined,
  PullRequestOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { NodeType } from '../model/document';

const icons = {
  start: PlayCircleOutlined,
  approval: AuditOutlined,
  handling: EditOutlined,
  cc: MailOutlined,
  condition: BranchesOutlined,
  parallel: PartitionOutlined,
  join: PullRequestOutlined,
  subworkflow: NodeIndexOutlined,
  automation: ThunderboltOutlined,
  end: CheckCircleOutlined,
};

/** `className` comes from the menus that it stands in. */
export function NodeIcon({ type, className }: { type: NodeType; className?: string }) {
  const Icon = icons[type] ?? AuditOutlined;
  return <Icon aria-hidden {...(className ? { className } : {})} />;
}
