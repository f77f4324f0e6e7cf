import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'
import type { Line } from '../rules/role-line.ts'

const en = {
  title: 'Roles',
  roles: { risk: 'Second line: risk and compliance (risk)', audit: 'Third line: internal audit (audit)' } as Record<
    Line,
    string
  >,
  may: {
    risk: 'sets categories, scales and appetite of risks, and decides whether one may be accepted',
    audit: 'reads every risk and the audit trail, and changes nothing',
  } as Record<Line, string>,
  nobody: 'nobody',
  how: 'Administrators give one with /ops role risk @name or /ops role audit @name, and take it back with “off” after it.',
  usage: 'Write /ops role to see them, /ops role risk @name, /ops role audit @name, or the same with off.',
  given: (name: string, role: string) => `${name}: ${role}.`,
  already: (name: string, role: string) => `${name} has that role already: ${role}.`,
  taken: (name: string, role: string) => `${name} no longer has the role: ${role}.`,
  never: (name: string, role: string) => `${name} does not have the role: ${role}.`,
  both: (name: string) =>
    `${name} already has the other one. Whoever audits the second line cannot belong to it: take that role back first.`,
}

const zhCN: typeof en = {
  title: '角色',
  roles: { risk: '第二道防线：风险与合规（风险）', audit: '第三道防线：内部审计（审计）' },
  may: {
    risk: '设定风险的类别、评分标准和风险偏好，决定是否接受风险',
    audit: '查看全部风险和审计记录，不做任何修改',
  },
  nobody: '无',
  how: '管理员用 /ops 角色 风险 @姓名 或 /ops 角色 审计 @姓名 授予，在后面加“取消”收回。',
  usage: '写 /ops 角色 查看；写 /ops 角色 风险 @姓名 或 /ops 角色 审计 @姓名 授予，后面加“取消”收回。',
  given: (name, role) => spaced`${name}：${role}。`,
  already: (name, role) => spaced`${name}已有此角色：${role}。`,
  taken: (name, role) => spaced`${name}不再有此角色：${role}。`,
  never: (name, role) => spaced`${name}没有此角色：${role}。`,
  both: (name) => spaced`${name}已有另一角色。审计第二道防线的人不能属于第二道防线，请先收回原有角色。`,
}

export const roleWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
