package org.reskontra.collection.letters;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

/** A demand to a debtor, from the decision to its receipt. */
@Entity
@Table(name = "letter")
public class LetterRow {

    @Id
    @Column(name = "letter_id")
    public UUID letterId;

    @Column(name = "tenant_id")
    public UUID tenantId;

    @Column(name = "case_id")
    public UUID caseId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    public LetterStatus status;

    @Column(name = "attempts")
    public int attempts;

    @Nullable
    @Column(name = "next_attempt_at")
    public OffsetDateTime nextAttemptAt;

    @Nullable
    @Column(name = "recipient")
    public String recipient;

    @Nullable
    @Column(name = "language")
    public String language;

    @Nullable
    @Column(name = "subject")
    public String subject;

    @Nullable
    @Column(name = "body")
    public String body;

    /** The business date its figures and deadline are reckoned from. */
    @Nullable
    @Column(name = "drawn_on")
    public LocalDate drawnOn;

    @Nullable
    @Column(name = "deadline")
    public LocalDate deadline;

    @Nullable
    @Column(name = "currency")
    public String currency;

    @Nullable
    @Column(name = "principal_minor")
    public Long principalMinor;

    @Nullable
    @Column(name = "interest_minor")
    public Long interestMinor;

    @Nullable
    @Column(name = "costs_minor")
    public Long costsMinor;

    @Nullable
    @Column(name = "sent_at")
    public OffsetDateTime sentAt;

    /** What went wrong last; never names the debtor. */
    @Nullable
    @Column(name = "trouble")
    public String trouble;

    public LetterId id() {
        return new LetterId(letterId);
    }

    /** What the letter asks for; null until it is drawn up. */
    public @Nullable Outstanding demanded() {
        return currency == null
                ? null
                : Outstanding.of(
                        Money.of(principalMinor, currency),
                        Money.of(interestMinor, currency),
                        Money.of(costsMinor, currency));
    }

    public void demand(Outstanding claim) {
        currency = claim.total().currency().getCurrencyCode();
        principalMinor = claim.principal().minor();
        interestMinor = claim.interest().minor();
        costsMinor = claim.costs().minor();
    }
}
