package org.reskontra.invoice.customers;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.Ids;
import org.reskontra.kit.json.Json;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerResourceTest {
    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-03-01");
    }

    @Test
    void a_customer_is_entered_and_the_senders_of_letters_know_the_address() throws IOException {
        var id = creditor.aCustomer();
        creditor.get("/v1/customers/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("identityNumber", equalTo("5560360793"))
                .body("language", equalTo("sv"));
        var card = card(Events.await(Topics.CONTACT_CARDS, id, 1).getFirst());
        assertEquals("Takstolar i Norr AB", card.legalName());
        assertEquals(List.of("faktura@takstolar.example"), card.emails());
    }

    @Test
    void a_wrong_identity_number_is_refused() {
        var customer = Creditor.customer();
        customer.put("identityNumber", "556036-0794");
        creditor.post("/v1/customers", customer)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("/identityNumber")));
    }

    @Test
    void the_same_customer_again_is_the_same_customer() {
        var customer = Creditor.customer();
        customer.put("id", Ids.next().toString());
        customer.put("number", "K-1");
        creditor.post("/v1/customers", customer).then().statusCode(201);
        creditor.post("/v1/customers", customer).then().statusCode(200);
        customer.put("legalName", "Another AB");
        creditor.post("/v1/customers", customer)
                .then()
                .statusCode(409)
                .body("errors.pointer", equalTo(List.of("/legalName")));
        customer.put("id", Ids.next().toString());
        creditor.post("/v1/customers", customer)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:customer-number-taken"));
    }

    @Test
    void a_change_needs_the_version_it_changes() throws IOException {
        var id = creditor.aCustomer();
        patch(id, null, Map.of("legalName", "Nya AB")).then().statusCode(428);
        patch(id, "\"7\"", Map.of("legalName", "Nya AB")).then().statusCode(412);
        var changes = new HashMap<String, Object>();
        changes.put("legalName", "Nya AB");
        changes.put("identityNumber", null);
        changes.put("emails", List.of("ny@example.se"));
        changes.put(
                "postalAddress", Map.of("street", "Nygatan 1", "postcode", "111 22", "town", "Lund", "country", "SE"));
        patch(id, "\"1\"", changes)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("legalName", equalTo("Nya AB"))
                .body("identityNumber", nullValue());
        patch(id, "\"2\"", Map.of("postalAddress", Map.of("town", "Malmö")))
                .then()
                .statusCode(200)
                .body("postalAddress.town", equalTo("Malmö"))
                .body("postalAddress.street", equalTo("Nygatan 1"));
        var cards = Events.await(Topics.CONTACT_CARDS, id, 3);
        assertEquals(List.of("ny@example.se"), card(cards.get(1)).emails());
        assertTrue(cards.get(2).json().contains("Malmö"));
    }

    @Test
    void a_change_is_checked_like_an_entry() {
        var id = creditor.aCustomer();
        patch(id, "\"1\"", Map.of("emails", List.of("nobody")))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/emails/0"));
        patch(id, "\"1\"", Map.of("colour", "red")).then().statusCode(400);
        patch(id, "\"1\"", Map.of("id", Ids.next().toString())).then().statusCode(400);
        var nameless = new HashMap<String, Object>();
        nameless.put("legalName", null);
        patch(id, "\"1\"", nameless).then().statusCode(400);
        var other = Creditor.customer();
        other.put("number", "K-9");
        creditor.post("/v1/customers", other).then().statusCode(201);
        patch(id, "\"1\"", Map.of("number", "K-9")).then().statusCode(409);
    }

    @Test
    void anothers_customer_does_not_exist() {
        var id = creditor.aCustomer();
        var stranger = Creditor.on("2026-03-01");
        stranger.get("/v1/customers/" + id).then().statusCode(404);
        stranger.as("clerk")
                .header("If-Match", "\"1\"")
                .body(Map.of("legalName", "x"))
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(404);
        var taken = Creditor.customer();
        taken.put("id", id);
        stranger.post("/v1/customers", taken).then().statusCode(409);
    }

    private Response patch(String id, @Nullable String version, Map<String, Object> changes) {
        var request = creditor.as("clerk").body(changes);
        return (version == null ? request : request.header("If-Match", version)).patch("/v1/customers/" + id);
    }

    private static ContactCard card(Events.Told told) throws IOException {
        return Json.read(told.json().getBytes(StandardCharsets.UTF_8), ContactCard.class);
    }
}
