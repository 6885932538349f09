/** How long the browser may take a document's bytes, milliseconds; a tab that shows it has them by then. */
const KEPT = 300_000;

/** An address of the bytes within this page. Their type must be none that runs: what is opened from here belongs to this site. */
export function addressOf(file: Blob): string {
  const address = URL.createObjectURL(file);
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
  return address;
}

/** Saves what stands at the address under that name. */
export function saveAs(name: string, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

export function saveFile(name: string, file: Blob): void {
  saveAs(name, addressOf(file));
}
