import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import { completion, type Waiting } from '../../shared/node/completion';
import type { Operations } from '../contract';

/** The path of one campaign. */
export type CampaignPath = Operations['campaign.get']['path'];

/** How a user finds out what became of a campaign. */
export const checkStatus = "To find out, run 'Get Status' for the campaign.";

/** A campaign's status, name and ID. */
export const statusOf = async (api: Client<Operations>, path: CampaignPath) =>
	await api.call('campaign.getStatus', { path, query: { view: 'status' }, body: {} });

/** What asks for what came of each contact (docs/evidence/kore-ai.md §9.2). */
export const forResults = (path: CampaignPath) => ({
	path,
	query: { view: 'contacts' as const },
	body: {},
});

export const isReady = ({ status }: IDataObject) => /^ready$/i.test(String(status));

export const isActive = ({ status }: IDataObject) => /^active$/i.test(String(status));

const isPreparing = ({ status }: IDataObject) => /^preparing$/i.test(String(status));

/**
 * A campaign's status once it is prepared: that it has to be before it can start is inferred (docs/evidence/kore-ai.md
 * §9.2.1). Waits as the user set it, and throws when that is too short.
 */
export const prepared = async (
	api: Client<Operations>,
	fields: Waiting,
	path: CampaignPath,
): Promise<IDataObject> =>
	await completion(api, fields, {
		begun: ['The campaign was created', "Look later with 'Get Status'."],
		read: async (patient) => await statusOf(patient, path),
		isDone: (state) => !isPreparing(state),
		late: ({ status }) => `The campaign is not prepared (${String(status)})`,
	});

const OVER = /^(completed|stopped)$/i;

/** A campaign's status once nobody is called any more. */
export const finished = async (
	api: Client<Operations>,
	fields: Waiting,
	path: CampaignPath,
): Promise<IDataObject> =>
	await completion(api, fields, {
		begun: ['The campaign was started', "Look later with 'Get Status'."],
		read: async (patient) => await statusOf(patient, path),
		isDone: ({ status }) => OVER.test(String(status)),
		late: ({ status }) => `The campaign is not completed (${String(status)})`,
	});
