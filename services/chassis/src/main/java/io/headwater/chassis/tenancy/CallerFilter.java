package io.headwater.chassis.tenancy;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Identifies the caller ahead of every resource method, without exception; no address is open. */
public class CallerFilter {

  private final GatewayToken tokens;
  private final CallerOfRequest request;

  @Inject
  CallerFilter(GatewayToken tokens, CallerOfRequest request) {
    this.tokens = tokens;
    this.request = request;
  }

  /** Refuses what the gateway does not vouch for. */
  @ServerRequestFilter(nonBlocking = true)
  public void identify(ContainerRequestContext context) {
    request.identify(tokens.caller(context.getHeaderString(HttpHeaders.AUTHORIZATION)));
  }
}
