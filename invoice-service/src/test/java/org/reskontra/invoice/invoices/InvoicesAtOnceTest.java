package org.reskontra.invoice.invoices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.invoice.Creditor;
import org.reskontra.localstack.test.LocalStackResource;

/** Invoices that many callers send at the same moment share transactions; nobody can tell from the answers. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvoicesAtOnceTest {

    private static final int MANY = 120;

    private Creditor creditor;
    private String customer;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-03-01");
        customer = creditor.aCustomer();
    }

    @Test
    void each_gets_an_invoice_of_few_transactions_and_the_series_has_no_gap() throws Exception {
        var answers = atOnce(IntStream.range(0, MANY)
                .<Callable<Response>>mapToObj(i -> () -> creditor.post("/v1/invoices", invoice()))
                .toList());

        assertEquals(List.of(201), statuses(answers));
        assertEquals(numbers(1, MANY), sortedNumbers(answers));
        assertEquals(
                MANY,
                answers.stream()
                        .map(answer -> answer.<String>path("id"))
                        .distinct()
                        .count());
        assertTrue(transactionsOf(answers.getFirst().path("id")) < MANY / 2);
    }

    /** How many transactions wrote the invoices of the tenant that has this one. */
    private int transactionsOf(String invoice) throws SQLException {
        try (var connection = LocalStackResource.connectAsApp();
                var statement = connection.createStatement()) {
            statement.execute("set reskontra.tenant = '" + creditor.tenant + "'");
            try (var rows = statement.executeQuery("select count(distinct xmin::text), bool_or(id = '" + invoice
                    + "') from invoice where tenant_id = '" + creditor.tenant + "'")) {
                rows.next();
                assertTrue(rows.getBoolean(2), "the wall shows the invoices");
                return rows.getInt(1);
            }
        }
    }

    @Test
    void a_refusal_is_for_its_caller_alone_and_takes_no_number() throws Exception {
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < MANY; i++) {
            var body = invoice();
            switch (i % 4) {
                case 1 -> body.put("customerId", UUID.randomUUID().toString());
                case 3 -> body.put("issueDate", "2027-01-01");
                default -> {}
            }
            calls.add(() -> creditor.post("/v1/invoices", body));
        }

        var answers = atOnce(calls);

        for (int i = 0; i < MANY; i++) {
            assertEquals(i % 2 == 0 ? 201 : 422, answers.get(i).statusCode(), answers.get(i)::asString);
        }
        var issued =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertEquals(numbers(1, MANY / 2), sortedNumbers(issued));
    }

    @Test
    void one_id_sent_many_times_at_once_is_one_invoice() throws Exception {
        var body = invoice();
        body.put("id", UUID.randomUUID().toString());
        body.put("number", "4711");

        var answers = atOnce(IntStream.range(0, 20)
                .<Callable<Response>>mapToObj(i -> () -> creditor.post("/v1/invoices", body))
                .toList());

        assertEquals(List.of(200, 201), statuses(answers));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
    }

    @Test
    void keys_are_kept_for_each_and_give_the_same_answer_again() throws Exception {
        var bodies = IntStream.range(0, 40).mapToObj(i -> invoice()).toList();
        var calls = IntStream.range(0, 40)
                .<Callable<Response>>mapToObj(i -> () -> creditor.as("integrator")
                        .header("Idempotency-Key", "key-" + i)
                        .body(bodies.get(i))
                        .post("/v1/invoices"))
                .toList();

        var first = atOnce(calls);
        var second = atOnce(calls);

        assertEquals(List.of(201), statuses(first));
        assertEquals(
                first.stream().map(Response::asString).toList(),
                second.stream().map(Response::asString).toList());
        assertEquals(numbers(1, 40), sortedNumbers(first));
    }

    private Map<String, Object> invoice() {
        return new HashMap<>(Map.of(
                "customerId",
                customer,
                "issueDate",
                "2026-03-01",
                "dueDate",
                "2026-03-31",
                "lines",
                List.of(Map.of(
                        "description",
                        "Planks",
                        "quantity",
                        "3",
                        "unitPrice",
                        Map.of("minor", 10_000, "currency", "SEK"),
                        "vatRate",
                        "0.25"))));
    }

    private static List<Response> atOnce(List<Callable<Response>> calls)
            throws InterruptedException, ExecutionException {
        try (var callers = Executors.newFixedThreadPool(40)) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).distinct().sorted().toList();
    }

    private static List<String> sortedNumbers(List<Response> answers) {
        return answers.stream()
                .map(answer -> answer.<String>path("number"))
                .sorted()
                .toList();
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> "R" + (100_000 + number))
                .toList();
    }
}
