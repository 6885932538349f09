import type { Messages } from '../../i18n';

export const printMessages: Messages = {
  'zh-CN': {
    print: {
      go: '打印',
      working: '正在生成 PDF…',
      opened: 'PDF 已在新标签页打开；这次打印已写入审计日志。',
      save: '下载 PDF',
      done: 'PDF 已保存到下载目录；这次打印已写入审计日志。',
      most: '一次最多打印 {{count}} 条',
    },
    problem: {
      code: {
        'print_font-missing':
          '服务器上没有可用的中文字体。请管理员安装 fonts-wqy-zenhei，或在 JIANMI_PRINT_FONT 中指定一个 TrueType 字体，之后即可打印。',
        print_busy: '现在打印的人较多，请稍后再试。',
        'print_too-large': '内容过多，一份文件放不下，请分几次打印。',
        'print_too-many': '一次打印的记录过多，请减少后重试。',
      },
    },
  },
  en: {
    print: {
      go: 'Print',
      working: 'Making the PDF…',
      opened: 'The PDF is open in a new tab. This print is in the audit log.',
      save: 'Download the PDF',
      done: 'The PDF is in your downloads. This print is in the audit log.',
      most: 'At most {{count}} at once',
    },
    problem: {
      code: {
        'print_font-missing':
          'The server has no font for Chinese. Have fonts-wqy-zenhei installed, or a TrueType font named in JIANMI_PRINT_FONT; then print again.',
        print_busy: 'Many records are being printed just now. Try again in a moment.',
        'print_too-large': 'This is too much for one document. Print in several goes.',
        'print_too-many': 'Too many records for one document. Print fewer at once.',
      },
    },
  },
};
