/**
 * The clauses this project cites: the only place where a specification's section is given its name.
 * An id is `<spec>-<section>`; a citation that is not registered here does not compile.
 */
export const CITATIONS = {
	"rfc3986-6.2.1": "Simple String Comparison",
	"rfc6265-4.1.2": "Set-Cookie attributes",
	"rfc6265-5.3": "Storage Model",
	"rfc6265-8.5": "Weak confidentiality: cookies do not know ports",
	"rfc6265bis-4.1.2.7": "The SameSite Attribute",
	"rfc6265bis-4.1.3": "Cookie Name Prefixes",
	"rfc6749-1.2": "Protocol Flow",
	"rfc6749-1.5": "Refresh Token",
	"rfc6749-2.1": "Client Types",
	"rfc6749-2.3": "Client Authentication",
	"rfc6749-2.3.1": "Client Password",
	"rfc6749-3.1": "Authorization Endpoint",
	"rfc6749-3.1.1": "Response Type",
	"rfc6749-3.1.2": "Redirection Endpoint",
	"rfc6749-3.1.2.2": "Registration Requirements",
	"rfc6749-3.1.2.3": "Dynamic Configuration",
	"rfc6749-3.1.2.4": "Invalid Endpoint",
	"rfc6749-3.1.2.5": "Endpoint Content",
	"rfc6749-3.2": "Token Endpoint",
	"rfc6749-3.2.1": "Client Authentication at the token endpoint",
	"rfc6749-3.3": "Access Token Scope",
	"rfc6749-4.1": "Authorization Code Grant",
	"rfc6749-4.1.1": "Authorization Request",
	"rfc6749-4.1.2": "Authorization Response",
	"rfc6749-4.1.2.1": "Authorization Error Response",
	"rfc6749-4.1.3": "Access Token Request",
	"rfc6749-4.1.4": "Access Token Response",
	"rfc6749-4.2": "Implicit Grant",
	"rfc6749-4.2.2.1": "Implicit: Error Response",
	"rfc6749-4.3": "Resource Owner Password Credentials Grant",
	"rfc6749-4.4": "Client Credentials Grant",
	"rfc6749-5.1": "Successful Response",
	"rfc6749-5.2": "Error Response",
	"rfc6749-6": "Refreshing an Access Token",
	"rfc6749-7": "Accessing Protected Resources",
	"rfc6749-10.2": "Client Impersonation",
	"rfc6749-10.4": "Refresh Tokens (security)",
	"rfc6749-10.5": "Authorization Codes (security)",
	"rfc6749-10.6": "Authorization Code Redirection URI Manipulation",
	"rfc6749-10.10": "Credentials-Guessing Attacks",
	"rfc6749-10.12": "Cross-Site Request Forgery",
	"rfc6749-10.13": "Clickjacking",
	"rfc6749-B": "Use of application/x-www-form-urlencoded",
	"rfc6750-2": "Authenticated Requests",
	"rfc6750-2.1": "Authorization Request Header Field",
	"rfc6750-2.2": "Form-Encoded Body Parameter",
	"rfc6750-2.3": "URI Query Parameter",
	"rfc6750-3": "The WWW-Authenticate Response Header Field",
	"rfc6750-3.1": "Error Codes",
	"rfc6750-5.3": "Summary of Recommendations",
	"rfc6819-5.1.4.1.3": "Credential storage: no cleartext",
	"rfc7009-2": "Token Revocation",
	"rfc7009-2.1": "Revocation Request",
	"rfc7009-2.2": "Revocation Response",
	"rfc7009-2.2.1": "Revocation Error Response",
	"rfc7034-2.1": "X-Frame-Options: Syntax",
	"rfc7515-4.1.11": "crit Header Parameter",
	"rfc7517-5": "JWK Set Format",
	"rfc7518-3": "Cryptographic Algorithms for Signatures",
	"rfc7523-3": "JWT Format and Processing Requirements",
	"rfc7591-2": "Client Metadata",
	"rfc7591-3": "Client Registration Endpoint",
	"rfc7591-3.1": "Client Registration Request",
	"rfc7591-3.2.1": "Client Information Response",
	"rfc7591-3.2.2": "Client Registration Error Response",
	"rfc7591-5": "Registration: Security Considerations",
	"rfc7617-2": "The Basic Authentication Scheme",
	"rfc7636-4.1": "Client Creates a Code Verifier",
	"rfc7636-4.2": "Client Creates the Code Challenge",
	"rfc7636-4.3": "Client Sends the Code Challenge",
	"rfc7636-4.4": "Server Returns the Code",
	"rfc7636-4.4.1": "Error Response",
	"rfc7636-4.5": "Client Sends the Code and the Code Verifier",
	"rfc7636-4.6": "Server Verifies code_verifier",
	"rfc7636-7.2": "Protection against Eavesdroppers",
	"rfc7662-2.1": "Introspection Request",
	"rfc7662-2.2": "Introspection Response",
	"rfc7662-4": "Introspection: Security Considerations",
	"rfc8252-7.1": "Private-Use URI Scheme Redirection",
	"rfc8252-7.3": "Loopback Interface Redirection",
	"rfc8252-8.6": "Client Impersonation",
	"rfc8414-2": "Authorization Server Metadata",
	"rfc8414-3": "Obtaining Authorization Server Metadata",
	"rfc8414-3.1": "Metadata Request",
	"rfc8414-3.2": "Metadata Response",
	"rfc8414-3.3": "Metadata Validation",
	"rfc8707-2": "Resource Parameter",
	"rfc8725-3.1": "Perform Algorithm Verification",
	"rfc8725-3.10": "Do Not Trust Received Claims",
	"rfc9068-2.1": "JWT access token: Header",
	"rfc9068-2.2": "JWT access token: Data Structure",
	"rfc9068-3": "Requesting a JWT Access Token",
	"rfc9068-4": "Validating JWT Access Tokens",
	"rfc9110-9.2.1": "Safe Methods",
	"rfc9110-10.2.2": "Location",
	"rfc9110-11.1": "Authentication Scheme",
	"rfc9110-15.4": "Redirection 3xx",
	"rfc9110-15.4.2": "301 Moved Permanently",
	"rfc9110-15.4.3": "302 Found",
	"rfc9110-15.4.4": "303 See Other",
	"rfc9110-15.4.8": "307 Temporary Redirect",
	"rfc9110-15.4.9": "308 Permanent Redirect",
	"rfc9110-15.5.2": "401 Unauthorized",
	"rfc9110-15.5.6": "405 Method Not Allowed",
	"rfc9110-15.5.14": "413 Content Too Large",
	"rfc9126-2.3": "Error Response (size limits)",
	"rfc9207-2": "Response Parameter iss",
	"rfc9207-2.3": "iss in Error Responses",
	"rfc9207-2.4": "Validating the Issuer Identifier",
	"rfc9700-2.1": "Protecting Redirect-Based Flows",
	"rfc9700-2.1.1": "Authorization Code Grant",
	"rfc9700-2.1.2": "Implicit Grant",
	"rfc9700-2.2.2": "Refresh Tokens",
	"rfc9700-2.3": "Access Token Privilege Restriction",
	"rfc9700-2.4": "Resource Owner Password Credentials Grant",
	"rfc9700-2.5": "Client Authentication",
	"rfc9700-2.6": "Other Recommendations",
	"rfc9700-4.1": "Insufficient Redirection URI Validation",
	"rfc9700-4.1.3": "Redirection URI countermeasures",
	"rfc9700-4.2": "Credential Leakage via Referer Headers",
	"rfc9700-4.2.4": "Referer countermeasures",
	"rfc9700-4.3.1": "Authorization Code in Browser History",
	"rfc9700-4.3.2": "Access Token in Browser History",
	"rfc9700-4.4": "Mix-Up Attacks",
	"rfc9700-4.4.2": "Mix-Up countermeasures",
	"rfc9700-4.5": "Authorization Code Injection",
	"rfc9700-4.7": "Cross-Site Request Forgery",
	"rfc9700-4.8.2": "PKCE Downgrade countermeasures",
	"rfc9700-4.9.3": "Compromised resource server countermeasures",
	"rfc9700-4.10.2": "Audience-Restricted Access Tokens",
	"rfc9700-4.11.1": "Client as Open Redirector",
	"rfc9700-4.11.2": "Authorization Server as Open Redirector",
	"rfc9700-4.12": "307 Redirect",
	"rfc9700-4.13": "TLS Terminating Reverse Proxies",
	"rfc9700-4.14.2": "Refresh Token Protection",
	"rfc9700-4.15": "Client Impersonating Resource Owner",
	"rfc9700-4.16": "Clickjacking",
	"rfc9728-3": "Obtaining Protected Resource Metadata",
	"rfc9728-5.1": "WWW-Authenticate Response",
	"oauth21-1.5": "Communication Security",
	"oauth21-2.3.1": "Registration Requirements",
	"oauth21-2.4.1": "Client Secret",
	"oauth21-3.1": "Authorization Endpoint",
	"oauth21-3.2": "Token Endpoint",
	"oauth21-3.2.4": "Token Error Response",
	"oauth21-4.1.1": "Authorization Request",
	"oauth21-4.1.3": "Token Endpoint Extension",
	"oauth21-4.3.1": "Refresh Token Request",
	"oauth21-5.1": "Bearer Token Requests",
	"oauth21-7.5.2": "Reuse of Authorization Codes",
	"oauth21-7.9": "Consent Phishing",
	"oauth21-10.2": "Redirect URI Parameter in Token Request",
	"oidc-core-3.1.2.1": "Authentication Request",
	"oidc-core-3.1.2.6": "Authentication Error Response",
	"oidc-core-3.1.3.7": "ID Token Validation",
	"oidc-core-6": "Passing Request Parameters as JWTs",
	"oidc-discovery-4": "Obtaining OpenID Provider Configuration Information",
	"oidc-core-10.1.1": "Rotation of Asymmetric Signing Keys",
	"multiple-response-types-2.1": "Response Modes",
	"multiple-response-types-3": "Multiple-Valued Response Types",
	"form-post-2": "Form Post Response Mode",
	"rp-logout-2": "RP-Initiated Logout",
} as const;

