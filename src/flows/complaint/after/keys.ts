import type { Survey } from './store.ts'

/** The outbox keys of what the owner is told about the customer's verdict. */
export const surveyKey = ({ complaintId, round }: Survey): string => `complaint/${complaintId}/survey/${round}`
export const verdictKey = ({ complaintId, round }: Survey): string => `complaint/${complaintId}/verdict/${round}`
