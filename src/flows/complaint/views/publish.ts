import type { Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Entry } from '../store/entries.ts'

/** Says what happened under the complaint's card, where it has one. */
export async function publish(_ctx: Context, _complaint: Complaint, _entry: Entry): Promise<void> {}

/** The living card as things stand: in its channel, or for a confidential one privately to its owner. */
export async function redraw(_ctx: Context, _complaint: Complaint): Promise<void> {}
