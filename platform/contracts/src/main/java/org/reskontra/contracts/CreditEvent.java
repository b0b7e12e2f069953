package org.reskontra.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What credit-check-service publishes on {@code credit-events}; the aggregate is the customer. */
public sealed interface CreditEvent extends PublishedEvent {

    CustomerId customer();

    @Override
    default Identifier aggregate() {
        return customer();
    }

    /**
     * A credit check was answered.
     *
     * @param requested the amount the customer asked to buy for on credit
     * @param limit what may be outstanding at most
     * @param prepaymentShare the part of the amount to be paid beforehand, from 0 to 1
     * @param reasons codes of the policy's rules that decided, most important first, never free text
     */
    @EventType(name = "credit-decision-made")
    record CreditDecisionMade(
            CustomerId customer,
            CreditCheckId check,
            CreditDecision decision,
            Money requested,
            Money limit,
            BigDecimal prepaymentShare,
            List<String> reasons,
            LocalDate decidedOn,
            LocalDate validUntil)
            implements CreditEvent {

        public CreditDecisionMade {
            reasons.forEach(Codes::code);
            reasons = List.copyOf(reasons);
        }
    }

    /** The four answers to "may this customer buy on credit?". */
    enum CreditDecision {
        APPROVE,
        PREPAY,
        REFER,
        DECLINE
    }

    /** Every event of this publisher, for registries and documents. */
    static List<Class<? extends CreditEvent>> types() {
        return List.of(CreditDecisionMade.class);
    }
}
