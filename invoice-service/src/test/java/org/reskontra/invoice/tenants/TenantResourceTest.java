package org.reskontra.invoice.tenants;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.TenantEvent.SandboxClockAdvanced;
import org.reskontra.contracts.TenantEvent.TenantChanged;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TenantResourceTest {
    @Test
    void a_tenant_is_created_once_and_every_service_hears_of_it() {
        var creditor = Creditor.on("2026-03-01");
        post(creditor.settings("2026-03-01")).then().statusCode(200).body("today", equalTo("2026-03-01"));

        var changed = new HashMap<>(creditor.settings("2026-03-01"));
        changed.put("name", "Another AB");
        post(changed).then().statusCode(409).body("errors.pointer", equalTo(List.of("/name")));

        var told = Events.await(TenantChanged.class, creditor.tenant.toString());
        assertEquals("Sågen AB", told.creditorName());
        assertEquals("5560360793", told.organisationNumber());
        assertEquals("9912346", told.bankgiro());
        assertEquals(LocalDate.parse("2026-03-01"), told.today());
    }

    @Test
    void a_production_tenant_lives_on_the_wall_clock() {
        var creditor = Creditor.on("2026-03-01");
        var settings = new HashMap<>(creditor.settings("2026-03-01"));
        var id = Ids.next();
        settings.put("id", id.toString());
        settings.put("sandbox", false);
        post(settings).then().statusCode(400).body("errors.pointer", equalTo(List.of("/today")));
        settings.remove("today");
        post(settings).then().statusCode(201);
        assertNull(Events.await(TenantChanged.class, id.toString()).today());
        given().auth()
                .oauth2(LocalStackResource.token("integrator", id))
                .contentType(ContentType.JSON)
                .body(Map.of("today", "2030-01-01"))
                .post("/v1/sandbox-clock")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:not-a-sandbox"));
    }

    @Test
    void wrong_settings_are_pointed_at() {
        var settings = new HashMap<>(Creditor.on("2026-03-01").settings("2026-03-01"));
        settings.put("organisationNumber", "556036-0794");
        settings.put("paymentDetails", Map.of("bankgiro", "991-2347", "iban", "SE45"));
        post(settings)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/organisationNumber", "/paymentDetails/bankgiro", "/paymentDetails/iban"));
        settings.put("paymentDetails", Map.of());
        post(settings).then().statusCode(400).body("errors.pointer", hasItems("/paymentDetails"));
    }

    @Test
    void only_an_operator_creates_tenants() {
        var creditor = Creditor.on("2026-03-01");
        creditor.post("/v1/tenants", creditor.settings("2026-03-01")).then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body(creditor.settings("2026-03-01"))
                .post("/v1/tenants")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(LocalStackResource.operatorToken())
                .get("/v1/tenants/" + creditor.tenant)
                .then()
                .statusCode(200)
                .body("name", equalTo("Sågen AB"));
    }

    @Test
    void a_sandbox_clock_only_goes_forward_and_tells_the_whole_truth_last() {
        var creditor = Creditor.on("2026-03-01");
        creditor.clockMovesTo("2026-03-05");
        creditor.post("/v1/sandbox-clock", Map.of("today", "2026-03-05")).then().statusCode(200);
        creditor.post("/v1/sandbox-clock", Map.of("today", "2026-03-04"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reskontra:problem:clock-only-forward"));
        assertEquals("2026-03-05", creditor.read("/v1/sandbox-clock").getString("today"));

        var told = Events.await(Topics.TENANT_EVENTS, creditor.tenant.toString(), 3);
        assertEquals(3, told.size());
        assertEquals(
                LocalDate.parse("2026-03-05"),
                told.get(1).as(SandboxClockAdvanced.class).today());
        assertEquals(
                LocalDate.parse("2026-03-05"),
                told.get(2).as(TenantChanged.class).today());
    }

    private static Response post(Map<String, Object> settings) {
        return given().auth()
                .oauth2(LocalStackResource.operatorToken())
                .contentType(ContentType.JSON)
                .body(settings)
                .post("/v1/tenants");
    }
}
