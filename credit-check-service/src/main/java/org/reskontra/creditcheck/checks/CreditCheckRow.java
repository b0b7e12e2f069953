package org.reskontra.creditcheck.checks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CreditCheckId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.scoring.Behaviour;
import org.reskontra.creditcheck.scoring.CreditDecision;
import org.reskontra.creditcheck.scoring.Verdict;

/** A decision, with what it was made of. Never changed. */
@Entity
@Table(name = "credit_check")
class CreditCheckRow {

    @Id
    @Column(name = "check_id")
    UUID checkId;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "amount_minor")
    long amountMinor;

    @Column(name = "currency")
    String currency;

    @Column(name = "purpose")
    String purpose;

    @Nullable
    @Column(name = "contract_reference")
    String contractReference;

    @Enumerated(EnumType.STRING)
    @Column(name = "verdict")
    Verdict verdict;

    @Column(name = "limit_minor")
    long limitMinor;

    @Column(name = "prepayment_share")
    BigDecimal prepaymentShare;

    @Column(name = "reasons")
    String reasons;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "valid_until")
    LocalDate validUntil;

    @Column(name = "policy_id")
    String policyId;

    @Column(name = "exposure_minor")
    long exposureMinor;

    @Column(name = "settled")
    int settled;

    @Column(name = "settled_late")
    int settledLate;

    @Column(name = "days_late")
    long daysLate;

    @Column(name = "at_collection")
    int atCollection;

    @Column(name = "days_overdue")
    int daysOverdue;

    @Column(name = "asked_by")
    String askedBy;

    CreditCheckId id() {
        return new CreditCheckId(checkId);
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    Money amount() {
        return Money.of(amountMinor, currency);
    }

    Money exposure() {
        return Money.of(exposureMinor, currency);
    }

    Behaviour behaviour() {
        return new Behaviour(settled, settledLate, daysLate, atCollection, daysOverdue);
    }

    CreditDecision decision() {
        return new CreditDecision(
                verdict, Money.of(limitMinor, currency), prepaymentShare, List.of(reasons.split(",")), validUntil);
    }

    void exposure(Money money) {
        exposureMinor = money.minor();
    }

    void behaviour(Behaviour behaviour) {
        settled = behaviour.settled();
        settledLate = behaviour.settledLate();
        daysLate = behaviour.daysLate();
        atCollection = behaviour.atCollection();
        daysOverdue = behaviour.daysOverdue();
    }

    void decision(CreditDecision decision) {
        verdict = decision.verdict();
        limitMinor = decision.limit().minor();
        prepaymentShare = decision.prepaymentShare();
        reasons = String.join(",", decision.reasons());
        validUntil = decision.validUntil();
    }
}
