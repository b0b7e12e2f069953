package org.reskontra.kit.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.kit.KitFixture.asTheService;
import static org.reskontra.kit.KitFixture.sandbox;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.sample.Notes;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.kit.work.DueWorkRunner;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RestSpec {

    private static final String A_NOTE = "{\"text\": \"call the bank\", \"lines\": []}";

    @Inject
    Transactions transactions;

    @Inject
    Notes notes;

    @Inject
    DueWorkRunner dueWork;

    private final Tenant tenant = sandbox("2025-02-01");

    @BeforeEach
    void a_tenant() {
        Blocking.await(
                () -> transactions.creating(tenant, tx -> Uni.createFrom().voidItem()));
    }

    // --- problems -----------------------------------------------------------------------------------------------

    @Test
    void no_token_is_401() {
        thenProblem(given().get("/v1/notes"), 401, "token-missing").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void a_forged_token_is_401() {
        thenProblem(given().auth().oauth2("ey.not.ours").get("/v1/notes"), 401, "token-missing");
    }

    @Test
    void a_wrong_role_is_403() {
        thenProblem(as("auditor").body(A_NOTE).post("/v1/notes"), 403, "role-missing");
    }

    @Test
    void a_token_without_tenant_is_403() {
        thenProblem(
                given().auth().oauth2(LocalStackResource.operatorToken()).get("/v1/sandbox-clock"), 403, "no-tenant");
    }

    @Test
    void a_tenant_nobody_knows_is_404() {
        thenProblem(
                given().auth()
                        .oauth2(LocalStackResource.token("auditor", Ids.next()))
                        .get("/v1/notes"),
                404,
                "tenant-not-found");
    }

    @Test
    void json_that_cannot_be_parsed_is_400() {
        thenProblem(as("integrator").body("{\"text\": ").post("/v1/notes"), 400, "invalid-request");
    }

    @Test
    void a_field_that_does_not_exist_is_400_and_named() {
        thenProblem(
                        as("integrator")
                                .body("{\"text\": \"x\", \"lines\": [{\"txt\": \"y\"}]}")
                                .post("/v1/notes"),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/lines/0/txt"))
                .body("errors[0].code", equalTo("unknown-field"));
    }

    @Test
    void a_value_of_the_wrong_kind_is_400_and_pointed_at() {
        thenProblem(
                        as("integrator")
                                .body("{\"text\": \"x\", \"lines\": [{\"text\": \"y\","
                                        + " \"price\": {\"minor\": 1.5, \"currency\": \"SEK\"}}]}")
                                .post("/v1/notes"),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/lines/0/price"))
                .body("errors[0].detail", containsString("minor"));
    }

    @Test
    void a_broken_constraint_is_400_with_a_pointer_for_each_field() {
        thenProblem(
                        as("integrator")
                                .body("{\"text\": \" \", \"lines\": [{\"text\": \"\"}]}")
                                .post("/v1/notes"),
                        400,
                        "invalid-request")
                .body("errors.pointer", hasItems("/lines/0/text", "/text"))
                .body("errors.code", hasItem("not-blank"));
    }

    @Test
    void a_missing_body_is_400() {
        thenProblem(as("integrator").post("/v1/notes"), 400, "invalid-request");
    }

    @Test
    void an_unknown_path_is_404_and_a_wrong_method_405_and_a_wrong_type_415() {
        thenProblem(as("integrator").get("/v1/nothing"), 404, "not-found");
        thenProblem(as("integrator").delete("/v1/notes"), 405, "method-not-allowed");
        thenProblem(
                as("integrator").contentType("text/plain").body("x").post("/v1/notes"), 415, "unsupported-media-type");
    }

    @Test
    void changes_need_the_current_version() {
        var url = "/v1/notes/" + UUID.randomUUID();
        thenProblem(as("integrator").body(A_NOTE).put(url), 428, "if-match-required");
        thenProblem(as("integrator").header("If-Match", "\"6\"").body(A_NOTE).put(url), 412, "stale-version");
        as("integrator")
                .header("If-Match", "\"7\"")
                .body(A_NOTE)
                .put(url)
                .then()
                .statusCode(200)
                .header("ETag", "\"8\"");
    }

    @Test
    void pages_are_bounded_and_go_on_where_they_ended() {
        for (var text : new String[] {"a", "b", "c"}) {
            as("integrator")
                    .body("{\"text\": \"" + text + "\", \"lines\": []}")
                    .post("/v1/notes")
                    .then()
                    .statusCode(201);
        }
        String next = as("integrator")
                .get("/v1/notes?limit=2")
                .then()
                .body("items", hasItems("a", "b"))
                .body("next", notNullValue())
                .extract()
                .path("next");
        as("integrator")
                .get("/v1/notes?limit=2&after=" + next)
                .then()
                .body("items", equalTo(List.of("c")))
                .body("next", nullValue());
        thenProblem(as("integrator").get("/v1/notes?limit=201"), 400, "invalid-request");
        thenProblem(as("integrator").get("/v1/notes?after=nonsense"), 400, "invalid-request");
    }

    // --- idempotency --------------------------------------------------------------------------------------------

    @Test
    void the_same_key_and_body_get_the_same_answer_and_one_effect() {
        var first = keyed("k1", A_NOTE).then().statusCode(201).extract();
        var second = keyed("k1", A_NOTE).then().statusCode(201).extract();

        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(
                1,
                Blocking.await(() -> transactions.in(tenant.id(), notes::all)).size());
    }

    @Test
    void a_quoted_key_is_the_same_key() {
        keyed("\"k2\"", A_NOTE).then().statusCode(201);
        keyed("k2", A_NOTE).then().statusCode(201);
        assertEquals(
                1,
                Blocking.await(() -> transactions.in(tenant.id(), notes::all)).size());
    }

    @Test
    void the_same_key_with_another_body_is_422() {
        keyed("k3", A_NOTE).then().statusCode(201);
        thenProblem(keyed("k3", "{\"text\": \"else\", \"lines\": []}"), 422, "idempotency-key-reused");
    }

    @Test
    void a_refusal_undoes_the_effect_and_is_replayed() {
        var forbidden = "{\"text\": \"forbidden\", \"lines\": []}";
        var first = thenProblem(keyed("k4", forbidden), 422, "forbidden-word").extract();
        var second = thenProblem(keyed("k4", forbidden), 422, "forbidden-word").extract();
        assertEquals(first.asString(), second.asString());
        assertEquals(
                0,
                Blocking.await(() -> transactions.in(tenant.id(), notes::all)).size());
    }

    @Test
    void a_key_still_under_way_is_409() throws SQLException {
        try (var other = asTheService();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('" + tenant.id() + "' || 'k5', 0))");
            thenProblem(keyed("k5", A_NOTE), 409, "idempotency-key-in-flight");
            other.rollback();
        }
        keyed("k5", A_NOTE).then().statusCode(201);
    }

    @Test
    void keys_of_two_tenants_have_nothing_to_do_with_each_other() {
        keyed("k6", A_NOTE).then().statusCode(201);
        var other = sandbox("2025-02-01");
        Blocking.await(() -> transactions.creating(other, tx -> Uni.createFrom().voidItem()));
        given().auth()
                .oauth2(LocalStackResource.token("integrator", other.id().value()))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k6")
                .body("{\"text\": \"else\", \"lines\": []}")
                .post("/v1/notes")
                .then()
                .statusCode(201);
    }

    // --- sandbox clock ------------------------------------------------------------------------------------------

    @Test
    void the_sandbox_is_settled_when_nothing_is_due_or_on_its_way() {
        Blocking.await(() -> transactions.in(tenant.id(), tx -> notes.write(tx, Ids.next(), "due", true)));
        as("auditor")
                .get("/v1/sandbox-clock")
                .then()
                .statusCode(200)
                .body("today", equalTo("2025-02-01"))
                .body("settled", equalTo(false));

        dueWork.wake(tenant.id());

        await().atMost(Duration.ofSeconds(30)).until(() -> dueWork.isAtRest(tenant.id()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("auditor").get("/v1/sandbox-clock").jsonPath().getBoolean("settled"));
    }

    private RequestSpecification as(String role) {
        return given().auth()
                .oauth2(LocalStackResource.token(role, tenant.id().value()))
                .contentType(ContentType.JSON);
    }

    private Response keyed(String key, String body) {
        return as("integrator").header("Idempotency-Key", key).body(body).post("/v1/notes");
    }

    private static ValidatableResponse thenProblem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", equalTo("urn:reskontra:problem:" + code));
    }
}
