/**
 * The one door of Headwater: API keys, bulk records, X12 files and the GraphQL query. The gateway
 * joins the facts of the services at query time and lets the pure root-cause library think; it owns
 * practices, keys, the files it was sent and nothing that a service owns.
 */
package io.headwater.gateway;
