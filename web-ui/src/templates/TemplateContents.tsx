import { Drawer } from 'antd';
import { path, useGet, type TemplateDetail, type TenantTemplate } from '../api';
import { local, useText } from '../i18n';
import { RowsSkeleton } from '../ui';

/** The fields of each form with their sensitivity, before anything is installed. */
export function TemplateContents({ template, onClose }: { template: TenantTemplate; onClose: () => void }) {
  const t = useText();
  const detail = useGet<TemplateDetail>(path`/templates/${template.id}`);
  return (
    <Drawer open title={local(template.title)} onClose={onClose} width="min(480px, 100vw)">
      {detail.isPending ? <RowsSkeleton label={t('app.loading')} /> : null}
      {detail.error ? <p>{t('templates.failed')}</p> : null}
      {(detail.data?.forms ?? []).map((form) => (
        <section key={form.key} className="jm-template-form">
          <h3>{local(form.title)}</h3>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('templates.field')}</th>
                <th scope="col">{t('templates.tag')}</th>
              </tr>
            </thead>
            <tbody>
              {form.fields.map((field) => (
                <tr key={field.key}>
                  <td>{local(field.title, field.key)}</td>
                  <td>{t(`field.tagName.${field.level}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Drawer>
  );
}
