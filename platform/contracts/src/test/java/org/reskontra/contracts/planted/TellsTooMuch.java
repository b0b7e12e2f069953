package org.reskontra.contracts.planted;

import java.util.List;
import org.reskontra.contracts.InvoiceId;

/** What no event may carry; proves that the guard can fail, also for what is nested. */
public record TellsTooMuch(InvoiceId invoice, String customerName, List<Recipient> sentTo, String remark) {

    public record Recipient(String eMailAddress, String mobile) {}
}
