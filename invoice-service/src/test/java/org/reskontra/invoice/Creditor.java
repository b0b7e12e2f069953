package org.reskontra.invoice;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** A sandbox tenant of its own for each test, and the words a creditor's system uses. */
public final class Creditor {

    public final UUID tenant = Ids.next();
    private final Map<String, String> tokens = new HashMap<>();

    private Creditor() {}

    /** A new creditor whose clock shows that day. */
    public static Creditor on(String today) {
        return on(today, _ -> {});
    }

    /** The same, with other settings. */
    public static Creditor on(String today, Consumer<Map<String, Object>> changed) {
        var creditor = new Creditor();
        var settings = creditor.settings(today);
        changed.accept(settings);
        given().auth()
                .oauth2(LocalStackResource.operatorToken())
                .contentType(ContentType.JSON)
                .body(settings)
                .post("/v1/tenants")
                .then()
                .statusCode(201);
        return creditor;
    }

    public Map<String, Object> settings(String today) {
        var settings = new HashMap<String, Object>();
        settings.put("id", tenant.toString());
        settings.put("name", "Sågen AB");
        settings.put("country", "SE");
        settings.put("zone", "Europe/Stockholm");
        settings.put("currency", "SEK");
        settings.put("sandbox", true);
        settings.put("today", today);
        settings.put("organisationNumber", "556036-0793");
        settings.put("paymentDetails", Map.of("bankgiro", "991-2346"));
        return settings;
    }

    public RequestSpecification as(String role) {
        return given().auth()
                .oauth2(tokens.computeIfAbsent(role, name -> LocalStackResource.token(name, tenant)))
                .contentType(ContentType.JSON);
    }

    /** A clerk by name. */
    public RequestSpecification clerk(String name) {
        return given().auth()
                .oauth2(tokens.computeIfAbsent("clerk " + name, _ -> LocalStackResource.token("clerk", tenant, name)))
                .contentType(ContentType.JSON);
    }

    public Response post(String path, Object body) {
        return as("integrator").body(body).post(path);
    }

    public Response get(String path) {
        return as("auditor").get(path);
    }

    public JsonPath read(String path) {
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    public String aCustomer() {
        return post("/v1/customers", customer())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> customer() {
        var customer = new HashMap<String, Object>();
        customer.put("kind", "BUSINESS");
        customer.put("country", "SE");
        customer.put("identityNumber", "556036-0793");
        customer.put("legalName", "Takstolar i Norr AB");
        customer.put("emails", List.of("faktura@takstolar.example"));
        return customer;
    }

    /** An invoice of 10 000 kr without VAT, reminder fee agreed. */
    public static Map<String, Object> invoice(String customer, String number, String issued, String due) {
        var invoice = new HashMap<String, Object>();
        invoice.put("number", number);
        invoice.put("customerId", customer);
        invoice.put("issueDate", issued);
        invoice.put("dueDate", due);
        invoice.put("reminderFeeAgreed", true);
        invoice.put(
                "lines",
                List.of(Map.of("description", "Timber", "quantity", "1", "unitPrice", sek(10_000_00), "vatRate", "0")));
        return invoice;
    }

    public String issued(Map<String, Object> invoice) {
        return post("/v1/invoices", invoice).then().statusCode(201).extract().path("id");
    }

    public String anInvoice(String number, String issued, String due) {
        return issued(invoice(aCustomer(), number, issued, due));
    }

    public Response pays(String invoice, long minor, String bookedOn) {
        return post("/v1/payments", Map.of("invoiceId", invoice, "amount", sek(minor), "bookingDate", bookedOn));
    }

    public static Map<String, Object> sek(long minor) {
        return Map.of("minor", minor, "currency", "SEK");
    }

    public void clockMovesTo(String today) {
        post("/v1/sandbox-clock", Map.of("today", today)).then().statusCode(200);
        settles();
    }

    /** Waits until nothing is left to do. */
    public void settles() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> read("/v1/sandbox-clock").getBoolean("settled"));
    }

    /** One column of a query as the tables' owner, inside this tenant's wall. */
    public List<String> rows(String sql) {
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('reskontra.tenant', '" + tenant + "', false)");
            try (var rows = statement.executeQuery(sql)) {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
