import { type CommandLine, parseCommandLine, splitSubcommand } from '../../chat/command-line.ts'
import { type Asking, type Reply, show } from '../../flow.ts'
import { commandNamed, helpCard, isHelp, type Listed, mistyped, namesOf, unknownCommand } from '../../help.ts'
import { askForEdit, askForNew } from './edit.ts'
import { listPolicies, showByCommand } from './list.ts'
import { does, POLICY, POLICY_AND_OWNER, title } from './messages/commands.ts'
import { tryByCommand } from './try.ts'
import { policyMeant } from './which-policy.ts'

const editByCommand = async (ctx: Asking, { words }: CommandLine): Promise<Reply> =>
  askForEdit(ctx, await policyMeant(ctx, words.join(' ')))

const POLICIES: Listed = {
  name: 'ops policy',
  title,
  commands: {
    list: { run: listPolicies, aliases: ['列表'], does: does.list },
    show: { run: showByCommand, aliases: ['查看'], usage: POLICY, does: does.show },
    new: { run: askForNew, aliases: ['新建'], does: does.new },
    edit: { run: editByCommand, aliases: ['编辑'], usage: POLICY, does: does.edit },
    try: { run: tryByCommand, aliases: ['试算'], usage: POLICY_AND_OWNER, does: does.try },
  },
}

/** `/ops policy new|edit|list|show|try`: the first word says what; without one all of them are listed. */
export async function policyCommand(ctx: Asking, { text }: CommandLine): Promise<Reply> {
  const { name, rest } = splitSubcommand(text)
  if (name === '') return listPolicies(ctx)
  const command = commandNamed(POLICIES, name)
  if (command) return command.run(ctx, parseCommandLine(rest))
  if (isHelp(name)) return show(helpCard([POLICIES], ctx.locale))

  return show(unknownCommand(POLICIES, mistyped(name, namesOf(POLICIES)), ctx.locale))
}
