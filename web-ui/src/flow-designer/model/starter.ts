import type { LocalText } from '../../i18n';
import { isProtected, type Field } from '../../schema';
import type { Access, Flow, FlowNode, NodeType } from './document';

type Fields = readonly Field[];

/**
 * What a new step shows: what is not protected is read, everything else is masked, and so is what the form gets later. Opening more is a
 * decision of whoever designs.
 */
export function careful(fields: Fields): Record<string, Access> {
  const clear = fields.filter((field) => !isProtected(field)).map((field) => [field.key, 'read' as const]);
  return { '*': 'masked', ...Object.fromEntries(clear) };
}

/** A new node of a type, complete enough to be published where that can be guessed. */
export function newNode(type: NodeType, key: string, fields: Fields, title?: LocalText): FlowNode {
  return { key, type, ...(title === undefined ? {} : { title }), ...usual(type, fields) };
}

function usual(type: NodeType, fields: Fields): Partial<FlowNode> {
  switch (type) {
    case 'approval':
      return {
        assignees: { headOf: 'initiator', otherwise: 'admin' },
        sign: { mode: 'any' },
        fields: careful(fields),
        actions: ['approve', 'reject', 'return', 'transfer'],
      };
    case 'handling':
      return {
        assignees: { initiator: true },
        sign: { mode: 'any' },
        fields: careful(fields),
        actions: ['approve', 'save'],
      };
    case 'cc':
      return { assignees: { initiator: true }, fields: careful(fields) };
    case 'automation':
      return { steps: [{ notify: { assignees: { initiator: true }, text: '' } }] };
    case 'subworkflow': {
      const through = fields.find((field) => field.type === 'relation' || field.type === 'relations');
      return { records: through ? { through: through.key } : { through: '' } };
    }
    default:
      return {};
  }
}

export interface StarterWords {
  start: LocalText;
  approval: LocalText;
  end: LocalText;
}

/** The flow that a new workflow begins with: submitted, approved by the head of the department, done. */
export function starter(key: string, title: LocalText, form: string, fields: Fields, words: StarterWords): Flow {
  return {
    kind: 'workflow',
    key,
    title,
    form,
    nodes: [
      { key: 'submit', type: 'start', title: words.start },
      newNode('approval', 'approval', fields, words.approval),
      { key: 'done', type: 'end', title: words.end },
    ],
    edges: [
      { from: 'submit', to: 'approval' },
      { from: 'approval', to: 'done' },
    ],
    withdraw: { by: 'initiator' },
  };
}
