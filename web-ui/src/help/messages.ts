import type { Messages } from '../i18n';

export const helpMessages: Messages = {
  'zh-CN': {
    help: {
      label: '本页帮助',
      open: '帮助',
      close: '关闭帮助',
      here: '本页的按键',
      everywhere: '到处可用的按键',
      search: '搜索或跳转',
      toggle: '打开或关闭帮助',
    },
  },
  en: {
    help: {
      label: 'Help on this page',
      open: 'Help',
      close: 'Close help',
      here: 'Keys on this page',
      everywhere: 'Keys on every page',
      search: 'Search or go to',
      toggle: 'Open or close help',
    },
  },
};
