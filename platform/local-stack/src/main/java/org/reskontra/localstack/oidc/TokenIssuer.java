package org.reskontra.localstack.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.Form;
import org.reskontra.localstack.Json;

/**
 * An OpenID Connect issuer for local runs: discovery, keys and a token endpoint for client credentials.
 *
 * <p>Its clients are the {@link Role}s, each with its own name as secret. A request may name the tenant in the form
 * parameter {@code tenant}; {@code tenant=} with nothing after it asks for a token of no tenant; without the parameter
 * the token is of the default tenant. Anyone who reaches it gets any token: never for production.
 */
public final class TokenIssuer implements AutoCloseable {

    public static final Duration LIFE = Duration.ofHours(24);

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final @Nullable TenantId defaultTenant;

    private TokenIssuer(HttpServer server, RsaJsonWebKey key, @Nullable TenantId defaultTenant) {
        this.server = server;
        this.key = key;
        this.defaultTenant = defaultTenant;
    }

    /**
     * Starts on loopback.
     *
     * @param port 0 for any
     * @param keyFile the signing key is kept here, so that tokens outlive a restart
     */
    public static TokenIssuer start(int port, Path keyFile, @Nullable TenantId defaultTenant) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            TokenIssuer issuer = new TokenIssuer(server, key(keyFile), defaultTenant);
            server.createContext("/.well-known/openid-configuration", get(issuer::discovery));
            server.createContext("/jwks", get(issuer::keys));
            server.createContext("/token", issuer::token);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException("the token issuer did not start", e);
        }
    }

    private static RsaJsonWebKey key(Path file) throws IOException {
        try {
            if (Files.exists(file)) {
                return new RsaJsonWebKey(org.jose4j.json.JsonUtil.parseJson(Files.readString(file)));
            }
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            Files.createDirectories(file.getParent());
            Files.writeString(file, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            return key;
        } catch (JoseException e) {
            throw new IOException("cannot make or read the signing key " + file, e);
        }
    }

    /** The issuer's name, which is its address. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String tokenEndpoint() {
        return address() + "/token";
    }

    /**
     * A signed token that lives for {@link #LIFE}.
     *
     * @param tenant null for a token of no tenant, as an operator uses to create one
     */
    public String mint(Role role, @Nullable TenantId tenant) {
        return mint(role, tenant, role.claim());
    }

    /**
     * The same, of somebody.
     *
     * @param subject who they are; what one proposes another approves
     */
    public String mint(Role role, @Nullable TenantId tenant, String subject) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(address());
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture((float) LIFE.toMinutes());
        claims.setGeneratedJwtId();
        claims.setStringListClaim("groups", List.of(role.claim()));
        if (tenant != null) {
            claims.setStringClaim("tenant", tenant.toString());
        }
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private String discovery() {
        return Json.write(Map.of(
                "issuer", address(),
                "token_endpoint", tokenEndpoint(),
                "jwks_uri", address() + "/jwks",
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "claims_supported", List.of("iss", "sub", "exp", "iat", "groups", "tenant")));
    }

    private String keys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!"POST".equals(exchange.getRequestMethod())) {
                answer(exchange, 405, refusal("invalid_request", "use POST"));
                return;
            }
            Map<String, String> form =
                    Form.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (!"client_credentials".equals(form.get("grant_type"))) {
                answer(exchange, 400, refusal("unsupported_grant_type", "only client_credentials"));
                return;
            }
            basicCredentials(exchange, form);
            String client = form.getOrDefault("client_id", "");
            try {
                Role role = Role.ofClaim(client);
                if (!role.claim().equals(form.get("client_secret"))) {
                    answer(exchange, 401, refusal("invalid_client", "the secret of a client is its own name"));
                    return;
                }
                answer(
                        exchange,
                        200,
                        Json.write(Map.of(
                                "access_token",
                                        mint(role, tenant(form.get("tenant")), form.getOrDefault("subject", client)),
                                "token_type", "Bearer",
                                "expires_in", LIFE.toSeconds())));
            } catch (IllegalArgumentException e) {
                answer(exchange, 400, refusal("invalid_request", String.valueOf(e.getMessage())));
            }
        }
    }

    private @Nullable TenantId tenant(@Nullable String asked) {
        if (asked == null) {
            return defaultTenant;
        }
        return asked.isBlank() ? null : TenantId.of(asked);
    }

    private static void basicCredentials(HttpExchange exchange, Map<String, String> form) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                form.put("client_id", Form.decode(pair.substring(0, colon)));
                form.put("client_secret", Form.decode(pair.substring(colon + 1)));
            }
        }
    }

    private static String refusal(String error, String description) {
        return Json.write(Map.of("error", error, "error_description", description));
    }

    private interface Document {
        String text();
    }

    private static com.sun.net.httpserver.HttpHandler get(Document document) {
        return exchange -> {
            try (exchange) {
                answer(exchange, 200, document.text());
            }
        };
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
