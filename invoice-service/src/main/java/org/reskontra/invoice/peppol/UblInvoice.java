package org.reskontra.invoice.peppol;

import static org.reskontra.invoice.peppol.UblText.country;
import static org.reskontra.invoice.peppol.UblText.date;
import static org.reskontra.invoice.peppol.UblText.decimal;
import static org.reskontra.invoice.peppol.UblText.needed;
import static org.reskontra.invoice.peppol.UblText.parsed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.imports.Imported;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.invoicing.PriceBasis;
import org.reskontra.invoice.invoicing.VatSubtotal;
import org.reskontra.invoice.register.CustomerForm;

/**
 * Reads an invoice in the UBL syntax of EN 16931, as Peppol BIS Billing 3 profiles it. In the comments BT-… names the
 * business term of the standard.
 *
 * <p>Amounts are taken as the document states them, and must agree with its lines: what the debtor was told to pay is
 * never corrected. A document of another kind (a credit note, a corrected or prepaid invoice) is rejected.
 */
public final class UblInvoice {

    private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private static final String SWEDISH_ORGANISATION = "0007";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Minor units that rounding may have cost or added, by rule PEPPOL-EN16931-R120. */
    private static final long SLACK_OF_A_LINE = 2;

    private final Node invoice;
    private final Currency currency;

    private UblInvoice(Node invoice) {
        this.invoice = invoice;
        this.currency = UblText.currency(needed(invoice, "BT-5", "DocumentCurrencyCode"));
    }

    /** Reads a document; rejects what is not an invoice we can issue as it stands. */
    public static Imported read(byte[] xml) {
        try {
            var root = new Node(parsed(xml).getDocumentElement());
            if (!NAMESPACE.equals(root.element().getNamespaceURI())
                    || !"Invoice".equals(root.element().getLocalName())) {
                throw new Unreadable(
                        "not-an-invoice",
                        "a UBL 2 invoice is expected, not " + root.element().getLocalName());
            }
            return new UblInvoice(root).imported();
        } catch (Unreadable e) {
            return e.rejected();
        }
    }

    private Imported imported() {
        var type = invoice.text("InvoiceTypeCode").orElse("380"); // BT-3
        if (!type.equals("380") && !type.equals("393")) {
            throw new Unreadable("not-an-invoice", "invoice type " + type + " is not taken, only 380 and 393");
        }
        var number = needed(invoice, "BT-1", "ID");
        var issued = date(needed(invoice, "BT-2", "IssueDate"));
        var due = invoice.text("DueDate") // BT-9
                .or(() -> invoice.text("PaymentMeans", "PaymentDueDate"))
                .map(UblText::date)
                .orElseThrow(() -> new Unreadable("missing-value", "the invoice has no due date (BT-9)"));
        var lines = new ArrayList<Line>();
        invoice.all("InvoiceLine").forEach(line -> lines.add(line(line)));
        invoice.all("AllowanceCharge").forEach(charge -> lines.add(documentCharge(charge)));
        var rounding = invoice.text("LegalMonetaryTotal", "PayableRoundingAmount") // BT-114
                .map(this::money)
                .orElse(Money.zero(currency));
        checkPrepaid();
        var vat = vat();
        checkPayable(vat, rounding);
        return new Imported.Invoice(
                customer(),
                new InvoiceDraft(
                        Optional.of(number),
                        issued,
                        due,
                        currency,
                        lines,
                        PriceBasis.VAT_EXCLUDED,
                        rounding,
                        Optional.of(vat),
                        InterestTerms.STATUTORY,
                        false,
                        invoice.text("PaymentMeans", "PaymentID"))); // BT-83
    }

    /** A line (BG-25): its net amount (BT-131) is price times quantity, plus charges, less allowances. */
    private Line line(Node line) {
        var quantity = decimal(needed(line, "BT-129", "InvoicedQuantity"));
        var price = decimal(needed(line, "BT-146", "Price", "PriceAmount"));
        var base = line.text("Price", "BaseQuantity").map(UblText::decimal).orElse(BigDecimal.ONE); // BT-149
        var charges = line.all("AllowanceCharge").stream().map(this::signed).reduce(Money.zero(currency), Money::plus);
        var unit = wholeMinor(price, base);
        var read = new Line(
                needed(line, "BT-153", "Item", "Name"),
                quantity,
                unit.price(),
                unit.per(),
                charges,
                rate(line.at("Item", "ClassifiedTaxCategory")));
        if (unit.per().signum() <= 0) {
            throw new Unreadable("unreadable-value", "a price is for more than zero units (BT-149)");
        }
        var stated = money(needed(line, "BT-131", "LineExtensionAmount"));
        if (!read.amount().equals(stated)) {
            // the document rounds in another way: what it states stands, and the difference shows as an adjustment
            var difference = stated.minus(read.amount());
            if (Math.abs(difference.minor()) > SLACK_OF_A_LINE) {
                throw new Unreadable(
                        "amounts-disagree",
                        "line " + line.text("ID").orElse("?") + " states " + stated + ", its price and quantity make "
                                + read.amount());
            }
            return new Line(
                    read.description(),
                    read.quantity(),
                    read.unitPrice(),
                    read.per(),
                    read.adjustment().plus(difference),
                    read.vatRate());
        }
        return read;
    }

    /** An allowance or charge on the whole document (BG-20, BG-21) is a line of its own. */
    private Line documentCharge(Node charge) {
        var amount = signed(charge);
        var reason = charge.text("AllowanceChargeReason")
                .or(() -> charge.text("AllowanceChargeReasonCode"))
                .orElse(amount.isNegative() ? "Allowance" : "Charge");
        var one = amount.isNegative() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        return new Line(
                reason,
                one,
                amount.isNegative() ? amount.negated() : amount,
                BigDecimal.ONE,
                Money.zero(currency),
                rate(charge.at("TaxCategory")));
    }

