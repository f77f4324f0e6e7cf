import { describeContract } from './contract.ts'
import { openPlaygroundStage } from './playground-stage.ts'
import { openSlackStage } from './slack-stage.ts'
import { openTeamsStage } from './teams-stage.ts'

describeContract('Slack', openSlackStage)
describeContract('Microsoft Teams', openTeamsStage)
describeContract('the playground', openPlaygroundStage)
