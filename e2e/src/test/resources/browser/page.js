'use strict';
// A page as far as a browser is concerned: fetch, navigator.credentials and crypto.subtle, with nothing of ours between.
// Its tokens are kept in this script and nowhere else in the browser.

let accessToken = '';
let refreshToken = '';

/** Sends a body (a text as it stands) and gives what the page can see of the answer. */
async function send(method, path, body, headers = {}) {
  const answer = await fetch(path, {
    method,
    body: body ?? undefined,
    headers: {
      'Accept-Language': 'en',
      ...(body !== null && { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }),
      ...(accessToken && path.startsWith('/api/') && { Authorization: `Bearer ${accessToken}` }),
      ...headers,
    },
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

/** Keeps the tokens of an answer, of whichever endpoint, for what is sent from here on. */
function hold(answer) {
  const tokens = JSON.parse(answer.text);
  accessToken = tokens.accessToken ?? tokens.access_token ?? '';
  refreshToken = tokens.refreshToken ?? tokens.refresh_token ?? '';
  return answer;
}

async function register(id, proof) {
  return hold(await send('POST', `/api/v1/registrations/${id}/proof`, proof));
}

/** A form of the token endpoint with the refresh token in it. */
function oauth(endpoint, form) {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return send('POST', `/oauth2/${endpoint}`, new URLSearchParams({ client_id: 'anju-app', ...form }).toString(), type);
}

async function refresh() {
  return hold(await oauth('token', { grant_type: 'refresh_token', refresh_token: refreshToken }));
}

/** Ends the session; the tokens are kept, to see that they are worth nothing. */
function signOut() {
  return oauth('revoke', { token: refreshToken });
}

/** The body that enrols a new passkey of this device. */
async function newPasskey(name) {
  const options = JSON.parse((await send('POST', '/api/v1/passkeys/options', '')).text);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  return JSON.stringify({ name, credential: credential.toJSON() });
}

/** A proof by a passkey of this device, for the options that a sign-in or a verification gave. */
async function passkeyProof(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
  const credential = await navigator.credentials.get({ publicKey });
  return JSON.stringify({ method: 'PASSKEY', assertion: credential.toJSON() });
}

async function signIn() {
  accessToken = '';
  const begun = JSON.parse((await send('POST', '/api/v1/sign-ins', '{"method":"PASSKEY"}')).text);
  const proof = await passkeyProof(JSON.stringify(begun.passkeyOptions));
  return hold(await send('POST', `/api/v1/sign-ins/${begun.id}/proof`, proof));
}

/** Opens a verification for an act with exactly this body. */
async function openVerification(act, resource, audience, body, method) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  const bodySha256 = new Uint8Array(digest).toBase64({ alphabet: 'base64url', omitPadding: true });
  return send('POST', '/api/v1/verifications', JSON.stringify({ act, resource, audience, bodySha256, method }));
}

/** What the browser has kept of an earlier answer; fails where it has kept nothing. */
async function fromCache(path) {
  const answer = await fetch(path, {
    cache: 'only-if-cached',
    mode: 'same-origin',
    headers: accessToken && { Authorization: `Bearer ${accessToken}` },
  });
  return answer.status;
}

/** Loads an address, or the page that says that it may not be loaded, in a frame. */
function frame(url) {
  const shown = document.createElement('iframe');
  const loaded = new Promise((done) => shown.addEventListener('load', () => done(), { once: true }));
  shown.src = url;
  document.documentElement.append(shown);
  return loaded;
}

/** No promise of a page ends by itself. */
function within(milliseconds, promise) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('it did not end')), milliseconds));
  return Promise.race([promise, late]);
}
