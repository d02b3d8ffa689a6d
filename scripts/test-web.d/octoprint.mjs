// Has the OctoPrint client of FDM Monster, a manager of printer farms, drive a staged booth: octoprint.mjs BASE KEY
// PACKAGE, the folder of @fdm-monster/server. Exits 1 when the client does not see or cannot do what it should.

import { pathToFileURL } from "node:url";

const [base, key, folder] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(`${folder}/dist/services/${file}`));
const { OctoprintClient } = await load("octoprint/octoprint.client.js");
const { OctoprintApi } = await load("octoprint.api.js");
const clients = {
  createClientWithBaseUrl: (builder, url, more) => {
    builder.withBaseUrl(url).withTimeout(5000);
    more?.(builder);
    return builder.build();
  },
};
const client = new OctoprintClient(() => console, clients, { emit() {} }, {});
const login = { printerURL: base, apiKey: key };
const printer = new OctoprintApi(client, login);
let wrong = 0;

function expect(what, good) {
  console.log(`${good ? "ok " : "BAD"} ${what}`);
  if (!good) wrong++;
}

async function refused(what, status, act) {
  expect(what, await act().then(() => false, (error) => error.response?.status === status));
}

async function flag(name) {
  for (let i = 0; i < 50; i++) {
    const { flags } = (await client.getPrinterCurrent(login, true)).data.state;
    if (flags[name]) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

expect("version", /^\d+\.\d+/.test(await printer.getVersion()));
expect("login", (await client.login(login)).data.name === (await client.getAdminUserOrDefault(login)));
expect("settings", typeof (await printer.getSettings()).appearance.name === "string");
expect("files", (await printer.getFiles(true)).files.length === 0);
expect("job", (await client.getJob(login)).data.progress.completion > 0);
expect("reprint", (await printer.getReprintState()).file.path.startsWith("portrait-"));
expect("printing", await flag("printing"));
await refused("resume refused", 409, () => printer.resumePrint());
await printer.pausePrint();
expect("paused", await flag("paused"));
await printer.resumePrint();
expect("resumed", await flag("printing"));
await refused("other G-code refused", 409, () => printer.sendGcode("G28"));
await printer.quickStop();
expect("stopped", await flag("error"));
await refused("a wrong key refused", 401, () => client.getJob({ ...login, apiKey: "wrong" }));
process.exit(wrong ? 1 : 0);
