import { GrowingTree } from '../merkle';
import { checkedLeaf, parsed, signer, Unsound, type Json } from './checks';
import { readNote, type VerifierKey } from './note';
import type { FileVerdict } from './verifyFile';

export const EXPORT = 'jianmi.io/audit-export/1';

/**
 * A whole log, read line by line: a header, then entries and signed tree heads in order. The tree is built again from the entries' texts and
 * must have the root of every head that was ever signed.
 */
export class ExportWalk {
  private readonly tree = new GrowingTree();
  private key: VerifierKey | undefined;
  private size = -1;
  private signed = 0;

  /** @param trusted the key that it must be signed with; the file's own where there is none */
  constructor(private readonly trusted: string | undefined) {}

  /** How much of it is checked, 0 to 1. */
  get done(): number {
    return this.size > 0 ? this.tree.size / this.size : 0;
  }

  async line(written: string): Promise<void> {
    if (written.trim() === '') return;
    const line = parsed(written, this.tree.size);
    if (!this.key) return this.begin(line);
    if ('note' in line) return this.head(String(line['note']), this.key);
    await this.tree.append(await checkedLeaf(line, this.tree.size, this.key.name));
  }

  private async begin(header: Json): Promise<void> {
    if (header['format'] !== EXPORT) throw new Unsound('format');
    this.key = await signer(header, this.trusted);
    this.size = Number(header['size'] ?? -1);
  }

  private async head(note: string, key: VerifierKey): Promise<void> {
    const head = await readNote(note, key);
    if (!head) throw new Unsound('head', this.tree.size);
    if (head.size !== this.tree.size) throw new Unsound('missing', Math.min(head.size, this.tree.size));
    if (head.root !== (await this.tree.root())) throw new Unsound('signed', this.signed);
    this.signed = this.tree.size;
  }

  async end(): Promise<FileVerdict> {
    if (!this.key) throw new Unsound('format');
    if (this.tree.size !== this.size) throw new Unsound('missing', this.tree.size);
    if (this.signed !== this.size) throw new Unsound('uncovered', this.signed);
    return { kind: 'export', entries: this.size, size: this.size, root: await this.tree.root(), key: this.key.written };
  }
}
