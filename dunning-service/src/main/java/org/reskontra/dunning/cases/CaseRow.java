package org.reskontra.dunning.cases;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.TenantId;
import org.reskontra.dunning.ladder.CaseFile;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.CaseState.Ended;
import org.reskontra.dunning.ladder.CaseState.HandedOver;
import org.reskontra.dunning.ladder.CaseState.Known;
import org.reskontra.dunning.ladder.CaseState.LetterPending;
import org.reskontra.dunning.ladder.CaseState.Overdue;
import org.reskontra.dunning.ladder.CaseState.Reminded;
import org.reskontra.dunning.ladder.CaseState.Unreachable;
import org.reskontra.dunning.ladder.CaseState.Waiting;
import org.reskontra.dunning.ladder.PolicyRef;
import org.reskontra.dunning.ladder.Reminders;
import org.reskontra.dunning.ladder.Standing;
import org.reskontra.dunning.ladder.Terms;
import org.reskontra.kit.json.Json;
import org.reskontra.rulebook.interest.PrincipalChange;

/** A case as it lies in the database, one column per fact; amounts are minor units of {@code currency}. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, isGetterVisibility = Visibility.NONE)
class CaseRow {

    UUID tenantId;
    UUID invoiceId;
    long version;

    UUID customerId;
    String invoiceNumber;
    String country;
    String debtorKind;
    String currency;
    long gross;
    LocalDate issueDate;
    LocalDate dueDate;
    String paymentReference;
    BigDecimal contractRate;
    boolean reminderFeeAgreed;
    String policyId;
    int policyVersion;
    String rulePack;
    long principal;
    long interest;
    long costs;
    long invoiceVersion;
    LocalDate interestThrough;
    long interestBase;
    String principalChanges;
    int remindersSent;
    LocalDate lastReminderOn;
    String state;
    Integer step;
    LocalDate stateSince;
    String reason;
    boolean dueDatePassed;
    LocalDate handedOverOn;
    LocalDate resumedOn;
    LocalDate nextActionOn;
    int journalLength;

    static CaseRow of(TenantId tenant, InvoiceId invoice) {
        var row = new CaseRow();
        row.tenantId = tenant.value();
        row.invoiceId = invoice.value();
        return row;
    }

    InvoiceId invoice() {
        return new InvoiceId(invoiceId);
    }

    PolicyRef policy() {
        return new PolicyRef(policyId, policyVersion);
    }

    boolean isNew() {
        return journalLength == 0;
    }

    /** Writes a state into the columns. */
    void become(Known known, Optional<LocalDate> next) {
        put(known.file());
        state = StateName.of(known).name();
        dueDatePassed = !(known instanceof Waiting);
        handedOverOn = null;
        switch (known) {
            case Waiting _, Overdue _, Reminded _ -> put(null, null, null);
            case LetterPending s -> put(s.step(), s.decidedOn(), null);
            case Unreachable s -> put(s.step(), s.since(), s.reason());
            case HandedOver s -> put(null, s.on(), null);
            case Ended s -> {
                put(null, s.on(), null);
                dueDatePassed = s.dueDatePassed();
                handedOverOn = s.handedOverOn().orElse(null);
            }
        }
        nextActionOn = next.orElse(null);
    }

    /** Reads the state from the columns. */
    CaseState state() {
        if (isNew()) {
            return new CaseState.None();
        }
        var file = file();
        return switch (StateName.valueOf(state)) {
            case WAITING -> new Waiting(file);
            case OVERDUE -> new Overdue(file);
            case LETTER_PENDING -> new LetterPending(file, step, stateSince);
            case REMINDED -> new Reminded(file);
            case UNREACHABLE -> new Unreachable(file, step, stateSince, reason);
            case HANDED_OVER -> new HandedOver(file, stateSince);
            case ENDED -> new Ended(file, stateSince, dueDatePassed, Optional.ofNullable(handedOverOn));
        };
    }

    CaseFile file() {
        var terms = new Terms(
                invoice(),
                new CustomerId(customerId),
                invoiceNumber,
                new Country(country),
                DebtorKind.valueOf(debtorKind),
                money(gross),
                issueDate,
                dueDate,
                paymentReference,
                new InterestTerms(contractRate),
                reminderFeeAgreed,
                policy(),
                rulePack);
        var owed = Outstanding.of(money(principal), money(interest), money(costs));
        var standing = new Standing(owed, interestThrough, money(interestBase), changes(principalChanges));
        return new CaseFile(
                terms,
                standing,
                new Reminders(remindersSent, Optional.ofNullable(lastReminderOn)),
                Optional.ofNullable(resumedOn));
    }

    private void put(CaseFile file) {
        var terms = file.terms();
        customerId = terms.customer().value();
        invoiceNumber = terms.number();
        country = terms.country().code();
        debtorKind = terms.debtor().name();
        currency = terms.gross().currency().getCurrencyCode();
        gross = terms.gross().minor();
        issueDate = terms.issueDate();
        dueDate = terms.dueDate();
        paymentReference = terms.paymentReference();
        contractRate = terms.interest().contractRate();
        reminderFeeAgreed = terms.reminderFeeAgreed();
        policyId = terms.policy().id();
        policyVersion = terms.policy().version();
        rulePack = terms.rulePack();
        var standing = file.standing();
        principal = standing.owed().principal().minor();
        interest = standing.owed().interest().minor();
        costs = standing.owed().costs().minor();
        interestThrough = standing.interestThrough();
        interestBase = standing.interestBase().minor();
        principalChanges = Json.write(standing.changes());
        remindersSent = file.reminders().sent();
        lastReminderOn = file.reminders().last().orElse(null);
        resumedOn = file.resumedOn().orElse(null);
    }

    private void put(Integer newStep, LocalDate since, String why) {
        step = newStep;
        stateSince = since;
        reason = why;
    }

    private Money money(long minor) {
        return new Money(minor, Currency.getInstance(currency));
    }

    private static List<PrincipalChange> changes(String json) {
        try {
            return List.of(Json.read(json.getBytes(StandardCharsets.UTF_8), PrincipalChange[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable principal changes", e);
        }
    }
}
