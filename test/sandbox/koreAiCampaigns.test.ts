/** Campaigns of the Kore.ai stand-in: who may call, and how lists fill and campaigns get on. */
import { expectEach } from '../support/each';
import { BOT, OTHER_BOT, request, tokenOf, useSandbox } from './koreAiClient';

const { control } = useSandbox();

const ACCOUNT = '5904d6045256d3e3db038448';
const C = `/campaign/api/v2/public/${BOT}/campaign`;

const call = async (path: string, data?: object, headers: object = {}, method = 'POST') =>
	await request({
		method,
		url: path,
		data,
		params: path.includes('/1.1/') || path.includes('/status') ? {} : { accountId: ACCOUNT },
		headers: { auth: tokenOf('cs-admin'), accountid: ACCOUNT, iid: BOT, ...headers },
	});

describe('headers', () => {
	const list = async (headers: object) =>
		await call(`${C}/getAllCampaignDetails`, { type: 'voice' }, headers);

	it('without one of them, a call is against the contract', async () => {
		await expectEach(['accountid', 'iid'], async (name) => {
			expect((await list({ [name]: undefined })).status).toBe(400);
		});
	});

	it('of another account or bot, it is refused', async () => {
		const wrong = [{ accountid: '67777ce93e25326494e1b2c3' }, { iid: OTHER_BOT }];
		await expectEach(wrong, async (headers) => {
			const { status, data } = await list(headers);
			expect(status).toBe(401);
			expect(data.errors[0].msg).toMatch(/^Invalid/);
		});
	});

	it('both are fine, with an app of either console', async () => {
		await expectEach(['cs-admin', 'cs-bot'] as const, async (app) => {
			expect((await list({ auth: tokenOf(app) })).status).toBe(200);
		});
		expect((await list({ auth: tokenOf('cs-narrow') })).status).toBe(403);
	});
});

describe('a contact list', () => {
	const made = async (allowDuplicates: boolean) => {
		const named = { name: 'May', description: 'Spring', source: 'passiveApi', allowDuplicates };
		const { data } = await call(`${C}/contactList/createContactList`, named);
		const add = async (...phones: string[]) =>
			await call(`/api/1.1/public/${BOT}/campaign/contactList/addContacts`, {
				contact_list_name: 'May',
				data: phones.map((phoneNumber) => ({ phoneNumber })),
			});
		const url = `${C}/contactList/${data.data._id}/getAllContacts`;
		const read = async () => {
			const { results } = (await call(url, undefined, {}, 'GET')).data.data;
			return (results as Array<{ phoneNumber: string }>).map(({ phoneNumber }) => phoneNumber);
		};
		return { add, read };
	};

	it('fills after the third look', async () => {
		const { add, read } = await made(false);
		await add('+48 600', '48601');
		expect([await read(), await read(), await read()]).toEqual([[], [], ['48600', '48601']]);
	});

	it('has nobody twice, unless it may', async () => {
		const once = await made(false);
		await once.add('48600', '+48600');
		await control('clock', { advanceSeconds: 10 });
		expect(await once.read()).toEqual(['48600']);
		await control('reset');
		const twice = await made(true);
		await twice.add('48600', '+48600');
		await control('clock', { advanceSeconds: 10 });
		expect(await twice.read()).toEqual(['48600', '48600']);
	});
});
