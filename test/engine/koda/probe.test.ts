import { useKoda } from '../../support/koda';
const bench = useKoda('probe');
test('x', async () => {
	const r = await bench.run({ resource: 'callList', operation: 'getAll', limit: 2 });
	console.log(JSON.stringify(r.outputs), r.error);
	console.log(JSON.stringify(await bench.sent('callList.getAll')));
	console.log(await bench.runToError({ resource: 'callList', operation: 'get', callList: { __rl: true, mode: 'id', value: '={{ $json.x }}' } }));
});
test('y', async () => {
	console.log(await bench.search('callLists', { bot: { __rl: true, mode: 'id', value: '3337eb37-9c70-4e88-a173-21372501d7ee' } }));
	await expect(bench.search('callLists', { bot: { __rl: true, mode: 'id', value: '' } })).rejects.toThrow('zz');
});
