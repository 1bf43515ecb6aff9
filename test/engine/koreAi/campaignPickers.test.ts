import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { searchList } from '../../support/contexts';
import { BOT, koreAccount, OTHER_BOT, useKore } from '../../support/koreAi';
import { CUSTOMERS, DONE, READY, SMS } from '../../support/koreAiCampaigns';

/** The pickers of Kore.ai Contact Center. */
const { sandbox, sent, onlySent, state } = useKore();

async function search(method: string, parameters: INodeParameters = {}, filter?: string) {
	const credentials = koreAccount(sandbox().url);
	const setup = { node: 'koreAiContactCenter', parameters, credentials };
	return await searchList(setup, method, filter);
}
const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);
const pathsOf = async () => (await sent()).map(({ path }) => path.split('/')[5]);

test('campaigns are those of both types, with what they are', async () => {
	const found = await search('campaigns');
	expect(names(found)).toEqual([`${READY} (Ready)`, `${DONE} (Completed)`, `${SMS} (Ready)`]);
	const { campaigns } = await state();
	const ids = found.results.map(({ value }) => String(value));
	expect(ids.sort()).toEqual(campaigns.map(({ id }) => id).sort());
	expect((await sent()).map(({ body }) => body)).toMatchObject([
		{ type: 'voice' },
		{ type: 'sms' },
	]);
});

test('a filter finds them in both', async () => {
	expect(names(await search('campaigns', {}, 'note'))).toEqual([`${SMS} (Ready)`]);
});

test.each([
	['voice', [`${READY} (Ready)`, `${DONE} (Completed)`]],
	['sms', [`${SMS} (Ready)`]],
])('campaigns of the type %s', async (campaignType, wanted) => {
	expect(names(await search('campaignsOfType', { campaignType }))).toEqual(wanted);
	expect((await onlySent()).body).toMatchObject({ type: campaignType });
});

test('contact lists', async () => {
	const found = await search('contactLists');
	expect(names(found)).toEqual([
		`${CUSTOMERS} (Ready)`,
		'Prospects (Ready)',
		'Do Not Call (Ready)',
	]);
	expect(found.paginationToken).toBeUndefined();
});

test("the node's bot, or else the credential's", async () => {
	await search('contactLists', { bot: { __rl: true, mode: 'id', value: OTHER_BOT } });
	await search('contactLists', { bot: { __rl: true, mode: 'list', value: '' } });
	expect(await pathsOf()).toEqual([OTHER_BOT, BOT]);
});
