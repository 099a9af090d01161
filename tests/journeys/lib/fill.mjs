// Fills in fields of the page by their names: text, days, choices, boxes, lists (by value or by what is read), files.
export async function fill(page, fields) {
    for (const [name, value] of Object.entries(fields)) {
        const all = page.locator(`main [name="${name}"]`);
        const kind = await all.first().evaluate((element) => element.type);
        if (kind === 'radio' || kind === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check();
        else if (kind === 'select-one') await choose(all.first(), value);
        else if (kind === 'file') await all.first().setInputFiles(value);
        else await all.first().fill(value);
    }
}

async function choose(list, wanted) {
    const value = await list.evaluate((element, text) => {
        const option = [...element.options].find((one) => one.value === text || one.textContent.includes(text));
        return option?.value;
    }, wanted);
    await list.selectOption(value);
}
