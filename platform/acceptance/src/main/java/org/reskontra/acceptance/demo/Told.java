package org.reskontra.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.contracts.Money;
import org.reskontra.localstack.services.Service;

/**
 * What the bank told in files, and where that money is.
 *
 * @param sum as the bank made the files
 * @param matched on invoices
 * @param suggested on the work list, for a clerk
 * @param faults files whose money is not accounted for
 */
public record Told(int files, Money sum, Money matched, Money suggested, Money refused, List<String> faults) {

    public Told {
        faults = List.copyOf(faults);
    }

    /** Asks after every file that was handed in, each with what the bank put into it. */
    static Told look(Creditor creditor, Map<UUID, Money> handedIn) {
        var nothing = Money.of(0, "SEK");
        var told = new Told(0, nothing, nothing, nothing, nothing, List.of());
        for (var file : handedIn.entrySet()) {
            told = told.and(creditor.get(Service.INVOICE, "/v1/bank-files/" + file.getKey()), file.getValue());
        }
        return told;
    }

    private Told and(JsonNode file, Money made) {
        var money = file.get("money").get(0);
        var its = new Told(
                1,
                part(money, "sum"),
                part(money, "matched"),
                part(money, "onWorkList"),
                part(money, "refused"),
                List.of());
        var all = new ArrayList<>(faults);
        if (!its.isAccountedFor() || !its.sum.equals(made)) {
            all.add("a file of " + made + " is shown as " + file);
        }
        return new Told(
                files + 1,
                sum.plus(made),
                matched.plus(its.matched),
                suggested.plus(its.suggested),
                refused.plus(its.refused),
                all);
    }

    private boolean isAccountedFor() {
        return matched.plus(suggested).plus(refused).equals(sum);
    }

    private static Money part(JsonNode money, String name) {
        return Creditor.money(money.get(name));
    }

    /** That all of it is accounted for. */
    public Proof proof() {
        return new Proof(
                "bankFilesAddUp",
                "the money of every bank file is matched, suggested or refused",
                files + " files of " + sum,
                faults);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("files", files);
        json.put("sumMinor", sum.minor());
        json.put("matchedMinor", matched.minor());
        json.put("suggestedMinor", suggested.minor());
        json.put("refusedMinor", refused.minor());
        return json;
    }
}
