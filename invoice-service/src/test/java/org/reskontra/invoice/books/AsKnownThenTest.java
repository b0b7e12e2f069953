package org.reskontra.invoice.books;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.invoice.Creditor;
import org.reskontra.localstack.test.LocalStackResource;

/** Balances of any day as they were known at any instant. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AsKnownThenTest {

    private static final LocalDate BEGIN = LocalDate.parse("2026-02-01");
    private static final int STEPS = 40;

    private record Snapshot(Instant takenAt, String path, Map<String, Object> seen) {}

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void what_was_known_then_is_what_a_snapshot_showed_then(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var creditor = Creditor.on("2026-06-15");
        var customer = creditor.aCustomer();
        var invoices = new ArrayList<String>();
        var snapshots = new ArrayList<Snapshot>();
        for (int step = 0; step < STEPS; step++) {
            act(random, creditor, customer, invoices, step);
            if (step % 4 == 3) {
                var on = BEGIN.plusDays(random.nextInt(150));
                for (var view : List.of("trial-balance", "aging")) {
                    var path = "/v1/ledger/" + view + "?on=" + on;
                    snapshots.add(new Snapshot(
                            Instant.now(), path, creditor.read(path).getMap("")));
                }
            }
        }
        for (var snapshot : snapshots) {
            var known = new HashMap<>(creditor.read(snapshot.path() + "&knownAt=" + snapshot.takenAt())
                    .<String, Object>getMap(""));
            assertEquals(snapshot.takenAt(), Instant.parse((String) known.remove("knownAt")));
            assertEquals(snapshot.seen(), known, "seed " + seed + ", " + snapshot.path());
        }
        agree(creditor, random, snapshots);
    }

    /** A bill, money on time, money told late, money for nothing that is known. */
    private static void act(
            RandomGenerator random, Creditor creditor, String customer, List<String> invoices, int step) {
        if (invoices.isEmpty() || random.nextInt(3) == 0) {
            var issued = BEGIN.plusDays(random.nextInt(100));
            invoices.add(creditor.issued(invoice(
                    customer,
                    "" + (100 + step),
                    issued.toString(),
                    issued.plusDays(30).toString())));
        } else if (random.nextInt(8) == 0) {
            creditor.post(
                            "/v1/payments",
                            Map.of("reference", "9" + step, "amount", sek(500_00), "bookingDate", "2026-06-10"))
                    .then()
                    .statusCode(201);
        } else {
            var day = LocalDate.parse("2026-05-15").plusDays(random.nextInt(30));
            creditor.pays(invoices.get(random.nextInt(invoices.size())), random.nextLong(1, 8_000_00), day.toString())
                    .then()
                    .statusCode(201);
        }
    }

    /** Aging and account 1510 are the same money, whatever the day and the instant. */
    private static void agree(Creditor creditor, RandomGenerator random, List<Snapshot> snapshots) {
        for (int time = 0; time < 10; time++) {
            var query = "?on=" + BEGIN.plusDays(random.nextInt(150)) + "&knownAt="
                    + snapshots.get(random.nextInt(snapshots.size())).takenAt();
            var balance = creditor.read("/v1/ledger/trial-balance" + query);
            var receivables = balance.getList("accounts.findAll { it.account == 1510 }.balance.minor");
            var owed = creditor.read("/v1/ledger/aging" + query).getList("currencies.owed.minor");
            assertEquals(receivables.stream().filter(minor -> !minor.equals(0)).toList(), owed, query);
            assertTrue(balance.getList("sums.difference.minor").stream().allMatch(minor -> minor.equals(0)), query);
        }
    }

    @Test
    void receivables_are_sorted_by_their_days_past_due() {
        var creditor = Creditor.on("2026-06-15");
        var customer = creditor.aCustomer();
        // due 5 days ahead, today, one day ago, 30, 31 and 100 days ago
        for (var due : List.of("2026-06-20", "2026-06-15", "2026-06-14", "2026-05-16", "2026-05-15", "2026-03-07")) {
            creditor.issued(invoice(customer, "7" + due.replace("-", ""), "2026-02-01", due));
        }
        var usual = creditor.read("/v1/ledger/aging").getList("currencies[0].buckets.invoices");
        assertEquals(List.of(2, 2, 1, 0, 1), usual);
        var own = creditor.read("/v1/ledger/aging?buckets=-5,0,99");
        assertEquals(List.of(1, 1, 3, 1), own.getList("currencies[0].buckets.invoices"));
        assertEquals(-4, own.getInt("currencies[0].buckets[1].from"));
        assertEquals(0, own.getInt("currencies[0].buckets[1].through"));
        assertEquals(60_000_00, own.getInt("currencies[0].owed.minor"));
        assertEquals(List.of(), creditor.read("/v1/ledger/aging?on=2026-01-31").getList("currencies"));
        for (var wrong : List.of("x", "30,", "30,30", "60,30", "0,1,2,3,4,5,6,7,8,9,10,11,12", "99999999999")) {
            creditor.get("/v1/ledger/aging?buckets=" + wrong).then().statusCode(400);
        }
    }

    @Test
    void what_is_not_known_yet_is_not_answered() throws SQLException {
        var creditor = Creditor.on("2026-06-15");
        creditor.get("/v1/ledger/aging?knownAt=2999-01-01T00:00:00Z")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:reskontra:problem:not-known-yet"));
        creditor.get("/v1/ledger/trial-balance?knownAt=yesterday").then().statusCode(400);
        var before = Instant.now();
        try (var posting = LocalStackResource.connectAsApp();
                var statement = posting.createStatement()) {
            posting.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + creditor.tenant + "', true)");
            statement.execute("select ledger_instant()");
            var query = "/v1/ledger/trial-balance?knownAt=" + Instant.now();
            creditor.get(query).then().statusCode(409);
            creditor.get("/v1/ledger/trial-balance?knownAt=" + before.minusMillis(1))
                    .then()
                    .statusCode(200);
            Creditor.on("2026-06-15").get(query).then().statusCode(200);
            posting.rollback();
            creditor.get(query).then().statusCode(200);
        }
    }
}