    private Money signed(Node charge) {
        var amount = money(needed(charge, "BT-92, BT-99, BT-136 or BT-141", "Amount"));
        return charge.text("ChargeIndicator").orElse("true").equals("true") ? amount : amount.negated();
    }

    /** The VAT breakdown (BG-23); categories of one rate are added up. */
    private List<VatSubtotal> vat() {
        var net = new TreeMap<BigDecimal, Money>();
        Map<BigDecimal, Money> tax = new TreeMap<>();
        invoice.all("TaxTotal").stream()
                .flatMap(total -> total.all("TaxSubtotal").stream())
                .forEach(subtotal -> {
                    var rate = rate(subtotal.at("TaxCategory"));
                    net.merge(rate, money(needed(subtotal, "BT-116", "TaxableAmount")), Money::plus);
                    tax.merge(rate, money(needed(subtotal, "BT-117", "TaxAmount")), Money::plus);
                });
        if (net.isEmpty()) {
            throw new Unreadable("missing-value", "the invoice has no VAT breakdown (BG-23)");
        }
        return net.entrySet().stream()
                .map(rate -> new VatSubtotal(
                        rate.getKey(), rate.getValue(), tax.getOrDefault(rate.getKey(), Money.zero(currency))))
                .toList();
    }

    private void checkPrepaid() {
        var prepaid = invoice.text("LegalMonetaryTotal", "PrepaidAmount").map(this::money); // BT-113
        if (prepaid.isPresent() && !prepaid.get().isZero()) {
            throw new Unreadable(
                    "prepaid",
                    "the invoice is prepaid by " + prepaid.get() + ": issue it in full and book the payment");
        }
    }

    private void checkPayable(List<VatSubtotal> vat, Money rounding) {
        var payable = money(needed(invoice, "BT-115", "LegalMonetaryTotal", "PayableAmount"));
        var sum = vat.stream()
                .map(rate -> rate.net().plus(rate.vat()))
                .reduce(Money.zero(currency), Money::plus)
                .plus(rounding);
        if (!payable.equals(sum)) {
            throw new Unreadable(
                    "amounts-disagree", "the amount to pay is " + payable + ", its VAT breakdown makes " + sum);
        }
    }

    private CustomerForm customer() {
        var buyer = invoice.at("AccountingCustomerParty", "Party")
                .orElseThrow(() -> new Unreadable("missing-value", "the invoice has no buyer (BG-7)"));
        var name = buyer.text("PartyLegalEntity", "RegistrationName") // BT-44
                .or(() -> buyer.text("PartyName", "Name"))
                .orElseThrow(() -> new Unreadable("missing-value", "the buyer has no name (BT-44)"));
        var country = country(needed(buyer, "BT-55", "PostalAddress", "Country", "IdentificationCode"));
        var registered = buyer.at("PartyLegalEntity", "CompanyID") // BT-47
                .filter(id ->
                        country.equals(Country.SE) && id.attribute("schemeID").equals(SWEDISH_ORGANISATION))
                .map(Node::text);
        var number = buyer.text("PartyIdentification", "ID") // BT-46
                .or(() -> registered)
                .or(() -> buyer.at("EndpointID") // BT-49
                        .map(endpoint -> endpoint.attribute("schemeID") + ":" + endpoint.text()))
                .orElse(name);
        return new CustomerForm(
                number,
                registered.filter(id -> id.startsWith("2")).isPresent() ? DebtorKind.PUBLIC_BODY : DebtorKind.BUSINESS,
                country,
                registered.orElse(null),
                name,
                null,
                buyer.text("Contact", "ElectronicMail").map(List::of).orElse(List.of()), // BT-58
                List.of(),
                address(buyer, country),
                country.equals(Country.SE) ? "sv" : "en");
    }

    private static @Nullable PostalAddress address(Node buyer, Country country) {
        var street =
                buyer.text("PostalAddress", "StreetName").or(() -> buyer.text("PostalAddress", "AdditionalStreetName"));
        var postcode = buyer.text("PostalAddress", "PostalZone");
        var town = buyer.text("PostalAddress", "CityName");
        return street.isPresent() && postcode.isPresent() && town.isPresent()
                ? new PostalAddress(street.get(), postcode.get(), town.get(), country.code())
                : null;
    }

    /** A rate in per cent (BT-96, BT-103, BT-119, BT-152); categories without one are free of VAT. */
    private static BigDecimal rate(Optional<Node> category) {
        return category.flatMap(node -> node.text("Percent"))
                .map(percent -> decimal(percent).movePointLeft(2).stripTrailingZeros())
                .filter(rate -> rate.signum() != 0)
                .orElse(BigDecimal.ZERO);
    }

    private record Unit(Money price, BigDecimal per) {}

    /** A price of 0.5432 per 1 is 54.32 per 100: nothing is lost below the minor unit. */
    private Unit wholeMinor(BigDecimal price, BigDecimal per) {
        var scaled = price;
        var units = per;
        while (scaled.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            scaled = scaled.multiply(HUNDRED);
            units = units.multiply(HUNDRED);
        }
        return new Unit(exactly(scaled), units);
    }

    private Money money(String text) {
        return exactly(decimal(text));
    }

    private Money exactly(BigDecimal major) {
        try {
            return Money.ofMajor(major, currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new Unreadable("unreadable-value", major.toPlainString() + " is not an amount of " + currency);
        }
    }
}
