package org.reskontra.invoice.wire;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiDocumentTest {
    private record Call(String name, JsonNode operation) {}

    @Test
    void every_call_has_an_id_a_summary_and_an_example() throws IOException {
        var flaws = new ArrayList<String>();
        for (var call : calls()) {
            if (call.operation().path("operationId").asText().isEmpty()) {
                flaws.add(call.name() + " has no operationId");
            }
            if (call.operation().path("summary").asText().isEmpty()) {
                flaws.add(call.name() + " has no summary");
            }
            // the kit's own call is documented by the kit
            if (!call.name().equals("GET /v1/sandbox-clock")
                    && call.operation().findValues("examples").isEmpty()) {
                flaws.add(call.name() + " has no example");
            }
        }
        assertEquals(List.of(), flaws);
    }

    @Test
    void ids_of_calls_are_unique_and_the_calls_are_the_ones_promised() throws IOException {
        var calls = calls();
        var ids = new TreeSet<String>();
        calls.forEach(
                call -> assertTrue(ids.add(call.operation().path("operationId").asText()), call.name()));
        assertEquals(
                new TreeSet<>(List.of(
                        "GET /v1/bank-file-settings",
                        "GET /v1/bank-files/{id}",
                        "GET /v1/bank-files/{id}/entries",
                        "GET /v1/credit-notes/{id}",
                        "GET /v1/customers/{id}",
                        "GET /v1/invoice-imports/{id}",
                        "GET /v1/invoices",
                        "GET /v1/invoices/{id}",
                        "GET /v1/invoices/{id}/credit-notes",
                        "GET /v1/invoices/{id}/ledger",
                        "GET /v1/invoices/{id}/statement",
                        "GET /v1/ledger/accounts",
                        "GET /v1/ledger/aging",
                        "GET /v1/ledger/export",
                        "GET /v1/ledger/locked-through",
                        "GET /v1/ledger/trial-balance",
                        "GET /v1/ledger/verification",
                        "GET /v1/matching-settings",
                        "GET /v1/overpayments",
                        "GET /v1/payment-imports/{id}",
                        "GET /v1/payment-settings",
                        "GET /v1/payments/{id}",
                        "GET /v1/refund-files",
                        "GET /v1/refund-files/{id}",
                        "GET /v1/refund-files/{id}/content",
                        "GET /v1/refunds",
                        "GET /v1/refunds/{id}",
                        "GET /v1/sandbox-clock",
                        "GET /v1/tenants/{id}",
                        "GET /v1/unmatched-payments",
                        "GET /v1/unmatched-payments/{id}/suggestions",
                        "GET /v1/write-offs",
                        "GET /v1/write-offs/{id}",
                        "PATCH /v1/customers/{id}",
                        "POST /v1/bank-files",
                        "POST /v1/customers",
                        "POST /v1/invoice-imports",
                        "POST /v1/invoices",
                        "POST /v1/invoices/{id}/credit-notes",
                        "POST /v1/invoices/{id}/write-offs",
                        "POST /v1/overpayments/{paymentId}/keep",
                        "POST /v1/overpayments/{paymentId}/move",
                        "POST /v1/payment-imports",
                        "POST /v1/payments",
                        "POST /v1/payments/{id}/reversal",
                        "POST /v1/payments/{id}/unmatch",
                        "POST /v1/refund-files",
                        "POST /v1/refunds",
                        "POST /v1/refunds/{id}/approval",
                        "POST /v1/refunds/{id}/rejection",
                        "POST /v1/sandbox-clock",
                        "POST /v1/tenants",
                        "POST /v1/unmatched-payments/{id}/match",
                        "POST /v1/write-offs/{id}/approval",
                        "POST /v1/write-offs/{id}/rejection",
                        "PUT /v1/bank-file-settings",
                        "PUT /v1/ledger/accounts",
                        "PUT /v1/ledger/locked-through",
                        "PUT /v1/matching-settings",
                        "PUT /v1/payment-settings")),
                new TreeSet<>(calls.stream().map(Call::name).toList()));
    }

    private static List<Call> calls() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
        assertTrue(
                document.path("openapi").asText().startsWith("3.1"),
                document.path("openapi").asText());
        var calls = new ArrayList<Call>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (List.of("get", "post", "patch", "put", "delete").contains(method.getKey())) {
                        calls.add(new Call(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue()));
                    }
                }));
        return calls;
    }
}
