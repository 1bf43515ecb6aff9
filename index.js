// n8n loads the nodes and credentials named in package.json; this module exports nothing.
module.exports = {};
