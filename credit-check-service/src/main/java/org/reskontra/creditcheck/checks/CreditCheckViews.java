package org.reskontra.creditcheck.checks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CreditCheckId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.bookkeeping.CustomerAccount;
import org.reskontra.creditcheck.scoring.Behaviour;
import org.reskontra.creditcheck.scoring.CreditPolicy;
import org.reskontra.creditcheck.scoring.Verdict;

/** Requests and decisions as callers see them. */
final class CreditCheckViews {

    private CreditCheckViews() {}

    /**
     * A credit check asked for.
     *
     * @param id UUIDv7; null: the service makes one
     * @param amount to buy for on credit
     * @param purpose why it is asked: an agreement on credit, or a similar need
     * @param contractReference the caller's own reference of the agreement
     */
    @Schema(name = "NewCreditCheck")
    record Asked(
            @Nullable CreditCheckId id,
            @NotNull CustomerId customer,
            @NotNull Money amount,
            @NotBlank @Size(max = 200) String purpose,
            @Nullable @Size(max = 200) String contractReference) {}

    /**
     * An answered credit check.
     *
     * @param limit what may be outstanding at most
     * @param prepaymentShare part of the amount to be paid beforehand, 0 to 1
     * @param reasons codes of the policy's rules, most important first
     * @param validUntil last day the decision holds
     * @param policy id of the policy that decided
     * @param exposure what the customer owed, in the currency of the amount
     * @param behaviour how the customer had paid
     */
    @Schema(name = "CreditCheck")
    record Answered(
            CreditCheckId id,
            CustomerId customer,
            Money amount,
            String purpose,
            @Nullable String contractReference,
            Verdict decision,
            Money limit,
            BigDecimal prepaymentShare,
            List<String> reasons,
            LocalDate decidedOn,
            LocalDate validUntil,
            String policy,
            Money exposure,
            PaymentBehaviour behaviour) {

        static Answered of(CreditCheckRow row) {
            var decision = row.decision();
            return new Answered(
                    row.id(),
                    row.customer(),
                    row.amount(),
                    row.purpose,
                    row.contractReference,
                    decision.verdict(),
                    decision.limit(),
                    decision.prepaymentShare(),
                    decision.reasons(),
                    row.decidedOn,
                    decision.validUntil(),
                    row.policyId,
                    row.exposure(),
                    PaymentBehaviour.of(row.behaviour()));
        }
    }

    /**
     * How a customer has paid.
     *
     * @param settledInvoices paid in full
     * @param lateShare part of them that was paid after the due date, 0 to 1
     * @param averageDaysLate days after the due date per settled invoice; paying in time counts 0
     * @param atCollection invoices that collection is working on
     * @param daysOverdue how long the oldest unpaid invoice has been overdue
     */
    @Schema(name = "PaymentBehaviour")
    record PaymentBehaviour(
            int settledInvoices, BigDecimal lateShare, BigDecimal averageDaysLate, int atCollection, int daysOverdue) {

        static PaymentBehaviour of(Behaviour behaviour) {
            return new PaymentBehaviour(
                    behaviour.settled(),
                    behaviour.lateShare(),
                    behaviour.averageDaysLate(),
                    behaviour.atCollection(),
                    behaviour.daysOverdue());
        }
    }

    /**
     * A customer's credit today.
     *
     * @param limit what may be outstanding at most
     * @param exposure what is owed, in the policy's currency
     * @param available limit less exposure, never below nothing
     * @param exposureInOtherCurrencies what is owed besides; not counted against the limit
     * @param lastCheck id of the newest decision; null: none was asked for
     */
    @Schema(name = "CustomerCredit")
    record CustomerCredit(
            CustomerId customer,
            Money limit,
            Money exposure,
            Money available,
            List<Money> exposureInOtherCurrencies,
            PaymentBehaviour behaviour,
            String policy,
            @Nullable CreditCheckId lastCheck) {

        static CustomerCredit of(
                CustomerId customer, CustomerAccount account, CreditPolicy policy, @Nullable CreditCheckRow last) {
            var limit = policy.limitFor(account.behaviour());
            var exposure = account.exposure(policy.currency());
            return new CustomerCredit(
                    customer,
                    limit,
                    exposure,
                    limit.minus(exposure).max(Money.zero(policy.currency())),
                    account.owed().stream()
                            .filter(money -> !money.currency().equals(policy.currency()))
                            .toList(),
                    PaymentBehaviour.of(account.behaviour()),
                    policy.id(),
                    last == null ? null : last.id());
        }
    }
}
