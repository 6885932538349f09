import { useLocale } from '../i18n';
import { Block, type Page } from './Block';
import { useArriving } from './useArriving';
import './form.css';

/** The form's blocks, sections, tabs and columns; what a rule hides leaves no gap. */
export function Sections(page: Page) {
  useLocale();
  const arrived = { ...page, ...useArriving(page.form, page.shown) };
  return (
    <>
      {page.form.layout.map((block, index) => (
        <Block key={index} page={arrived} title={block.section} columns={block.columns} keys={block.fields} />
      ))}
    </>
  );
}
