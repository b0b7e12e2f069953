package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.planted.TellsTooMuch;

/** Events are kept for years and read by many: nothing in them may name, locate or reach a person. */
class NoPersonalDataTest {

    private static final List<String> PERSONAL = List.of(
            "name",
            "mail",
            "phone",
            "mobile",
            "address",
            "street",
            "postcode",
            "zip",
            "town",
            "city",
            "birth",
            "gender",
            "person",
            "ssn",
            "identitynumber",
            "organisationnumber",
            "nationalid",
            "passport",
            "contact",
            "payer",
            "iban",
            "account",
            "bankgiro",
            "replyto",
            "remark",
            "comment",
            "note",
            "message",
            "freetext",
            "ip");

    /** Settings of the creditor itself, not of its customers, which letters to debtors must state; and documents. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "InvoiceCredited.creditNote", "the id of a document, not what it says",
            "TenantChanged.creditorName", "the creditor, a business, as debtors know it",
            "TenantChanged.organisationNumber", "the creditor's public register number",
            "TenantChanged.bankgiro", "where debtors pay the creditor",
            "TenantChanged.iban", "where debtors pay the creditor",
            "TenantChanged.replyTo", "the creditor's own address for debtors' questions");

    /** Text that is a code or a reference made by the creditor or by us, never typed about a person. */
    private static final Set<String> CODES_AND_REFERENCES =
            Set.of("number", "invoiceNumber", "paymentReference", "ruleId", "feeRule", "reason", "reasons");

    @Test
    void no_event_has_a_place_for_personal_data() {
        for (var event : EventCatalogue.records()) {
            assertEquals(List.of(), findings(event), event + " could carry personal data");
        }
    }

    @Test
    void every_explained_exception_still_exists() {
        var components = new HashSet<String>();
        for (var event : EventCatalogue.records()) {
            for (var component : event.getRecordComponents()) {
                components.add(event.getSimpleName() + "." + component.getName());
            }
        }
        assertTrue(components.containsAll(EXPLAINED.keySet()), () -> "stale: " + EXPLAINED.keySet());
    }

    @Test
    void and_the_guard_can_fail() {
        assertEquals(
                List.of(
                        "TellsTooMuch.customerName",
                        "Recipient.eMailAddress",
                        "Recipient.mobile",
                        "TellsTooMuch.remark"),
                findings(TellsTooMuch.class));
    }

    @Test
    void a_contact_card_is_not_an_event() {
        assertEquals(List.of(), List.of(ContactCard.class.getInterfaces()));
        assertTrue(!findings(ContactCard.class).isEmpty());
    }

    private static List<String> findings(Class<?> record) {
        var found = new ArrayList<String>();
        for (var component : record.getRecordComponents()) {
            var place = record.getSimpleName() + "." + component.getName();
            var nested = elementOf(component.getGenericType());
            if (EXPLAINED.containsKey(place)) {
                continue;
            }
            if (soundsPersonal(component)
                    || (nested == String.class && !CODES_AND_REFERENCES.contains(component.getName()))) {
                found.add(place);
            } else if (nested.isRecord() && nested.getPackageName().startsWith("org.reskontra")) {
                found.addAll(nested == Country.class ? List.of() : findings(nested));
            }
        }
        return found;
    }

    private static boolean soundsPersonal(RecordComponent component) {
        var name = component.getName().toLowerCase(Locale.ROOT);
        var type = component.getType().getSimpleName().toLowerCase(Locale.ROOT);
        return PERSONAL.stream().anyMatch(word -> sounds(name, word) || sounds(type, word));
    }

    private static boolean sounds(String name, String word) {
        return word.length() > 2 ? name.contains(word) : name.equals(word);
    }

    private static Class<?> elementOf(Type type) {
        return switch (type) {
            case Class<?> simple -> simple;
            case ParameterizedType list -> elementOf(list.getActualTypeArguments()[0]);
            default -> throw new IllegalArgumentException(type + " has no place in an event");
        };
    }
}
