import type { Locale } from '../../../chat/locale.ts'

const en = {
  state: {
    identified: 'identified',
    assessed: 'assessed',
    responding: 'responding',
    monitoring: 'monitored',
    closed: 'closed',
  },
  response: { avoid: 'avoid', transfer: 'transfer', mitigate: 'mitigate', accept: 'accept' },
  line: {
    1: 'first line: business',
    2: 'second line: risk and compliance',
    3: 'third line: internal audit',
  } as Record<number, string>,
  category: { legal: 'Legal and compliance', operational: 'Operational', market: 'Market' } as Record<string, string>,
  likelihood: ['rare', 'unlikely', 'possible', 'likely', 'almost certain'],
  impact: ['negligible', 'minor', 'moderate', 'major', 'severe'],
}

const zhCN: typeof en = {
  state: { identified: '已识别', assessed: '已评估', responding: '应对中', monitoring: '监控中', closed: '已关闭' },
  response: { avoid: '规避', transfer: '转移', mitigate: '减轻', accept: '接受' },
  line: { 1: '第一道防线：业务部门', 2: '第二道防线：风险与合规', 3: '第三道防线：内部审计' },
  category: { legal: '法规', operational: '运营', market: '市场' },
  likelihood: ['罕见', '不太可能', '可能', '很可能', '几乎确定'],
  impact: ['可忽略', '较小', '中等', '重大', '灾难性'],
}

export const classNames: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
