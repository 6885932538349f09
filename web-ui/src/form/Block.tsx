import type { ReactNode } from 'react';
import { fieldType } from '../fields';
import { local, type LocalText } from '../i18n';
import { elementKeys, fieldOf, type Field, type FormDefinition, type LayoutElement } from '../schema';
import { TabGroup } from './TabGroup';

/** What is put on the page, and how a field of it is drawn; `late`: it is far out of sight at first. */
export interface Page {
  form: FormDefinition;
  shown: Set<string>;
  /** Keys of fields that were refused: their tab comes to the front. */
  failing?: readonly string[];
  children: (field: Field, late: boolean) => ReactNode;
}

/** With the fields that are in sight at first. */
export interface ArrivedPage extends Page {
  first: ReadonlySet<string>;
}

interface Props {
  page: ArrivedPage;
  title?: LocalText | undefined;
  columns?: number | undefined;
  keys: readonly string[];
  /** Inside another block: its heading is one lower. */
  inner?: boolean;
}

/** Fields and elements under one heading, in columns. */
export function Block({ page, title, columns = 1, keys, inner = false }: Props) {
  const items = keys.filter((key) => stands(page, key));
  if (items.length === 0) return null;
  const heading = local(title);
  const Heading = inner ? 'h3' : 'h2';
  return (
    <section className={inner ? 'jm-inner' : 'jm-section'} {...(heading ? { 'aria-label': heading } : {})}>
      {heading ? <Heading className="jm-section-title">{heading}</Heading> : null}
      <div className={`jm-fields jm-fields-${Math.min(columns, 3)}`}>
        {items.map((key) => (
          <Item key={key} page={page} name={key} columns={columns} />
        ))}
      </div>
    </section>
  );
}

function Item({ page, name, columns }: { page: ArrivedPage; name: string; columns: number }) {
  const element = elementOf(page, name);
  if (element) {
    return (
      <div className="jm-field-wide">
        <Element page={page} element={element} />
      </div>
    );
  }
  const field = fieldOf(page.form, name);
  if (!field) return null;
  const looks = ['jm-field', spanOf(field, columns)].filter(Boolean).join(' ');
  return <div className={looks}>{page.children(field, !page.first.has(name))}</div>;
}

/** The class by which a field takes several columns: all of them by its type, or as many as its designer said. */
export function spanOf(field: Field, columns: number): string {
  if (fieldType(field.type).wide) return 'jm-field-wide';
  const span = Math.min(Number(field.width ?? 1), columns, 3);
  return span > 1 ? `jm-span-${span}` : '';
}

function Element({ page, element }: { page: ArrivedPage; element: LayoutElement }) {
  switch (element.type) {
    case 'note':
      return <p className="jm-note">{local(element.text)}</p>;
    case 'section':
      return <Block page={page} title={element.title} columns={element.columns} keys={element.fields ?? []} inner />;
    case 'tabs': {
      const tabs = (element.tabs ?? []).filter((tab) => tab.fields.some((key) => stands(page, key)));
      const failing = tabs.findIndex((tab) => tab.fields.some((key) => page.failing?.includes(key)));
      return (
        <TabGroup failing={failing} tabs={tabs}>
          {(tab) => <Block page={page} columns={tab.columns} keys={tab.fields} inner />}
        </TabGroup>
      );
    }
  }
}

const elementOf = (page: Page, key: string) => page.form.elements.find((element) => element.key === key);

/** A note stands always; a heading only with something under it. */
function stands(page: Page, key: string): boolean {
  const element = elementOf(page, key);
  if (!element) return page.shown.has(key) && fieldOf(page.form, key) !== undefined;
  if (element.type === 'note') return true;
  return elementKeys(element).some((inner) => stands(page, inner));
}
