import type { Messages } from '../../i18n';

export const chartMessages: Messages = {
  'zh-CN': {
    workflow: {
      chart: {
        title: '流程图',
        drawing: '流程的各个步骤',
        none: '没有可以显示的流程图。',
        since: '到达',
        andMore: '{{name}} 等 {{count}} 人',
        state: {
          passed: '已经过',
          current: '进行中',
          possible: '可能经过',
          aside: '不经过',
          stopped: '在此终止',
        },
        type: {
          start: '开始',
          approval: '审批',
          handling: '办理',
          condition: '条件分支',
          parallel: '并行分支',
          join: '汇聚',
          cc: '抄送',
          automation: '自动化',
          subworkflow: '子流程',
          end: '结束',
          other: '步骤',
        },
      },
    },
  },
  en: {
    workflow: {
      chart: {
        title: 'Chart',
        drawing: 'The steps of the workflow',
        none: 'There is no chart to show.',
        since: 'Reached',
        andMore: '{{name}} and others, {{count}} in all',
        state: {
          passed: 'Passed',
          current: 'Here now',
          possible: 'May come',
          aside: 'Not taken',
          stopped: 'Ended here',
        },
        type: {
          start: 'Start',
          approval: 'Approval',
          handling: 'Handling',
          condition: 'Condition',
          parallel: 'In parallel',
          join: 'Join',
          cc: 'Copy',
          automation: 'Automation',
          subworkflow: 'Subworkflow',
          end: 'End',
          other: 'Step',
        },
      },
    },
  },
};
