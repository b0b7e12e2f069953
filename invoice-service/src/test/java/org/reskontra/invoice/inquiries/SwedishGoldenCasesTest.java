package org.reskontra.invoice.inquiries;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Dunning;
import org.reskontra.localstack.test.LocalStackResource;

/** Swedish cases worked by hand, lived through over the API: issued, overdue, stated, paid, booked. Amounts in öre. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SwedishGoldenCasesTest {

    @ParameterizedTest(name = "{0}: {2} öre due {4}, paid {5}: {6} öre of interest")
    @CsvSource(delimiter = '|', textBlock = """
            #    | debtor   | principal |   issued   |    due     |    paid    | interest
            # ---+----------+-----------+------------+------------+------------+---------
            G1   | BUSINESS |   1000000 | 2023-04-15 | 2023-05-15 | 2023-08-20 |    29301
            G2   | CONSUMER |   1000000 | 2024-03-01 | 2024-03-31 | 2024-04-30 |     9863
            G3   | CONSUMER |    250000 | 2025-05-16 | 2025-06-15 | 2025-07-15 |     2158
            G4   | BUSINESS |   1000000 | 2018-05-31 | 2018-06-30 | 2018-07-30 |     6164
            G5   | CONSUMER |    125050 | 2022-11-15 | 2022-12-15 | 2023-01-31 |     1581
            G6   | BUSINESS |   1000000 | 2023-12-01 | 2023-12-31 | 2024-12-31 |   120329
            G7   | BUSINESS |   5000000 | 2024-10-01 | 2024-10-31 | 2025-09-30 |   499041
            G10a | BUSINESS |   1000000 | 2024-03-01 | 2024-03-31 | 2024-03-31 |        0
            G10b | BUSINESS |   1000000 | 2024-03-01 | 2024-03-31 | 2024-03-05 |        0
            """)
    void late_interest_is_stated_paid_and_booked(
            String name, String debtor, long principal, String issued, String due, String paid, long interest) {
        var creditor = Creditor.on(issued);
        var bill = bill(creditor, debtor, principal, issued);
        bill.put("dueDate", due);
        var id = creditor.issued(bill);
        creditor.clockMovesTo(paid);

        statement(creditor, id, paid, principal, interest, 0);
        creditor.pays(id, principal + interest, paid)
                .then()
                .statusCode(201)
                .body("allocation.principal.minor", equalTo((int) principal))
                .body("allocation.interest.minor", equalTo((int) interest))
                .body("allocation.costs.minor", equalTo(0))
                .body("excess.minor", equalTo(0));
        creditor.get("/v1/invoices/" + id)
                .then()
                .body("state", equalTo("SETTLED"))
                .body("settledOn", equalTo(paid));
        statement(creditor, id, paid, 0, 0, 0);
        assertEquals(
                interest == 0
                        ? Map.of(1510, 0, 1930, (int) principal, 3004, (int) -principal)
                        : Map.of(1510, 0, 1930, (int) (principal + interest), 3004, (int) -principal, 8313, (int)
                                -interest),
                balances(creditor));
    }

    @Test
    void G8_without_an_agreed_day_interest_runs_from_thirty_days_after_the_invoice() {
        var creditor = Creditor.on("2025-03-01");
        var bill = bill(creditor, "BUSINESS", 8_000_00, "2025-03-01");
        bill.remove("dueDate");
        bill.put("paymentTerms", Map.of("days", 30));
        var id = creditor.issued(bill);
        creditor.get("/v1/invoices/" + id).then().body("dueDate", equalTo("2025-03-31"));
        creditor.clockMovesTo("2025-04-30");
        statement(creditor, id, "2025-04-30", 8_000_00, 72_33, 0);
        creditor.pays(id, 8_072_33, "2025-04-30")
                .then()
                .body("allocation.interest.minor", equalTo(72_33))
                .body("excess.minor", equalTo(0));
        assertEquals(Map.of(1510, 0, 1930, 8_072_33, 3004, -8_000_00, 8313, -72_33), balances(creditor));
    }

    @Test
    void G9_an_invoice_that_names_no_day_is_refused_so_that_no_consumer_owes_interest_unwarned() {
        var creditor = Creditor.on("2025-03-01");
        var bill = bill(creditor, "CONSUMER", 8_000_00, "2025-03-01");
        bill.remove("dueDate");
        creditor.post("/v1/invoices", bill).then().statusCode(400);
        assertEquals(Map.of(), balances(creditor));
    }

    @Test
    void G18_a_part_payment_covers_costs_then_interest_then_principal() {
        var creditor = Creditor.on("2025-01-01");
        var bill = bill(creditor, "BUSINESS", 10_000_00, "2025-01-01");
        bill.put("dueDate", "2025-01-31");
        var id = creditor.issued(bill);
        creditor.clockMovesTo("2025-03-02");
        var dunning = new Dunning(creditor);
        for (int step = 1; step <= 4; step++) {
            dunning.reminds(id, step, Money.of(60_00, "SEK"), "2025-02-1" + step);
        }
        statement(creditor, id, "2025-03-02", 10_000_00, 90_41, 240_00);

        creditor.pays(id, 4_000_00, "2025-03-02")
                .then()
                .statusCode(201)
                .body("allocation.costs.minor", equalTo(240_00))
                .body("allocation.interest.minor", equalTo(90_41))
                .body("allocation.principal.minor", equalTo(3_669_59));
        statement(creditor, id, "2025-03-02", 6_330_41, 0, 0);
        creditor.clockMovesTo("2025-04-01");
        statement(creditor, id, "2025-04-01", 6_330_41, 57_23, 0);
        assertEquals(
                Map.of(1510, 6_330_41, 1930, 4_000_00, 3004, -10_000_00, 3593, -240_00, 8313, -90_41),
                balances(creditor));

        creditor.pays(id, 6_387_64, "2025-04-01")
                .then()
                .body("allocation.interest.minor", equalTo(57_23))
                .body("excess.minor", equalTo(0));
        statement(creditor, id, "2025-04-01", 0, 0, 0);
        assertEquals(
                Map.of(1510, 0, 1930, 10_387_64, 3004, -10_000_00, 3593, -240_00, 8313, -(90_41 + 57_23)),
                balances(creditor));
    }

    private static Map<String, Object> bill(Creditor creditor, String debtor, long principal, String issued) {
        var customer = Creditor.customer();
        customer.put("kind", debtor);
        customer.remove("identityNumber");
        var id = creditor.post("/v1/customers", customer)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var bill = invoice(id, "1", issued, issued);
        bill.put(
                "lines",
                List.of(Map.of("description", "Timber", "quantity", "1", "unitPrice", sek(principal), "vatRate", "0")));
        return bill;
    }

    private static void statement(Creditor creditor, String id, String on, long principal, long interest, long costs) {
        creditor.get("/v1/invoices/" + id + "/statement?on=" + on)
                .then()
                .statusCode(200)
                .body("principal.minor", equalTo((int) principal))
                .body("interest.minor", equalTo((int) interest))
                .body("costs.minor", equalTo((int) costs))
                .body("total.minor", equalTo((int) (principal + interest + costs)))
                .body("tree.amount", equalTo(Long.toString(principal + interest + costs)));
    }

    private static Map<Integer, Integer> balances(Creditor creditor) {
        var balance = creditor.read("/v1/ledger/trial-balance");
        assertEquals(
                0,
                balance.<Integer>getList("sums.difference.minor").stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        List<Integer> accounts = balance.getList("accounts.account");
        List<Integer> minors = balance.getList("accounts.balance.minor");
        var balances = new TreeMap<Integer, Integer>();
        for (int i = 0; i < accounts.size(); i++) {
            balances.put(accounts.get(i), minors.get(i));
        }
        return balances;
    }
}
