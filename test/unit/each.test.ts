import { expectEach } from '../support/each';

test('a rule that every row keeps passes, and a broken one names the rows and says how', async () => {
	const even = async (rows: number[]) =>
		await expectEach(rows, (row) => {
			if (row % 2) throw new Error('is odd');
		});
	await even([2, 4]);
	await expect(even([1, 2, 3])).rejects.toThrow(
		'2 of 3 rows break the rule:\n\n1\nis odd\n\n3\nis odd',
	);
});

test('rows are tried in turn, whatever became of those before', async () => {
	const tried: string[] = [];
	const act = expectEach(['a', 'b'], async (row) => {
		await Promise.resolve();
		tried.push(row);
		throw new Error(`not ${row}`);
	});
	await expect(act).rejects.toThrow(/not a[^]*not b/);
	expect(tried).toEqual(['a', 'b']);
});

test('a table without rows fails', async () => {
	await expect(expectEach([], () => undefined)).rejects.toThrow('no rows');
});
