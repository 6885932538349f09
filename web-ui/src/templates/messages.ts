import type { Messages } from '../i18n';

export const templateMessages: Messages = {
  'zh-CN': {
    problem: {
      code: {
        template_installed: '这个空间已经安装了该模板。',
        'template_keys-taken': '这个空间里已有相同标识的其他内容，没有改动任何东西。',
      },
    },
    templates: {
      title: '模板中心',
      browse: '从模板安装',
      hint: '现成的应用：表单、流程、权限和隐私标签都已配好，安装后可以随意修改。',
      none: '还没有模板',
      closed: '模板由设计者和管理员安装',
      failed: '模板没有加载成功',
      forms: '表单',
      workflows: '流程',
      dashboards: '仪表盘',
      privacy: '隐私',
      level: '{{level}} {{count}} 项',
      open: '没有受保护的字段',
      missing: '这个空间还没有这些角色：{{roles}}。可以先安装；在登录系统中建好角色后，相应的人才能使用。',
      install: '安装',
      installing: '正在安装',
      installed: '已安装 {{version}}',
      contents: '查看内容',
      open_app: '打开应用',
      field: '字段',
      tag: '敏感级别',
      done: '“{{title}}”已安装，可以使用了。',
      notInstalled: '“{{title}}”没有安装',
      taken: '这个空间里已有别的内容使用这些标识：{{keys}}。没有改动任何东西；请先删除它们所在的应用，再安装。',
    },
    audit: { act: { template_install: '安装模板' } },
  },
  en: {
    problem: {
      code: {
        template_installed: 'This workspace has the template already.',
        'template_keys-taken': 'This workspace has something else under the same keys. Nothing was changed.',
      },
    },
    templates: {
      title: 'Templates',
      browse: 'From a template',
      hint: 'Ready-made apps with forms, workflows, rights and privacy tags. Change whatever you like once they are installed.',
      none: 'There are no templates',
      closed: 'Templates are installed by designers and administrators',
      failed: 'The templates could not be loaded',
      forms: 'Forms',
      workflows: 'Workflows',
      dashboards: 'Dashboards',
      privacy: 'Privacy',
      level: '{{level}}: {{count}}',
      open: 'No protected fields',
      missing:
        'This workspace has no such roles yet: {{roles}}. You can install now; people can use it once the roles exist in the sign-in system.',
      install: 'Install',
      installing: 'Installing',
      installed: 'Installed, {{version}}',
      contents: 'See what is in it',
      open_app: 'Open the app',
      field: 'Field',
      tag: 'Sensitivity',
      done: '“{{title}}” is installed and ready.',
      notInstalled: '“{{title}}” was not installed',
      taken:
        'This workspace uses these keys for something else: {{keys}}. Nothing was changed. Delete the app they belong to, then install.',
    },
    audit: { act: { template_install: 'Installed a template' } },
  },
};
