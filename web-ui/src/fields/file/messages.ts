import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { file: '附件' },
    field: { file: { count: '{{count}} 个文件', later: '此版本暂不支持在页面上传附件。' } },
  },
  en: {
    fieldType: { file: 'File' },
    field: {
      file: {
        count_one: '{{count}} file',
        count_other: '{{count}} files',
        later: 'Uploading files from this page is not available in this version.',
      },
    },
  },
};
