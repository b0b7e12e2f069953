package org.reskontra.invoice.books;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.Creditor;
import org.reskontra.kit.db.Blocking;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExportTest {

    private static final String PATH = "/v1/ledger/export";

    @Inject
    LinkPostings links;

    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-06-15");
    }

    @Test
    void a_sie_file_balances_and_agrees_with_the_trial_balance() {
        bills(6, "2025-12-10");
        bills(6, "2026-02-10");
        name("RECEIVABLES", 1511, "Kundfordringar på kö");
        link();
        var answer = creditor.get(PATH + "?format=sie4&from=2026-01-01&to=2026-12-31");
        answer.then().statusCode(200).header("Content-Disposition", containsString("ledger-2026-01-01-2026-12-31.se"));
        var lines = new String(answer.asByteArray(), Charset.forName("IBM437"))
                .lines()
                .toList();
        assertEquals(List.of("#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4"), lines.subList(0, 3));
        assertTrue(lines.contains("#FNAMN \"Sågen AB\""), lines.toString());
        assertTrue(lines.contains("#RAR 0 20260101 20261231"));
        assertTrue(lines.contains("#KONTO 1511 \"Kundfordringar på kö\""), lines.toString());

        var year = new HashMap<String, BigDecimal>();
        var voucher = BigDecimal.ZERO;
        for (var line : lines) {
            var words = line.strip().split(" ");
            if (words[0].equals("#TRANS")) {
                voucher = voucher.add(new BigDecimal(words[3]));
                year.merge(words[1], new BigDecimal(words[3]), BigDecimal::add);
            } else if (line.equals("}")) {
                assertEquals(0, voucher.signum(), "a voucher balances");
            }
        }
        assertEquals(
                12,
                lines.stream()
                        .filter(line -> line.contains("INVOICE_ISSUED") || line.contains("PAYMENT"))
                        .count());
        for (var line : lines) {
            var words = line.split(" ");
            if (words[0].equals("#UB")) {
                var opening = lines.stream()
                        .filter(one -> one.startsWith("#IB 0 " + words[2] + " "))
                        .map(one -> new BigDecimal(one.split(" ")[3]))
                        .findFirst()
                        .orElseThrow();
                assertEquals(new BigDecimal(words[3]), opening.add(year.get(words[2])), line);
            } else if (words[0].equals("#RES")) {
                assertEquals(new BigDecimal(words[3]), year.get(words[2]), line);
            }
        }
        var balance = creditor.read("/v1/ledger/trial-balance?on=2026-12-31");
        int receivables = balance.getInt("accounts.find { it.account == 1511 }.balance.minor");
        assertTrue(
                lines.contains(
                        "#UB 0 1511 " + BigDecimal.valueOf(receivables, 2).toPlainString()),
                lines.toString());
    }

    @Test
    void a_long_year_comes_whole_and_in_the_order_of_booking() {
        var numbers = bills(1, "2026-03-01");
        var customer = creditor.aCustomer();
        var lines = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            lines.append("""
                    {"number": "5%05d", "customerId": "%s", "issueDate": "2026-%02d-0%d", "dueDate": "2026-12-01", \
                    "lines": [{"description": "Timber", "quantity": "1", "unitPrice": {"minor": 100, "currency": "SEK"}, \
                    "vatRate": "0"}]}
                    """.formatted(i, customer, 1 + i % 6, 1 + i % 9));
        }
        var job = given().auth()
                .oauth2(LocalStackResource.token("integrator", creditor.tenant))
                .multiPart("format", "NDJSON")
                .multiPart("file", "book", lines.toString().getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                .post("/v1/invoice-imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        creditor.settles();
        assertEquals("DONE", creditor.read(job.substring(job.indexOf("/v1/"))).getString("state"));
        link();
        var csv = new String(
                creditor.get(PATH + "?format=csv&from=2026-01-01&to=2026-12-31").asByteArray(), StandardCharsets.UTF_8);
        var rows = csv.lines().skip(1).map(line -> line.split(",")).toList();
        assertTrue(
                csv.startsWith("position,posting,kind,bookingDate,valueDate,knownAt,actor,invoice,"),
                csv.substring(0, 99));
        assertEquals(2 * (1_200 + 2 * numbers), rows.size());
        var days = rows.stream().map(row -> row[3]).toList();
        var sorted = new ArrayList<>(days);
        sorted.sort(null);
        assertEquals(sorted, days);
        assertEquals(
                0,
                rows.stream()
                        .map(row -> new BigDecimal(row[13]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum());
        var march =
                creditor.get(PATH + "?format=csv&from=2026-03-02&to=2026-03-31").asString();
        assertEquals(
                days.stream()
                        .filter(day -> day.startsWith("2026-03") && !day.equals("2026-03-01"))
                        .count(),
                march.lines().count() - 1);
    }

    @Test
    void a_file_is_of_one_calendar_year_and_a_known_format() {
        for (var wrong : List.of(
                "format=sie4&from=2026-01-01",
                "format=sie4&to=2026-01-01",
                "from=2026-01-01&to=2026-12-31",
                "format=sie5&from=2026-01-01&to=2026-12-31",
                "format=csv&from=2026-02-01&to=2026-01-31",
                "format=csv&from=2025-12-31&to=2026-01-31")) {
            creditor.get(PATH + "?" + wrong).then().statusCode(400);
        }
    }

    @Test
    void the_plan_names_the_whole_history_and_can_be_given_up() {
        bills(1, "2026-02-10");
        name("RECEIVABLES", 1511, "Kundfordringar");
        assertEquals(
                1,
                creditor.read("/v1/ledger/trial-balance")
                        .getList("accounts.findAll { it.account == 1511 }")
                        .size());
        creditor.as("clerk")
                .body(Map.of("accounts", List.of(Map.of("account", "RECEIVABLES", "number", 1930, "title", "x"))))
                .put("/v1/ledger/accounts")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/accounts/0/number"));
        creditor.as("integrator")
                .body(Map.of("accounts", List.of()))
                .put("/v1/ledger/accounts")
                .then()
                .statusCode(403);
        name("BANK", 1940, "Bank");
        var plan = creditor.read("/v1/ledger/accounts");
        assertEquals(1510, plan.getInt("accounts.find { it.account == 'RECEIVABLES' }.number"));
        assertEquals(1940, plan.getInt("accounts.find { it.account == 'BANK' }.number"));
    }

    private void name(String account, int number, String title) {
        creditor.as("clerk")
                .body(Map.of("accounts", List.of(Map.of("account", account, "number", number, "title", title))))
                .put("/v1/ledger/accounts")
                .then()
                .statusCode(200);
    }

    /** Invoices without VAT, each paid in part on its day. */
    private int bills(int count, String issued) {
        var customer = creditor.aCustomer();
        for (int i = 0; i < count; i++) {
            var id = creditor.issued(invoice(customer, issued.replace("-", "") + i, issued, "2026-12-31"));
            creditor.pays(id, 1_000_01, issued).then().statusCode(201);
        }
        return count;
    }

    private void link() {
        creditor.settles();
        Blocking.await(() -> links.run(new TenantId(creditor.tenant)));
        assertEquals(0, creditor.read("/v1/ledger/verification").getInt("unlinked"));
    }
}
