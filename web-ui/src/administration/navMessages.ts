import type { Messages } from '../i18n';

/** The words of the ways into the section and to one's own settings: the frame offers them on every page. */
export const administrationNavMessages: Messages = {
  'zh-CN': {
    nav: { admin: '管理' },
    operations: {
      members: '成员与部门',
      roles: '角色',
      'api-clients': 'API 客户端',
      keys: '密钥',
      jobs: '作业',
      health: '健康状况',
      settings: '设置',
    },
    administration: { part: { people: '组织', running: '运行', house: '企业' } },
    me: { profile: '个人设置' },
    profile: { title: '个人设置' },
  },
  en: {
    nav: { admin: 'Admin' },
    operations: {
      members: 'Members',
      roles: 'Roles',
      'api-clients': 'API clients',
      keys: 'Keys',
      jobs: 'Jobs',
      health: 'Health',
      settings: 'Settings',
    },
    administration: { part: { people: 'People', running: 'Running', house: 'Company' } },
    me: { profile: 'Profile' },
    profile: { title: 'Profile' },
  },
};
