import { describe, expect, it } from 'vitest';
import { whereabouts } from './whereabouts';

const word = (pathname: string) => whereabouts(pathname).word?.key;

describe('whereabouts', () => {
  it('of a form are the app and the form, on all of its pages', () => {
    for (const page of ['', '/new', '/bin', '/records/1', '/design/workflows/credit'])
      expect(whereabouts(`/t/demo/apps/crm/forms/customer${page}`)).toEqual({ app: 'crm', form: 'customer' });
  });

  it('of a dashboard are the app and the dashboard, read or designed', () => {
    for (const page of ['', '/design'])
      expect(whereabouts(`/t/demo/apps/crm/dashboards/overview${page}`)).toEqual({ app: 'crm', dashboard: 'overview' });
  });

  it('of what has no name yet, or stands for itself in an app, are the app and a word', () => {
    expect(whereabouts('/t/demo/apps/crm/dashboards/new')).toMatchObject({
      app: 'crm',
      word: { key: 'dashboard.new' },
    });
    expect(whereabouts('/t/demo/apps/crm/figures')).toMatchObject({ app: 'crm', word: { key: 'figures.title' } });
  });

  it('of the other pages are a word', () => {
    expect(word('/')).toBe('home.workspace');
    expect(word('/nowhere/to/be/found')).toBe('home.workspace');
    expect(word('/t/demo/tasks/1')).toBe('nav.tasks');
    expect(word('/t/demo/api-clients')).toBe('nav.admin');
    expect(word('/t/demo/privacy/people/1')).toBe('nav.privacy');
  });

  it('keep keys as they are and survive what is no address', () => {
    expect(whereabouts('/t/demo/apps/a%20b/forms/c%2Fd')).toEqual({ app: 'a b', form: 'c/d' });
    expect(whereabouts('/t/demo/apps/%E0%A4%A/figures').app).toBe('%E0%A4%A');
  });
});
