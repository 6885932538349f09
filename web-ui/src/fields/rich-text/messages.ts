import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { 'rich-text': '富文本' },
    field: {
      rich: {
        tools: '文字格式',
        bold: '加粗',
        italic: '斜体',
        underline: '下划线',
        strike: '删除线',
        h1: '一级标题 H1',
        h2: '二级标题 H2',
        h3: '三级标题 H3',
        bullets: '项目符号',
        numbers: '编号',
        quote: '引用',
        code: '代码',
        lines: '代码块',
        rule: '分隔线',
        undo: '撤销',
        redo: '重做',
        link: '链接',
        address: '链接地址',
        apply: '确定',
        unlink: '去掉链接',
        cancel: '取消',
        addressRefused: '链接须以 https://、http://、mailto: 或 tel: 开头。',
      },
    },
    problem: {
      code: {
        'field_html-forbidden': '含有脚本、表单、嵌入内容或不安全的链接，请去掉后再保存。',
        'field_html-unsupported': '含有这里不能保存的内容（如表格、图片），请去掉后再保存。',
        'field_html-too-complex': '内容过长或层级过深，请分开填写。',
      },
    },
  },
  en: {
    fieldType: { 'rich-text': 'Rich text' },
    field: {
      rich: {
        tools: 'Text format',
        bold: 'Bold',
        italic: 'Italic',
        underline: 'Underline',
        strike: 'Strike through',
        h1: 'Heading H1',
        h2: 'Heading H2',
        h3: 'Heading H3',
        bullets: 'Bullet list',
        numbers: 'Numbered list',
        quote: 'Quote',
        code: 'Code',
        lines: 'Code block',
        rule: 'Line',
        undo: 'Undo',
        redo: 'Redo',
        link: 'Link',
        address: 'Link address',
        apply: 'Set',
        unlink: 'Remove link',
        cancel: 'Cancel',
        addressRefused: 'A link starts with https://, http://, mailto: or tel:.',
      },
    },
    problem: {
      code: {
        'field_html-forbidden':
          'Contains a script, a form, embedded content or an unsafe link; remove it and save again.',
        'field_html-unsupported':
          'Contains something that cannot be kept here, such as a table or an image; remove it and save again.',
        'field_html-too-complex': 'Too long or too deeply nested; split it up.',
      },
    },
  },
};
