/** For programs, in English whoever runs them. */
export const sentences = {
  noKeyResult: (reference: string) => `There is no key result ${reference}.`,
  noObjective: (reference: string) => `There is no objective ${reference}.`,
  noCycle: (name: string) => `There is no cycle “${name}”.`,
  noOwner: (email: string) => `Nobody here has the e-mail address ${email}.`,
  needsValue: (reference: string) => `${reference} is measured by a value: send it, as a number or as text.`,
  noSteps: (reference: string) => `${reference} is measured by a value and has no steps.`,
  needsSteps: (reference: string) => `${reference} is made of milestones: send the names of all steps that are done.`,
  noValue: (reference: string) => `${reference} is made of milestones and has no value: send the steps that are done.`,
  unknownStep: (name: string, steps: readonly string[]) =>
    `“${name}” is none of its steps, which are ${steps.map((step) => `“${step}”`).join(', ')}.`,
  twofold: (typed: string) => `“${typed}” can be a change or a value here. Send a value as a JSON number.`,
  ahead: (reference: string, count: number) => `${reference} has ${count} check-ins, and no such version.`,
  overtaken: (reference: string, value: string, version: number) =>
    `Somebody else has checked in on ${reference} meanwhile: its value is ${value}, at version ${version}. Nothing was written.`,
}
