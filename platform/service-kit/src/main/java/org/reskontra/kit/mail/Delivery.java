package org.reskontra.kit.mail;

/** What became of handing a mail to the mail server. Reasons are codes and name nobody. */
public sealed interface Delivery {

    /** The server has it. */
    record Taken() implements Delivery {}

    /**
     * The server said no.
     *
     * @param reply 400 to 599 (RFC 5321, section 4.2)
     * @param ofRecipient the answer to {@code RCPT TO}, thus about this recipient
     */
    record Declined(int reply, boolean ofRecipient) implements Delivery {

        public boolean forGood() {
            return reply >= 500;
        }
    }

    /** An address in it is none, so nobody was asked. */
    record Unusable() implements Delivery {}

    /** No answer: the server is away, or may have taken the mail without saying so. */
    record Unanswered(String reason) implements Delivery {}
}
