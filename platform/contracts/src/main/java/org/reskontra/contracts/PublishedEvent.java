package org.reskontra.contracts;

/**
 * An event that partners and the other services rely on. It carries ids, amounts, dates and codes; never a name, an
 * address, an e-mail address, a telephone number or a personal number.
 */
public sealed interface PublishedEvent permits InvoiceEvent, DunningEvent, CreditEvent, CollectionEvent, TenantEvent {

    /** The aggregate this happened to: the key of the record and the {@code ce_subject}. */
    Identifier aggregate();
}
