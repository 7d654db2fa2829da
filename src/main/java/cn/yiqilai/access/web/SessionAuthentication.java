package cn.yiqilai.access.web;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Login;
import cn.yiqilai.access.Token;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the token of a request and says whose it is. A token that is no staff token is left alone: conversations have their
 * own, and their resources check them.
 *
 * <p>The reactive types are the door's own; nothing below sees them.
 */
@ApplicationScoped
public class SessionAuthentication implements HttpAuthenticationMechanism {
    /** The cookie of the pages. */
    public static final String COOKIE = "yiqilai_session";
    /** Attribute of an identity: the {@link Account}. */
    public static final String ACCOUNT = "account";
    /** Attribute of an identity: the {@link Token} it was read from, for what outlives the request. */
    public static final String TOKEN = "token";

    private static final String BEARER = "Bearer ";

    static final class SessionRequest extends BaseAuthenticationRequest {
        private final Token token;

        SessionRequest(Token token) {
            this.token = token;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return token(context)
                .map(token -> identities.authenticate(new SessionRequest(token)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }

    private static Optional<Token> token(RoutingContext context) {
        var header = context.request().getHeader("Authorization");
        if (header != null && header.startsWith(BEARER + Token.SESSION)) {
            return Optional.of(new Token(header.substring(BEARER.length())));
        }
        var cookie = header == null ? context.request().getCookie(COOKIE) : null;
        return Optional.ofNullable(cookie).map(found -> new Token(found.getValue()));
    }

    /** Looks the token up; an unknown or expired one is nobody, which protected operations answer with 401. */
    @ApplicationScoped
    static class Provider implements IdentityProvider<SessionRequest> {
        private final Login login;

        Provider(Login login) {
            this.login = login;
        }

        @Override
        public Class<SessionRequest> getRequestType() {
            return SessionRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
            return context.runBlocking(
                    () -> identity(login.whoHolds(request.token).orElse(null), request.token));
        }

        private static SecurityIdentity identity(@Nullable Account account, Token token) {
            if (account == null) {
                return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
            }
            var builder = QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(account.username()))
                    .addAttribute(ACCOUNT, account)
                    .addAttribute(TOKEN, token);
            account.roles().forEach(role -> builder.addRole(role.name()));
            return builder.build();
        }
    }
}
