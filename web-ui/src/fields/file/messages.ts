import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { file: '附件' },
    problem: {
      code: {
        file_unknown: '文件不存在，或你无权使用。请重新上传。',
        'file_too-many': '最多 {{max}} 个文件。',
        'file_picture-too-big': '图片的像素过多，没有保存。请缩小后重新上传。',
        'file_too-large': '文件太大。',
        'file_type-not-accepted': '此处不接受这种文件，可接受：{{accept}}。',
        'file_not-multipart': '上传的格式不对，请刷新后重试。',
        'file_one-expected': '一次只能上传一个文件。',
        file_empty: '文件是空的。',
        'file_name-invalid': '文件名缺失、太长或含有不可见字符，请改名后重试。',
        'file_type-refused': '不接受程序、脚本和网页文件。',
        'file_type-unknown': '无法识别文件内容，不接受这种文件。',
        file_damaged: '图片已损坏，请换一张。',
        'file_waiting-limit': '你有太多上传后未保存的文件，请先保存或明天再试。',
        file_masked: '你知道有这个文件，但不能读取内容。',
        file_integrity: '封印已破损：文件绕过系统被改动过，已停止下载。请联系管理员。',
        'file_range-invalid': '文件中没有这一段。',
      },
    },
    field: {
      file: {
        count: '{{count}} 个文件',
        hint: '可选择、拖入或粘贴；最多 {{count}} 个，每个不超过 {{size}}。',
        nameless: '文件',
        remove: '移除 {{name}}',
        progress: '{{name}} 上传进度',
        choose: '选择文件',
        dismiss: '知道了',
      },
    },
  },
  en: {
    fieldType: { file: 'File' },
    problem: {
      code: {
        file_unknown: 'There is no such file, or you may not use it. Upload it again.',
        'file_too-many': 'No more than {{max}} files.',
        'file_picture-too-big':
          'The picture has too many pixels and was not kept. Make it smaller and upload it again.',
        'file_too-large': 'The file is too large.',
        'file_type-not-accepted': 'This kind of file is not accepted here. Accepted: {{accept}}.',
        'file_not-multipart': 'The upload had the wrong form. Reload and try again.',
        'file_one-expected': 'One file at a time.',
        file_empty: 'The file is empty.',
        'file_name-invalid': 'The name is missing, too long or holds invisible characters. Rename the file.',
        'file_type-refused': 'Programs, scripts and web pages are not accepted.',
        'file_type-unknown': 'The content is of no kind that is accepted.',
        file_damaged: 'The picture is damaged. Choose another.',
        'file_waiting-limit': 'Too many of your uploads are not saved in a record yet. Save them, or try tomorrow.',
        file_masked: 'You may know of this file, not read it.',
        file_integrity: 'The seal is broken: the file was changed outside the product. Tell your administrator.',
        'file_range-invalid': 'The file has no such part.',
      },
    },
    field: {
      file: {
        count_one: '{{count}} file',
        count_other: '{{count}} files',
        hint_one: 'Choose, drop or paste; one file of {{size}} at most.',
        hint_other: 'Choose, drop or paste; {{count}} files at most, each up to {{size}}.',
        nameless: 'File',
        remove: 'Remove {{name}}',
        progress: 'Progress of {{name}}',
        choose: 'Choose files',
        dismiss: 'Dismiss',
      },
    },
  },
};
