package org.reskontra.dunning.channels;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.ladder.SentLetter;
import org.reskontra.dunning.letters.Language;
import org.reskontra.dunning.letters.Letter;
import org.reskontra.dunning.letters.Reminder;

/** A letter, from the decision to send it; amounts are minor units of {@code currency}. */
@Entity
@Table(name = "letter")
@IdClass(LetterRow.Key.class)
class LetterRow {

    static final String QUEUED = "QUEUED";
    static final String SENDING = "SENDING";
    static final String SENT = "SENT";
    static final String CANCELLED = "CANCELLED";
    static final String UNDELIVERABLE = "UNDELIVERABLE";

    @Id
    UUID tenantId;

    @Id
    UUID letterId;

    UUID invoiceId;
    UUID customerId;
    int step;
    String channel;
    String state;
    LocalDate decidedOn;
    int attempts;
    Instant nextAttemptAt;
    String lastTrouble;
    LocalDate dated;
    String recipient;
    String language;
    String subject;
    String body;
    LocalDate payBy;
    Long fee;
    String feeRule;
    Long askedPrincipal;
    Long askedInterest;
    Long askedCosts;
    String currency;

    LetterId id() {
        return new LetterId(letterId);
    }

    InvoiceId invoice() {
        return new InvoiceId(invoiceId);
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    boolean isOpen() {
        return state.equals(QUEUED) || state.equals(SENDING);
    }

    /** Writes down what is about to be sent. */
    void write(Reminder reminder, Letter letter, String to, Language in) {
        var asked = reminder.asked();
        dated = reminder.sentOn();
        recipient = to;
        language = in.code();
        subject = letter.subject();
        body = letter.text();
        payBy = reminder.payBy();
        fee = reminder.fee().fee().minor();
        feeRule = reminder.fee().ruleId();
        askedPrincipal = asked.principal().minor();
        askedInterest = asked.interest().minor();
        askedCosts = asked.costs().minor();
    }

    Letter letter() {
        return new Letter(subject, body);
    }

    /** What the case keeps of the letter as it was written. */
    SentLetter asSent() {
        return new SentLetter(id(), payBy, money(fee), feeRule, asked());
    }

    Outstanding asked() {
        return Outstanding.of(money(askedPrincipal), money(askedInterest), money(askedCosts));
    }

    Money money(long minor) {
        return new Money(minor, Currency.getInstance(currency));
    }

    void sent() {
        end(SENT, null);
    }

    void cancelled(String why) {
        end(CANCELLED, why);
    }

    void undeliverable(String why) {
        end(UNDELIVERABLE, why);
    }

    /** Back to the queue until a later time. */
    void wait(String why, Instant until) {
        state = QUEUED;
        lastTrouble = why;
        nextAttemptAt = until;
    }

    private void end(String how, String why) {
        state = how;
        lastTrouble = why;
        nextAttemptAt = null;
    }

    /** Key of a letter. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID tenantId;
        UUID letterId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.tenantId.equals(tenantId) && key.letterId.equals(letterId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, letterId);
        }
    }
}
