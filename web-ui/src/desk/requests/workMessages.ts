import type { Messages } from '../../i18n';

/** What is to be done for a request, and the copy that is made for it. */
export const deskRequestWorkMessages: Messages = {
  'zh-CN': {
    desk: {
      request: {
        next: {
          access: '下一步：制作副本，核对后交给本人，再答复。',
          access_done: '下一步：下载副本，交给本人，再答复。',
          export: '下一步：制作副本，核对后交给本人，再答复。',
          export_done: '下一步：下载副本，交给本人，再答复。',
          correct: '下一步：从本人的页面打开记录，改正后答复。',
          erase: '下一步：申请删除，由另一位同事批准。',
          erase_done: '下一步：获批后到本人的页面执行删除，再答复。',
          restrict: '下一步：限制处理，再答复。',
          restrict_done: '已限制处理。下一步：答复本人。',
          object: '下一步：选定要撤回的同意，再答复。',
          object_done: '已撤回选定的同意。下一步：答复本人。',
        },
      },
      copy: {
        title: '个人信息副本',
        hint: '本人的全部记录、附件、同意和查看情况；他人的内容脱敏。加密保存一天，每次下载都记入审计日志。',
        none: '还没有制作。',
        making: '正在制作，可以离开此页。',
        ready: '已制作好，{{until}} 前可下载。',
        failed: '没有制作成功，请重新制作。',
        gone: '副本已过期删除。',
        make: '制作副本',
        again: '重新制作',
        download: '下载',
      },
    },
  },
  en: {
    desk: {
      request: {
        next: {
          access: 'Next: make the copy, look it over, give it to the person, then answer.',
          access_done: 'Next: download the copy, give it to the person, then answer.',
          export: 'Next: make the copy, look it over, give it to the person, then answer.',
          export_done: 'Next: download the copy, give it to the person, then answer.',
          correct: 'Next: open the records from the person’s page, correct them, then answer.',
          erase: 'Next: ask for erasure; somebody else has to agree.',
          erase_done: 'Next: once it is agreed to, carry it out on the person’s page, then answer.',
          restrict: 'Next: restrict the person, then answer.',
          restrict_done: 'The person is restricted. Next: answer.',
          object: 'Next: choose the consents that are withdrawn, then answer.',
          object_done: 'The consents chosen are withdrawn. Next: answer.',
        },
      },
      copy: {
        title: 'Copy of the personal data',
        hint: 'All records, files and consents of the person, and who looked; what is about others is masked. Kept encrypted for a day; each download is in the audit log.',
        none: 'Not made yet.',
        making: 'Being made. You may leave this page.',
        ready: 'Ready until {{until}}.',
        failed: 'It could not be made. Make it again.',
        gone: 'The copy is not kept any more.',
        make: 'Make the copy',
        again: 'Make it again',
        download: 'Download',
      },
    },
  },
};