export type CitationId = keyof typeof CITATIONS;

export interface Citation {
	id: CitationId;
	/** Such as `RFC 6749 §4.1.3`. */
	label: string;
	/** The section's name. */
	title: string;
	url: string;
}

const OTHER_SPECIFICATIONS: Record<string, { name: string; url: string }> = {
	rfc6265bis: {
		name: "RFC 6265bis (draft)",
		url: "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis",
	},
	oauth21: {
		name: "OAuth 2.1",
		url: "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1",
	},
	"oidc-core": {
		name: "OpenID Connect Core",
		url: "https://openid.net/specs/openid-connect-core-1_0.html",
	},
	"oidc-discovery": {
		name: "OpenID Connect Discovery",
		url: "https://openid.net/specs/openid-connect-discovery-1_0.html",
	},
	"multiple-response-types": {
		name: "OAuth Multiple Response Types",
		url: "https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html",
	},
	"form-post": {
		name: "OAuth Form Post",
		url: "https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html",
	},
	"rp-logout": {
		name: "RP-Initiated Logout",
		url: "https://openid.net/specs/openid-connect-rpinitiated-1_0.html",
	},
};

export function citation(id: CitationId): Citation {
	const cut = id.lastIndexOf("-");
	const spec = id.slice(0, cut);
	const section = id.slice(cut + 1);
	const title = CITATIONS[id];
	const mark = /^[A-Z]/.test(section) ? `appendix ${section}` : `§${section}`;
	const rfc = /^rfc(\d+)$/.exec(spec)?.[1];
	if (rfc) {
		const anchor = /^[A-Z]/.test(section)
			? `appendix-${section}`
			: `section-${section}`;
		return {
			id,
			label: `RFC ${rfc} ${mark}`,
			title,
			url: `https://www.rfc-editor.org/rfc/rfc${rfc}.html#${anchor}`,
		};
	}
	const other = OTHER_SPECIFICATIONS[spec];
	if (!other) throw new Error(`No specification is registered for ${id}.`);
	return { id, label: `${other.name} ${mark}`, title, url: other.url };
}
