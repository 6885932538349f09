interface AtNode {
  node: string | null;
  nodeTitle?: string | null;
}

/** The title of the step a task or an entry stands at; empty when only its key is known, which means nothing to people. */
export function nodeTitle({ nodeTitle: title }: AtNode): string {
  return title ?? '';
}
