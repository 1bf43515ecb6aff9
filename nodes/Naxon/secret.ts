import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { secretMatches } from '../shared/webhook';

/** The secret a call has to carry, with where it stands; undefined when none is asked for. */
export async function readSecret(trigger: IHookFunctions | IWebhookFunctions) {
	const place = trigger.getNodeParameter('verify') as 'none' | 'header' | 'query';
	if (place === 'none') return undefined;
	const name = String(trigger.getNodeParameter('verifyName')).trim();
	const node = trigger.getNode();
	const { webhookSecret } = node.credentials?.naxonApi
		? await trigger.getCredentials('naxonApi')
		: {};
	if (!webhookSecret) {
		throw new NodeOperationError(
			node,
			"'Verify Secret' is on, but the credential has no 'Webhook Secret'",
			{
				description:
					"Choose a credential, fill in its 'Webhook Secret', and publish the workflow again.",
			},
		);
	}
	return { place, name, secret: String(webhookSecret) };
}

/** Whether a call carries the secret, if one is asked for. */
export async function secretIsRight(trigger: IWebhookFunctions): Promise<boolean> {
	const wanted = await readSecret(trigger);
	if (!wanted) return true;
	const given =
		wanted.place === 'header'
			? trigger.getHeaderData()[wanted.name.toLowerCase()]
			: (trigger.getQueryData() as Record<string, unknown>)[wanted.name];
	return secretMatches(given, wanted.secret);
}
