import { describeContract } from './contract.ts'
import { openPlaygroundStage } from './playground-stage.ts'
import { openSlackStage } from './slack-stage.ts'

describeContract('Slack', openSlackStage)
describeContract('the playground', openPlaygroundStage)
