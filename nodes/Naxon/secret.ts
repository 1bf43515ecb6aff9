import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { credentialOf, secretMatches } from '../shared/trigger/webhook';
import type { Settings } from './keyword';

const ASCII = /^[\x21-\x7e]+( +[\x21-\x7e]+)*$/;

/**
 * The secret a call has to carry, with where it stands; undefined when none is asked for.
 * Throws NodeOperationError when the credential has none, or one that the header cannot carry.
 */
export async function readSecret(trigger: IHookFunctions | IWebhookFunctions, settings: Settings) {
	const place = settings.get('verify');
	if (place === 'none') return undefined;
	const name = settings.get(place === 'header' ? 'headerName' : 'parameterName');
	const { credentials } = trigger.getNode();
	const data = credentials?.naxonApi && (await credentialOf(trigger, 'naxonApi'));
	const secret = String(data?.webhookSecret ?? '').trim();
	if (secret === '') {
		settings.fail(
			'verify',
			"is on, but the credential has no 'Webhook Secret'",
			"Choose a credential, fill in its 'Webhook Secret', and publish the workflow again.",
		);
	}
	if (place === 'header' && !ASCII.test(secret)) {
		settings.fail(
			'verify',
			"is on, but a header cannot carry the credential's 'Webhook Secret'",
			'Use letters without accents, digits and punctuation, or verify a query parameter.',
		);
	}
	return { place, name, secret };
}

/** Whether a call carries the secret, if one is asked for. */
export async function secretIsRight(
	trigger: IWebhookFunctions,
	settings: Settings,
): Promise<boolean> {
	const wanted = await readSecret(trigger, settings);
	if (!wanted) return true;
	const header = wanted.place === 'header';
	const given = header ? trigger.getHeaderData() : (trigger.getQueryData() as IDataObject);
	const name = header ? wanted.name.toLowerCase() : wanted.name;
	return Object.hasOwn(given, name) && secretMatches((given as IDataObject)[name], wanted.secret);
}
