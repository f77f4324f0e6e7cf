import type { Severity, Type } from './classes.ts'

const listed = (words: string): readonly string[] => words.split(/,\s*/u).map((word) => word.trim())

/** `*` ends the beginning of a Latin word; everything else has to be there as a whole. Chinese stands anywhere. */
export const SEVERITY_WORDS: Readonly<Record<Exclude<Severity, 3>, readonly string[]>> = {
  1: listed(`injur*, hurt, wounded, bleeding, hospital*, ambulance, poison*, allergic, died, death, fire, caught fire,
    smoke, smoking, burn*, explod*, explosi*, electric shock, electrocut*, gas leak, data leak*, leaked data,
    data breach*, personal data, hacked, stolen data, privacy, lawyer*, attorney*, legal action, sue, suing, lawsuit*,
    court, police, regulator*, 受伤, 伤亡, 住院, 中毒, 过敏, 死亡, 流血, 烫伤, 触电, 着火, 起火, 火灾, 冒烟, 爆炸,
    泄露, 泄漏个人, 隐私, 个人信息, 被盗用, 律师, 起诉, 诉讼, 法院, 报警, 监管, 消协, 曝光`),
  2: listed(`cannot use, can't use, can not use, unusable, does not work, doesn't work, not working, outage,
    stopped working, down for, many customers, all customers, several customers, everybody, everyone, refund*,
    money back, compensat*, cancel the contract, terminate the contract, urgent*, 无法使用, 不能用, 用不了, 不能使用,
    瘫痪, 中断, 停机, 很多客户, 多位客户, 多个客户, 所有客户, 大量客户, 退款, 退货, 赔偿, 索赔, 解约, 终止合同, 紧急`),
  4: listed(`trifle, minor, cosmetic, typo*, suggestion*, would be nice, small thing, slightly, wording, 小问题, 轻微,
    建议, 错别字, 笔误, 不影响使用, 顺便, 希望能改进`),
}

export const TYPE_WORDS: Readonly<Record<Exclude<Type, 'other'>, readonly string[]>> = {
  product: listed(`broken, broke, defect*, faulty, leak, leaks, leaking, crack*, quality, damaged, product*,
    does not work, doesn't work, not working, stopped working, crash*, bug, bugs, expired, mouldy, caught fire, smoke,
    smoking, explod*, electric shock, 质量, 故障, 损坏, 坏了, 破损, 漏水, 漏电, 开裂, 缺陷, 瑕疵, 产品, 过期, 变质, 闪退,
    死机, 起火, 着火, 冒烟, 爆炸`),
  service: listed(`rude, unfriendly, impolite, attitude, hotline, support, staff, service, no answer, ignored, hung up,
    nobody answers, nobody answered, waited, waiting, unhelpful, 态度, 客服, 服务, 不耐烦, 没人接, 无人接听, 敷衍,
    没人理, 不回复, 没有回复, 等了`),
  process: listed(`process, procedure*, paperwork, form, forms, approval*, bureaucra*, registration, sign up,
    complicated, policy, policies, 流程, 手续, 审批, 注册, 表格, 繁琐, 复杂, 规定`),
  delivery: listed(`deliver*, parcel*, package*, shipping, shipment*, shipped, courier*, late, delayed, delay,
    not arrived, never arrived, lost in transit, tracking, 快递, 物流, 发货, 送货, 配送, 包裹, 没收到, 未收到, 延误,
    延迟, 迟到, 送错`),
  billing: listed(`bill, bills, billed, billing, invoice*, charge, charged, charges, overcharg*, price*, payment*, paid,
    refund*, money back, credit card, fee, fees, 账单, 发票, 扣款, 多收, 收费, 费用, 价格, 退款, 付款, 重复扣, 乱收`),
}
